using System.Text.RegularExpressions;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>Conditions that somebody sets and of which nothing was made: they must be told, so that nobody takes them for met.</summary>
internal static partial class Conditions
{
    private const int Longest = 24, Around = 4, FirstYear = 2020, LastYear = 2040;

    /// <summary>A need that was read explains why another amount of its unit is spoken of: the weight of a machine beside what the floor bears.</summary>
    private static readonly HashSet<(string Need, UnitKind Unit)> Units =
    [
        ("crane", UnitKind.Weight), ("floorLoad", UnitKind.Weight), ("wasteWaterCapacity", UnitKind.Weight), ("wasteWaterCapacity", UnitKind.Volume), ("clearHeight", UnitKind.Length), ("area", UnitKind.Area), ("power", UnitKind.Power),
        ("rail", UnitKind.Minutes), ("airport", UnitKind.Minutes), ("motorway", UnitKind.Minutes), ("port", UnitKind.Minutes),
    ];

    /// <param name="loose">Numbers of which nothing says what they measure.</param>
    /// <param name="wanted">What was read.</param>
    /// <param name="says">Whether a stretch that nothing is known of says anything.</param>
    public static IEnumerable<string> Unread(string folded, IReadOnlyList<Spot> spots, IReadOnlyList<Quantity> loose, IReadOnlyList<Wanted> wanted, Func<int, int, bool> says)
    {
        foreach (var number in loose.Where(q => q.Unit is not (UnitKind.None or UnitKind.Money) && (Bound().IsMatch(folded.AsSpan(q.Start, q.Length)) || !(IsOther(folded, q) || IsOfThing(folded, q.Start + q.Length) || wanted.Any(w => Units.Contains((w.Name, q.Unit)))))))
        {
            var from = Math.Max(Start(folded, number.Start), spots.Where(s => s.Quantity != number && s.End <= number.Start).Select(s => s.End).DefaultIfEmpty().Max());
            if (Named(folded, from, number.Start + number.Length) is { } named)
                yield return named;
        }

        foreach (var (start, end) in Clauses(folded))
            if (Must().Match(folded[start..end]) is { Success: true } must && !spots.Any(s => s.Start < end && start < s.End && (s.IsContent || s.IsTrade || s.Quantity is not null || s.IsCue("field") || s.IsCue(Uses.Cue)))
                && folded[(start + must.Index + must.Length)..end].Trim().Length is var rest && (rest > 0 ? (start + must.Index + must.Length, end) : (start, start + must.Index)) is var (from, to) && says(from, to) && Named(folded, from, to) is { } named)
                yield return named;
    }

    /// <summary>"Not less than 28 tonnes": of a crane or of the floor? So many minutes: to where? What is made or moved in a day is no need.</summary>
    public static Quantity? Unclear(string folded, IReadOnlyList<Quantity> loose) => loose.FirstOrDefault(q => q.IsLimit && !IsOther(folded, q));

    /// <summary>Whether a number is a year, money, or of what is made or moved in a day.</summary>
    public static bool IsOther(string folded, Quantity number) => number is { Unit: UnitKind.None, Value: > FirstYear and < LastYear }
        || Output().IsMatch(folded[Start(folded, number.Start)..Math.Min(folded.Length, number.Start + number.Length + Around)]);

    /// <summary>Whether an amount is said that nothing can have.</summary>
    public static bool IsAbsurd(string folded) => Absurd().IsMatch(folded);

    [GeneratedRegex(@"(?<![\u6b63\u62c5\u8d1f\u9634\u6297\u6b20])\u8d1f(?:\u6570)?[\d\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07]+(?:\u4e2a)?(?:\u5e73|\u5428|\u5757|\u5143|\u7c73|\u4ea9|\u33a1)|\b(?:minus|negative) [\d,.]+ ?(?:sqm|sq|m2|square|tonnes?|tons?|yuan|rmb|met)|(?<![\d.])-\d[\d,.]* ?(?:sqm|m2|\u5e73|\u33a1|\u5428)|(?<![\d.,])(?:0|\u96f6) ?(?:\u5e73\u65b9?\u7c73?|\u33a1|\u4ea9)(?!\u65b9\u516c)|\b(?:zero|0) (?:sqm|square met(?:re|er)s|m2)\b|[\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u5343\u4e07\d]\u4ebf(?:\u591a|\u4e2a)?(?:\u5343\u4f0f\u5b89|kva|\u5e73|\u5428|\u7c73|\u4ea9|\u33a1)|\u6708\u85aa.{0,4}[\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\d](?:\u767e\u4e07|\u5343\u4e07|\u4ebf)|(?:\u96f6\u70b9|(?<![\d.])0\.)[\u96f60]+[\d\u4e00-\u4e5d]+ ?(?:\u5e73|\u33a1|sqm|m2)|\d{2,3},?\d{3} ?(?:tonnes?|tons?|t|\u5428)(?:/| per | a | every |\u6bcf)(?:m2|sqm|square|\u5e73|\u33a1)|\b(?:million|billion) (?:sqm|square|tonnes?|tons?|kva|met(?:re|er)s)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Absurd();

    /// <summary>"A press of 2,000 tonnes": an amount that tells what a thing is like.</summary>
    private static bool IsOfThing(string folded, int end) => end + 1 < folded.Length && folded[end] is '\u7684' or '\u7ea7';

    private static string? Named(string folded, int from, int to) => folded[from..to].Trim() is { Length: > 1 and <= Longest } named ? named : null;

    private static int Start(string folded, int at)
    {
        while (at > 0 && !Clause.Ends.Contains(folded[at - 1]))
            at--;
        return at;
    }

    private static IEnumerable<(int Start, int End)> Clauses(string folded)
    {
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && !Clause.Ends.Contains(folded[end]))
                end++;
            yield return (at, end);
            at = end + 1;
        }
    }

    [GeneratedRegex(@"不(?:能|可|得|要)?(?:低于|小于|少于|短于|超过|大于|高于)|至少|最少|起码|以上|以内|以下|[≥≤<>]|at least|no (?:less|more|smaller|lower|higher|wider) than|up to|min|max", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Bound();

    [GeneratedRegex(@"[日月年天产价租钱元费跨柱宽长深门距径]|月台|预算|出货|进货|吞吐|周转|用量|耗|消防|停|公交|地铁|走|步行|货车|卡车|挂车|叉车|\b(?:day|week|month|year|output|trucks?|lorr(?:y|ies)|forklifts?|walk|foot|bus|metro|span|spacing|width|wide|long|length|columns?|bays?|doors?|docks?|roads?|depth|deep|diameter|budget|price|rent|cost|yuan|rmb)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Output();

    [GeneratedRegex(@"必须(?:要|得|有|能)?|一定(?:要|得)(?:有|能)?|务必|不能(?:没有|缺)|缺不了|\bmust(?: have| be| not)?\b|\bha(?:s|ve) to(?: have| be)?\b|\bneeds? to have\b|\brequires?\b|\bessential\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Must();
}
