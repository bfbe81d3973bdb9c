using System.Globalization;

namespace ParkBrand.Web.Generation;

/// <summary>Other numbers and dates of the same order as the real ones, so that ranges, sums and sorting stay lifelike and valid.</summary>
internal sealed class Variation(Random random)
{
    // One scale for each group: pay stays a range, and an area its smallest unit.
    private readonly decimal area = random.Next(50, 160) / 100m, pay = random.Next(85, 125) / 100m, price = random.Next(80, 125) / 100m;
    private readonly int days = random.Next(0, 180);

    /// <summary>The text of a field, with the space before it.</summary>
    public string Of(string alias, string text) => alias switch
    {
        "areaMin" or "areaMax" or "power" => Scaled(text, area, step: 10),
        "payMin" or "payMax" => Scaled(text, pay, step: 100),
        "rent" or "price" => Scaled(text, price, step: 1),
        "leadDays" => Scaled(text, price, step: 1),
        "headCount" or "experienceYears" => Plus(text, random.Next(0, 4)),
        // Backwards what has happened, forwards what is to come: nothing is confirmed tomorrow or closed yesterday.
        "confirmedOn" or "datePosted" or "publishedOn" or "calibratedOn" => Shifted(text, -days),
        "availableFrom" or "validThrough" or "expiresOn" => Shifted(text, days),
        _ => text,
    };

    /// <summary>A name with a number that no other record has.</summary>
    public static string Numbered(string name, int number)
    {
        var quote = name[^1] is '"' or '\'' ? name[^1..] : "";
        return $"{name[..^quote.Length]} {(char)('A' + (number % 26))}{number.ToString(CultureInfo.InvariantCulture)}{quote}";
    }

    private static string Scaled(string text, decimal by, int step) =>
        " " + Math.Max(step, Math.Round(Parse(text) * by / step) * step).ToString(CultureInfo.InvariantCulture);

    private static string Plus(string text, int more) => " " + (Parse(text) + more).ToString(CultureInfo.InvariantCulture);

    private static string Shifted(string text, int by) =>
        " " + DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(by).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
