using System.Globalization;

namespace ParkBrand.Assistant.Matching;

/// <summary>Days that people reckon by, of the solar and of the lunar calendar.</summary>
internal static class Holidays
{
    /// <summary>Alternatives of a pattern.</summary>
    public const string Names = "五一|劳动节|国庆|清明|元宵|正月十五|端午|中秋|圣诞|双十二|七一|八一|教师节";

    /// <summary>The next one that is not over.</summary>
    /// <param name="name">One of <see cref="Names"/>, or in English.</param>
    public static DateOnly Next(string name, DateOnly today)
    {
        for (var year = today.Year - 1; ; year++)
            if (In(name, year) is var day && day > today)
                return day;
    }

    /// <summary>The last day before the next Chinese new year.</summary>
    public static DateOnly NewYearsEve(DateOnly today)
    {
        var year = today.Year - 1;
        while (Lunar(year, 1, 1) <= today)
            year++;
        return Lunar(year, 1, 1).AddDays(-1);
    }

    private static DateOnly In(string name, int year) => name switch
    {
        "元宵" or "正月十五" => Lunar(year, 1, 15),
        "端午" => Lunar(year, 5, 5),
        "中秋" => Lunar(year, 8, 15),
        "五一" or "劳动节" => new(year, 5, 1),
        "国庆" => new(year, 10, 1),
        "清明" => new(year, 4, 5), // the 4th in some years
        "七一" => new(year, 7, 1),
        "八一" => new(year, 8, 1),
        "教师节" => new(year, 9, 10),
        "双十二" => new(year, 12, 12),
        _ => new(year, 12, 25),
    };

    private static DateOnly Lunar(int year, int month, int day)
    {
        var calendar = new ChineseLunisolarCalendar();
        // A leap month is counted as a month of its own, after the one whose name it has.
        var leap = calendar.GetLeapMonth(year);
        return DateOnly.FromDateTime(calendar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
