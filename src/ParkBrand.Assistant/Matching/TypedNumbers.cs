using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// Amounts that were typed with a slip: letters for digits, a blank or a wrong stop inside a number, a unit or a multiplier by
/// another character of its sound. Only where a number and what follows call for it, so that no word is rewritten.
/// </summary>
internal sealed partial class TypedNumbers
{
    private const string Ones = "\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d", Numerals = Ones + "\u5341\u767e\u5343\u4e07\u534a\u51e0";
    private const string Units = "\u5e73\u5428\u7c73\u5143\u5757\u4ea9", Multipliers = "\u5343\u4e07\u767e", Grades = "\u767e\u5343\u4e07";

    /// <summary>Two and more characters, with the same one by one.</summary>
    private static readonly string[] LongUnits = ["\u5206\u949f", "\u5343\u4f0f\u5b89", "\u5e73\u65b9", "\u5e73\u7c73", "\u5343\u74e6", "\u4e07\u7ea7", "\u5343\u7ea7", "\u767e\u7ea7"];

    /// <summary>What may stand behind an amount and is no phrase.</summary>
    private const string Behind = "\u7684\u4ee5\u4e4b\u5de6\u4e0a\u4e0b\u8d77\u5185\u5c01\u6bcf\u4e00\u53ef\u8981\u591f\u4e5f\u90fd\u5427\u5462\u5417\u561b\u554a\u5440\u5c31\u5230\u81f3\u6216\u548c\u5e26\u53ca\u4e0e\u52a0\u6709\u627f\u5c42\u51c0\u9ad8\u5382\u4ed3\u529e\u5e93\u8f66\u884c\u79df\u6708\u5e74\u623f\u9876\u7ea7\u5927\u94b1";

    /// <summary>Sound like a multiplier and are counted, or say when: nights, bowls, before.</summary>
    private const string Counted = "\u665a\u7897\u7f51\u524d\u94b1\u5f80";

    private readonly Snapshot snapshot;
    private readonly Meanings meanings;

    private TypedNumbers(Snapshot snapshot) => (this.snapshot, meanings) = (snapshot, Meanings.Of(snapshot));

    public static string Mend(string folded, Snapshot snapshot) => folded.Any(c => char.IsAsciiDigit(c) || Numerals.Contains(c, StringComparison.Ordinal)) ? new TypedNumbers(snapshot).Sounds(Parted(Letters(Half().Replace(Bound().Replace(Twice().Replace(folded, ""), "\u4ee5"), m => m.Groups["store"].Success ? "\u4ed3\u5e93" : m.Groups["office"].Success ? "\u529e\u516c" : m.Groups["lab"].Success ? "\u5b9e\u9a8c\u5ba4" : m.Groups["load"].Success ? "\u627f\u91cd" : "\u51c0\u9ad8")))) : folded;

    /// <summary>"40 one up" for "40 and up": the two sound alike.</summary>
    [GeneratedRegex("(?<=[\\d\u5e73\u7c73\u5428\u5143\u5757\u94b1\u4ea9\u5343\u4e07\u767e\u5341\u949f\u65b9\u5b89\u74e6]) ?[\u4e00\u5df2\u5df1](?=[\u5185\u4e0a\u4e0b](?![\u697c\u73ed\u6b21\u5b50\u6765\u53bb]))")]
    private static partial Regex Bound();

