using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>A number as it is written somewhere, in words or digits, with what it counts. Texts are folded.</summary>
/// <param name="Unit">In one form for all ways to write it; empty where none follows.</param>
internal readonly partial record struct Amount(decimal Value, string Unit, int Start, int Length)
{
    private const string Numerals = "\u96f6\u3007\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\u4ebf\u534a";
    private const string Ones = "\u96f6\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d";

    /// <summary>Every way to write a unit, longest first.</summary>
    private static readonly (string Written, string Unit)[] Units = [.. Units_().OrderByDescending(u => u.Written.Length)];

    /// <summary>Whether somebody who knows <paramref name="known"/> may say this.</summary>
    public bool Says(Amount known) => Value == known.Value && (Unit.Length == 0 || Unit == known.Unit || (Unit == "yuan" && known.Unit == "yuan/month") || (known.Unit.Length == 0 && Unit is "year" && Value is > 1900 and < 2100));

    public static IEnumerable<Amount> In(string folded)
    {
        var read = 0;
        foreach (Match match in Number().Matches(folded))
        {
            if (match.Index < read)
                continue; // the figure of a unit
            var (value, end) = match.Groups["d"].Success ? Digits(match) : Words(match.Value) is { } words ? (words, match.Index + match.Length) : (-1, 0);
            if (end == 0)
                continue;
            var (unit, length) = UnitAt(folded, end);
            // A single numeral is a word of its own in many others, unless something is counted with it.
            if (!match.Groups["d"].Success && match.Length == 1 && unit.Length == 0)
                continue;
            read = end + length;
            if (!match.Groups["d"].Success && value == 1 && unit is "of")
                continue;
            yield return new Amount(value, unit, match.Index, end + length - match.Index);
        }
    }

    private static (decimal Value, int End) Digits(Match match)
    {
        var value = decimal.TryParse(match.Groups["d"].ValueSpan, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var times = match.Groups["x"].Value switch
        {
            "\u5343" or "k" or "thousand" => 1_000m,
            "\u4e07" or "w" => 10_000m,
            "\u767e\u4e07" or "m" or "million" => 1_000_000m,
            "\u5343\u4e07" => 10_000_000m,
            "\u4ebf" => 100_000_000m,
            "bn" or "billion" => 1_000_000_000m,
            _ => 1m,
        };
        return (value < 0 || value > 1_000_000_000_000m ? -1 : value * times, match.Index + match.Length);
    }

    /// <summary>Written-out numbers, also short ones: a final figure after 10,000 or 1,000 counts the next place down.</summary>
    private static decimal? Words(string text)
    {
        decimal total = 0, section = 0, digit = 0, place = 1;
        foreach (var c in text)
        {
            var one = Ones.IndexOf(c == '\u4e24' ? '\u4e8c' : c == '\u3007' ? '\u96f6' : c, StringComparison.Ordinal);
            if (one >= 0)
                (digit, place) = (one, one == 0 ? 1 : place);
            else if (c is '\u5341' or '\u767e' or '\u5343')
            {
                place = c switch { '\u5341' => 10, '\u767e' => 100, _ => 1000 };
                section += (digit == 0 ? 1 : digit) * place;
                (digit, place) = (0, place / 10);
            }
            else if (c is '\u4e07' or '\u4ebf')
            {
                place = c == '\u4e07' ? 10_000 : 100_000_000;
                total += (section + digit == 0 ? 1 : section + digit) * place;
                (section, digit, place) = (0, 0, place / 10);
            }
            else
                total += 0.5m * (place > 1 ? place * 10 : 1);
        }

        return total + section + (digit * (text.Length > 2 ? place : 1));
    }

    private static (string Unit, int Length) UnitAt(string text, int at)
    {
        var start = at;
        while (at < text.Length && text[at] == ' ')
            at++;
        foreach (var (written, unit) in Units)
            if (string.CompareOrdinal(text, at, written, 0, written.Length) == 0 && (!char.IsAsciiLetter(written[^1]) || at + written.Length == text.Length || !char.IsAsciiLetter(text[at + written.Length])))
                return (unit, at + written.Length - start);
        return ("", 0);
    }

    private static IEnumerable<(string Written, string Unit)> Units_()
    {
        foreach (var line in Guard.List("units"))
        {
            var written = line.Split('|');
            foreach (var one in written)
                yield return (one, written[0]);
        }
    }

    [GeneratedRegex(@"(?<d>\d[\d,]*(?:\.\d+)?)(?:\s?(?<x>\u767e\u4e07|\u5343\u4e07|[\u5343\u4e07\u4ebf]|thousand\b|million\b|billion\b|bn\b|[kw](?![a-z])|m(?= yuan)))?|[" + Numerals + "]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();
}
