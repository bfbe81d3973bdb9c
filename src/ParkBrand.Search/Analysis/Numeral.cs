using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Search.Analysis;

/// <summary>A number as people write it: in digits, in Chinese characters or in English words, with what multiplies it.</summary>
/// <param name="Times">10,000 for 万, 1,000 for k; a range may say it only once.</param>
internal readonly partial record struct Numeral(decimal Value, decimal Times, int Start, int End)
{
    private const string Han = "零〇一二两三四五六七八九十百千万半";

    // Folded text: half width, lower case, simplified. The grades of clean rooms and a town begin with a number, which is none there.
    private const string HanRun = "(?:(?!千(?:伏|瓦|克|牛|灯|兆)|(?:十万|[百千万])级|万(?:能|向|科|达)|(?<=[百千万二三四五六七八九])一(?=个?平|个?月|天|年)|半(?:导|成品|自动|固|消|夏))[" + Han + Formal + "仟佰拾俩])";

    // As on cheques, where nobody shall add a stroke.
    private const string Formal = "壹贰叁肆伍陆柒捌玖", Plain = "一二三四五六七八九";

    // Units of which nobody has a thousandth, so that a point before three digits parts thousands, as in German and Italian.
    private const string Whole = "(?=\\s?(?:m2|m\\^2|sqm|qm|mq|square|sq|kg|kva|kw|rmb|yuan|euro))";

    // Latin units, before which a comma and one or two digits are a fraction.
    private const string Fraction = "(?=\\s?(?:t|m|to|tonn?e?s?|met(?:re|er)s?|ha|hectares?|h|hours?|mva|mw|kn)(?![a-z0-9]))";
    private const string Small = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety";
    private const string Large = "half|dozen|hundred|thousand|million";

    [GeneratedRegex(
        $@"(?<eu>[1-9]\d{{0,2}}(?:\.\d{{3}})+(?![\d.])){Whole}|(?<eu>\d{{1,3}},\d{{1,2}}(?!\d)){Fraction}|(?<mixed>\d[万千](?:\d[千百])+\d?)(?![\d.,])|"
        + @"(?<d>\d{1,3}(?:[,'\u2019]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)\s?(?:(?<m>万|千(?!伏|瓦|克|牛|兆)|百|(?:k|w|wan|qian)(?![a-z])|thousand\b|million\b)(?:(?<t>\d(?:\.\d+)?千(?!伏|瓦|克|牛)|[\d一二两三四五六七八九](?![\d.万]|,\d))(?![年月日号楼级个天]))?)?"
        + $@"|(?<h>{HanRun}+(?:点[零〇一二两三四五六七八九{Formal}]+(?![十百年月日钟分])[千万]?)?)"
        + @"|(?<!half\s)\b(?<one>an?)(?=\s+(?:hours?|hectare|acre|quarter\s+of\s+an\s+hour)\b)"
        + $@"|\b(?:an?\s+(?={Large}))?(?<e>(?:{Small}|{Large})(?:(?:[\s-]+and(?:\s+a(?=\s+half))?)?[\s-]+(?:{Small}|{Large})\b)*(?:\s+point\s+(?:{Small})\b)?)\b",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Pattern();

    public static List<Numeral> In(string folded)
    {
        var found = new List<Numeral>();
        foreach (Match match in Pattern().Matches(folded))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            if (match.Groups["eu"].Success && (start == 0 || !(char.IsAsciiLetterOrDigit(folded[start - 1]) || folded[start - 1] is '.' or ',')))
            {
                if (European(match.Groups["eu"].Value) is > 0 and var foreign)
                    found.Add(new Numeral(foreign, 1, start, end));
                continue;
            }

            if (match.Groups["mixed"].Success)
            {
                if (Characters(string.Concat(match.Value.Select(c => char.IsAsciiDigit(c) ? Han[c == '0' ? 0 : c - '0' + (c > '2' ? 2 : 1)] : c))) is > 0 and var mixed)
                    found.Add(new Numeral(mixed, 1, start, end));
                continue;
            }

            // Part of a name: B6, ISO 7 written together, 3D.
            if (match.Groups["d"].Success && start > 0 && char.IsAsciiLetter(folded[start - 1]))
                continue;
            if (match.Groups["d"].Success && Digits(match.Groups["d"].Value) is { } number)
            {
                var times = Multiplier(match.Groups["m"].Value);
                var tail = match.Groups["t"].Value;
                var more = tail.Length == 0 ? 0 : tail.EndsWith('千') ? (Digits(tail[..^1]) ?? 0) * 1000 : (Digits(tail) ?? Characters(tail) ?? 0) * times / 10;
                if (number * times + more is > 0 and <= 1_000_000_000m and var value)
                    found.Add(new Numeral(value, times, start, end - Spaces(match.Value)));
            }
            else if (match.Groups["h"].Success && Characters(match.Groups["h"].Value) is > 0 and var written)
                found.Add(new Numeral(written, match.Groups["h"].Value[^1] switch { '千' or '仟' => 1_000, '百' or '佰' => 100, _ => match.Groups["h"].Value.Contains('万') ? 10_000 : 1 }, start, end));
            else if (match.Groups["one"].Success)
                found.Add(new Numeral(1, 1, start, end));
            else if (match.Groups["e"].Success && Words(match.Groups["e"].Value) is > 0 and var said)
                found.Add(new Numeral(said, said >= 1000 ? 1000 : match.Groups["e"].Value.EndsWith("hundred", StringComparison.Ordinal) ? 100 : 1, start, end));
        }

        return found;
    }

    private static int Spaces(string text) => text.Length - text.TrimEnd().Length;

    private static decimal? Digits(string written) =>
        decimal.TryParse(written.Replace(",", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>As Germans and Italians write: 3.000 is three thousand, 2,5 is two and a half.</summary>
    private static decimal? European(string written) => Digits(written.Contains(',', StringComparison.Ordinal) ? written.Replace(',', '.') : written.Replace(".", "", StringComparison.Ordinal));

    private static decimal Multiplier(string word) => word switch { "万" or "w" or "wan" => 10_000m, "千" or "k" or "qian" or "thousand" => 1_000m, "百" => 100m, "million" => 1_000_000m, _ => 1m };

    private static decimal? Characters(string written)
    {
        written = string.Concat(written.Select(c => Formal.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c)).Replace('仟', '千').Replace('佰', '百').Replace('拾', '十').Replace('俩', '两');
        if (written == "半")
            return 0.5m;
        if (written.Split('\u70b9') is [var whole, var rest])
            return rest.TrimEnd('千', '万') is var places && Characters(whole) is { } before
                ? (before + places.Select((c, i) => Digit(c) / (decimal)Math.Pow(10, i + 1)).Sum()) * (rest[^1] == '万' ? 10_000 : rest[^1] == '千' ? 1_000 : 1) : null;
        // A year, or a number said digit by digit.
        if (written.Length > 2 && written.All(c => Han.IndexOf(c, StringComparison.Ordinal) is >= 0 and < 11))
            return decimal.TryParse(string.Concat(written.Select(c => (int)Digit(c))), CultureInfo.InvariantCulture, out var plain) ? plain : null;
        var (total, section, digit, last) = (0m, 0m, 0m, 1m);
        foreach (var c in written)
            switch (c)
            {
                case '十' or '百' or '千':
                    last = c == '十' ? 10 : c == '百' ? 100 : 1000;
                    section += Math.Max(1, digit) * last;
                    digit = 0;
                    break;
                case '万':
                    total += Math.Max(1, section + digit) * 10_000;
                    (section, digit, last) = (0, 0, 10_000);
                    break;
                case '零' or '〇':
                    last = 1;
                    break;
                case '半':
                    digit += 0.5m;
                    break;
                default:
                    // "两三千" is somewhere between.
                    digit = digit > 0 && Digit(c) == digit + 1 ? digit + 0.5m : Digit(c);
                    break;
            }

        // "一万五", "六千五": what follows is a tenth of it.
        return total + section + (last >= 100 && total + section > 0 ? digit * last / 10 : digit);
    }

    private static decimal Digit(char c) => Han.IndexOf(c, StringComparison.Ordinal) switch { 0 or 1 => 0, 2 => 1, 3 or 4 => 2, var place => place - 2 };

    private static decimal? Words(string said)
    {
        if (said.Split(" point ") is [var whole, var places])
            return Words(whole) + (Words(places.Trim()) / 10);
        var (total, part) = (0m, 0m);
        foreach (var word in said.Split([' ', '-', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
            switch (word)
            {
                case "and" or "a":
                    break;
                case "half":
                    part += 0.5m;
                    break;
                case "dozen" or "hundred":
                    part = Math.Max(1, part) * (word == "dozen" ? 12 : 100);
                    break;
                case "thousand" or "million":
                    total += Math.Max(1, part) * (word == "thousand" ? 1000 : 1_000_000);
                    part = 0;
                    break;
                default:
                    var place = Array.IndexOf(SmallWords, word);
                    part += place switch { < 20 => place + 1, 20 => 30, 21 or 22 => 40, _ => (place - 18) * 10 };
                    break;
            }
        return total + part;
    }

    private static readonly string[] SmallWords = Small.Split('|');
}