    /// <summary>The first half of a word right before an amount, where a sentence begins.</summary>
    [GeneratedRegex("(?<=^|[,;\u3001\u3002\\s:])(?:(?<store>[\u4ed3\u5e93])|(?<office>\u529e)|(?<lab>\u5b9e\u9a8c)|(?<load>\u627f)(?=[^,;]{1,6}?(?:\u5428|t))|(?<high>\u51c0)(?=[^,;]{1,4}?(?:\u7c73|m)))(?=\\d|[\u4e00\u4e24\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u51e0][\u5343\u767e\u5341\u4e07\u5428\u7c73])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Half();

    /// <summary>A multiplier or a unit that was typed twice.</summary>
    [GeneratedRegex("(?<=[\\d\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u51e0\u5341])([\u767e\u5343\u4e07])(?=\\1(?![\u74e6\u4f0f\u514b\u725b]))|(?<=[\\d\u4e00-\u9fff])([\u5e73\u5428\u7c73\u5143\u5757\u5206])(?=\\2)(?<=[\\d\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u51e0\u5341\u767e\u5343\u4e07]\\2)|\u4ee5(?=\u4ee5[\u5185\u4e0a\u4e0b])")]
    private static partial Regex Twice();

    /// <summary>"2OOO", "l500".</summary>
    private static string Letters(string folded) => WithLetters().Replace(folded, m => m.Value.Replace('o', '0').Replace('l', '1'));

    // Not "20l" of a liquid, "L2" of a building, or what goes on as a word.
    [GeneratedRegex(@"(?<![a-z0-9.])(?:(?=[\d,.]*o)\d[\do]*(?:,[\do]{3})*(?:\.[\do]+)?(?=[kw]?(?![a-z0-9])|" + Latin + @")|l(?=o*\d)[\do]{1,5}(?=[kw](?![a-z0-9])|\s?(?:[\u5e73\u7c73\u5428\u5143\u5757\u4ea9\u5343\u4e07\u53f7\u65e5]|" + Latin + @"))|\d+l\d+(?=[kw]?(?![a-z0-9])|" + Latin + "))", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WithLetters();

    private const string Latin = "(?:sqm|sq|m2|m|t|tons?|tonnes?|kva|kw|rmb|yuan|min|minutes|ping)(?![a-z0-9])";

    /// <summary>"3 000", "2, 000", "7 00", "1。6": joined where the first half by itself measures nothing.</summary>
    private static string Parted(string folded)
    {
        if (!TwoParts().IsMatch(folded))
            return folded;
        var read = Wording.Quantities(folded);
        return TwoParts().Replace(folded, m =>
        {
            var (a, b, by) = (m.Groups["a"], m.Groups["b"], m.Groups["by"].Value);
            var end = b.Index + b.Length;
            var ends = end == folded.Length || Clause.Ends.Contains(folded[end]) || Through().IsMatch(folded, end);
            var point = by.Contains('\u3002', StringComparison.Ordinal) || by.Contains('.', StringComparison.Ordinal);
            var joins = point ? a.Length <= 2 && b.Length == 1
                : b.Length == 3 ? by == " " ? b.Value[2] == '0' : b.Value == "000" || (a.Length == 1 && b.Value.EndsWith("00", StringComparison.Ordinal) && !Begins(folded, a.Index))
                : by == " " && ((b.Length == 2 && b.Value[1] == '0' && a.Length <= 2) || (a.Length == 1 && b.Length == 1) || (a.Length == 1 && b.Length > 3 && b.Value.EndsWith("00", StringComparison.Ordinal)));
            if (!joins || !(ends || Wording.IsUnit(folded, end)) || Label().IsMatch(folded.AsSpan(0, a.Index)))
                return m.Value;
            var first = read.FirstOrDefault(q => q.Start <= a.Index && a.Index < q.Start + q.Length && q.Start + q.Length <= b.Index);
            var second = read.FirstOrDefault(q => q.Start <= b.Index && b.Index < q.Start + q.Length);
            return first?.Measure is { } measure && second is not null && !Fits(measure, second.Unit) && !(second.Unit == UnitKind.None && by == " " && (a.Length + b.Length == 2 || b.Length == 3)) ? m.Value : a.Value + (point ? "." : "") + b.Value;
        });
    }

    /// <summary>Whether a part of a sentence begins here: then a number is one of a list.</summary>
    private static bool Begins(string folded, int at) => folded.AsSpan(0, at).TrimEnd() is var before && (before.Length == 0 || Clause.Ends.Contains(before[^1]) || before[^1] is '\u3001' or ':' or '(');

    private static bool Fits(Measure measure, UnitKind unit) => unit == (measure switch
    {
        Measure.Area => UnitKind.Area,
        Measure.Height => UnitKind.Length,
        Measure.Crane or Measure.FloorLoad => UnitKind.Weight,
        Measure.Rent or Measure.Pay => UnitKind.Money,
        Measure.Power => UnitKind.Power,
        _ => UnitKind.Minutes,
    });

    [GeneratedRegex(@"(?<![\da-z/]|\d[.,]|(?<!\d)-)(?<a>[1-9]\d{0,2})(?<by> |\u3001 ?|, |\u3002| ?\.)(?<b>\d{1,4})(?!\d|[.,]\d| \d{3}(?!\d))(?<!(?<![\d ])\d{1,3}\.\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TwoParts();

    /// <summary>To another number, or a limit.</summary>
    [GeneratedRegex(@"\G(?:\s?[-~\u2013\u2014\u5230\u81f3]\s?\d|\s?\u4ee5[\u4e0a\u4e0b\u5185]|\u5de6\u53f3|\u8d77|\u5c01\u9876|\u5f80\u4e0a)")]
    private static partial Regex Through();

    /// <summary>"ISO 7 500 sqm": a number that names something.</summary>
    [GeneratedRegex(@"(?:\b(?:iso|class|grade|phase|building|hall|no\.?|level|type|unit|floor|block|version|step|number|option|gate|line)|[\u7b2c\u53f7\u7ea7\u671f\u697c\u5c42]) ?$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Label();

    private string Sounds(string folded)
    {
        for (var i = 1; i < folded.Length; i++)
            if (WordRun.IsHan(folded[i]) && folded[i - 1] is '\u4e2a' or '\u6bcf' && Long(folded, i) is { } whole)
                folded = string.Concat(folded.AsSpan(0, i), whole, folded.AsSpan(i + whole.Length));
            else if (WordRun.IsHan(folded[i]) && Before(folded, i) is >= 0 and var last && (char.IsAsciiDigit(folded[last]) || Numerals.Contains(folded[last], StringComparison.Ordinal)) && Meant(folded, i, last) is var (meant, length))
                folded = string.Concat(folded.AsSpan(0, i), meant, folded.AsSpan(i + length));
        return folded;
    }

    /// <summary>The sign before, without a blank.</summary>
    private static int Before(string folded, int at) => folded[at - 1] == ' ' && at > 1 ? char.IsAsciiDigit(folded[at - 2]) ? at - 2 : -1 : at - 1;

    private (string Meant, int Length)? Meant(string folded, int at, int last)
    {
        var (typed, next) = (folded[at], at + 1 < folded.Length ? folded[at + 1] : '\n');
        // The two of a unit swapped: so many "metres square".
        if (next == '\u5e73' && typed == '\u7c73' && last > 1 && char.IsAsciiDigit(folded[last - 1]) && char.IsAsciiDigit(folded[last - 2]) && Follows(folded, at + 2, next))
            return ("\u5e73\u7c73", 2);
        if (typed == '\u949f' && next == '\u5206')
            return ("\u5206\u949f", 2);
        if (Wording.IsUnit(folded, at) || Numerals.Contains(typed, StringComparison.Ordinal))
            return null;
        var ends = at + 1 == folded.Length || Clause.Ends.Contains(next);
        if ((char.IsAsciiDigit(folded[last]) || Ones.Contains(folded[last], StringComparison.Ordinal) || folded[last] == '\u5341') && (Goes(folded, at + 1) || (((ends && !char.IsAsciiDigit(folded[last])) || next == '\u7684') && !Counted.Contains(typed, StringComparison.Ordinal)))
            && Multipliers.FirstOrDefault(m => Wording.IsAlike(snapshot, typed, m) && (m == '\u4e07' || folded[last] != '\u5341')) is > '\0' and var times)
            return (times.ToString(), 1);
        if (Long(folded, at) is { } unit && (unit[1] != '\u7ea7' || !char.IsAsciiDigit(folded[last])))
            return (unit, unit.Length);
        if (Grades.Contains(folded[last], StringComparison.Ordinal) && Wording.IsAlike(snapshot, typed, '\u7ea7') && Follows(folded, at + 1, typed))
            return ("\u7ea7", 1);
        // "One" begins too many words; behind money or a weight it is one square metre.
        if (folded[last] == '\u4e00' && (last == 0 || !Numerals.Contains(folded[last - 1], StringComparison.Ordinal)))
            return last > 0 && "\u5143\u5757\u94b1\u6bdb\u5428".Contains(folded[last - 1], StringComparison.Ordinal) && Follows(folded, at + 1, typed) && Wording.IsAlike(snapshot, typed, '\u5e73') ? ("\u5e73", 1) : null;
        return Follows(folded, at + 1, typed) && Units.FirstOrDefault(u => Wording.IsAlike(snapshot, typed, u)) is > '\0' and var one ? (one.ToString(), 1) : null;
    }

    /// <summary>The unit of several characters that is typed by its sound at a place.</summary>
    private string? Long(string folded, int at) => Wording.IsUnit(folded, at) ? null
        : Array.Find(LongUnits, u => at + u.Length <= folded.Length && Alike(folded.AsSpan(at, u.Length), u) && !meanings.IsPhrase(folded.AsSpan(at, u.Length)) && !Wording.IsFiller(snapshot, folded.Substring(at, u.Length)));

    private bool Alike(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        for (var i = 0; i < meant.Length; i++)
            if (!Wording.IsAlike(snapshot, typed[i], meant[i]))
                return false;
        return true;
    }

    /// <summary>Whether a number goes on: a numeral, a unit, or a word that makes it a limit.</summary>
    private static bool Goes(string folded, int at) => at < folded.Length && (char.IsAsciiDigit(folded[at]) || Ones.Contains(folded[at], StringComparison.Ordinal) || "\u4ee5\u5c01\u8d77\u5de6\u51fa\u591a\u6765\u4f59".Contains(folded[at], StringComparison.Ordinal) || Wording.IsUnit(folded, at));

    /// <summary>Whether what comes behind lets an amount end here.</summary>
    private bool Follows(string folded, int at, char typed)
    {
        if (at >= folded.Length || !WordRun.IsHan(folded[at]))
            return true;
        if (Wording.IsWord($"{typed}{folded[at]}"))
            return false;
        if (Behind.Contains(folded[at], StringComparison.Ordinal) || Numerals.Contains(folded[at], StringComparison.Ordinal))
            return true;
        for (var length = 2; length <= 4 && at + length <= folded.Length; length++)
            if (meanings.IsPhrase(folded.AsSpan(at, length)) || Wording.IsFiller(snapshot, folded.Substring(at, length)))
                return true;
        return false;
    }
}
