using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>Reads a question as needs, without a model: phrases that the city knows, numbers with units, and how they are meant.</summary>
internal sealed partial class QuestionReader(Snapshot snapshot, SiteSearch search, DateOnly today)
{
    private const int ShortestSlip = 2, LongestSlip = 12;
    private static readonly string ClauseEnds = ",;:.!?\n\uff1a\uff0c\u3002\uff1b\uff01\uff1f";
    private readonly Meanings meanings = Meanings.Of(snapshot);

    /// <summary>A stretch that means something.</summary>
    private sealed record Spot(int Start, int Length, IReadOnlyList<Meaning> Meanings, Quantity? Quantity = null)
    {
        public bool Is(MeaningKind kind) => Meanings.Any(m => m.Kind == kind);
        public bool IsCue(string group) => Meanings.Any(m => m.Kind == MeaningKind.Cue && m.Name == group);
    }

    /// <param name="text">Cleaned, at most a few hundred characters.</param>
    public Understanding Read(string text)
    {
        var folded = Wording.Fold(text);
        var spots = Spots(folded);
        var mended = Mend(folded, spots);
        return mended is null ? Understood(folded, spots, null) : Understood(mended, Spots(mended), mended);
    }

    private List<Spot> Spots(string folded)
    {
        var quantities = Wording.Quantities(folded);
        var spots = quantities.Select(q => new Spot(q.Start, q.Length, [], q)).ToList();
        var words = WordRun.Of(folded).Where(w => !quantities.Any(q => w.Start < q.Start + q.Length && q.Start < w.Start + w.Length)).ToList();
        for (var i = 0; i < words.Count;)
        {
            var taken = 1;
            for (var count = Math.Min(meanings.Longest, words.Count - i); count > 0; count--)
            {
                var stretch = words.GetRange(i, count);
                if (stretch.Exists(w => w.Key == WordRun.Break) || meanings.Find(WordRun.Key(stretch.Select(w => w.Key))) is not { Length: > 0 } found)
                    continue;
                spots.Add(new Spot(stretch[0].Start, stretch[^1].Start + stretch[^1].Length - stretch[0].Start, found));
                taken = count;
                break;
            }

            i += taken;
        }

        return [.. Called(folded, spots).OrderBy(s => s.Start)];
    }

    /// <summary>"The X park", by a part of its name: stands for whatever its words would mean by themselves.</summary>
    private List<Spot> Called(string folded, List<Spot> spots)
    {
        foreach (Match call in Call().Matches(folded))
            for (var name = call.Groups["name"]; ;)
            {
                var words = name.Value;
                var at = name.Index;
                // The longest ending that is a part of one park's name only.
                while (words.Length > 1 && meanings.ParkCalled(words.Trim()) is null)
                {
                    var cut = WordRun.IsHan(words[0]) ? 1 : words.IndexOf(' ') is >= 0 and var space ? space + 1 : words.Length;
                    (words, at) = (words[cut..], at + cut);
                }

                if (words.Trim().Length > 1 && meanings.ParkCalled(words.Trim()) is { } slug)
                {
                    var end = call.Index + call.Length;
                    spots.RemoveAll(s => s.Start < end && at < s.Start + s.Length && !s.Is(MeaningKind.Park));
                    if (!spots.Exists(s => s.Start < end && at < s.Start + s.Length))
                        spots.Add(new Spot(at, end - at, [new Meaning(MeaningKind.Park, "park", slug)]));
                }

                break;
            }

        return spots;
    }

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{2,12}?|[a-z0-9]{2,16} ?)(?:产业园|园区|园)(?!区)|(?<name>(?:[a-z&-]+ ){1,5})parks?\b", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Call();

    // Money without a measure, in a talk about space or pay: "25 yuan at most", "above fifteen thousand".
    [GeneratedRegex(@"(?:租金|月租|房租|预算|单价|价格|budget|max)[^\d,\uff0c\u3002]{0,8}?(?<n>\d+(?:\.\d+)?|[一二三四五六七八九十两]+)(?=以内|以下|封顶|左右|上下|块|元|,|\uff0c|\u3002|$)|(?<n>\d+(?:\.\d+)?|[一二三四五六七八九十两]+)\s*(?:块钱|块|元|yuan|rmb)(?!\s*(?:/|每))|(?<mao>[\d一二三四五六七八九两]+)\s*毛|(?<wan>[\d一二三四五六七八九十两]+(?:\.\d+)?)\s*(?:万|w)(?<tail>[一二三四五六七八九\d])?(?=以上|往上|起|左右|的|$)|(?<k>\d+)k\b", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Money();

    /// <summary>Between Chinese characters, as typing by sound leaves them.</summary>
    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<month>1[0-2]|[1-9]|十一|十二|十|[一二三四五六七八九])月(?:(?<day>\d{1,2})[日号]|底|末|初|中旬?)?(?:之?前|以前)|年底之?前?|(?<now>马上|立刻|立即|现在就?能?|随时)[^,\uff0c]{0,4}(?:用|入驻|搬|租)|(?:by|before|until)\s+(?:the end of\s+)?(?<english>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?<now>available now|immediately|right away|ready now)", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Day();

    /// <summary>Stretches that nothing is known of may be typed by sound or with a slip; they are put right where that makes them mean something.</summary>
    private string? Mend(string folded, List<Spot> spots)
    {
        var text = folded;
        foreach (var (start, length) in Gaps(folded, spots).Reverse())
        {
            var gap = folded.Substring(start, length);
            if (gap.Length is < ShortestSlip || (WordRun.IsHan(gap[0]) && gap.Length > LongestSlip) || search.Mended(gap) is not { } mended || mended == gap)
                continue;
            if (Spots(mended).Any(s => s.Quantity is not null || s.Meanings.Any(m => m.Kind is not (MeaningKind.Cue or MeaningKind.Property) || m.Name is "seek")))
                text = string.Concat(text.AsSpan(0, start), mended, text.AsSpan(start + length));
        }

        return text == folded ? null : Spaces().Replace(text, "");
    }

    private static IEnumerable<(int Start, int Length)> Gaps(string folded, List<Spot> spots)
    {
        var at = 0;
        foreach (var (start, end) in spots.Select(s => (s.Start, s.Start + s.Length)).Append((folded.Length, folded.Length)))
        {
            // A gap ends where a sentence or a script does.
            for (var from = at; from < start;)
            {
                var to = from;
                while (to < start && !ClauseEnds.Contains(folded[to]) && WordRun.IsHan(folded[to]) == WordRun.IsHan(folded[from]))
                    to++;
                if (folded[from..Math.Max(to, from)].Trim() is { Length: > 0 } gap)
                    yield return (folded.IndexOf(gap, from, StringComparison.Ordinal), gap.Length);
                from = Math.Max(to, from + 1);
            }

            at = end;
        }
    }

    private Understanding Understood(string folded, List<Spot> spots, string? mended)
    {
        var wanted = new List<Wanted>();
        var (wishes, trades, parks, asked) = (new List<(string Field, bool Low)>(), new List<string>(), new List<string>(), new List<string>());
        var (others, dropped, ordinals) = (new List<Quantity>(), new List<string>(), new List<int>());
        var (skills, techniques, policies, fields) = (new List<string>(), new List<string>(), new List<string>(), new List<string>());
        var cues = new HashSet<string>(StringComparer.Ordinal);
        var seeks = new List<Seek>();
        foreach (var clause in Clauses(folded, spots))
        {
            var wishAt = clause.FindIndex(s => s.IsCue("wish"));
            var wishAll = wishAt >= 0 && !clause.Skip(wishAt + 1).Any(IsContent);
            Meaning? negated = null;
            var (not, drop) = (false, false);
            for (var i = 0; i < clause.Count; i++)
            {
                var spot = clause[i];
                var must = !wishAll && (wishAt < 0 || i < wishAt);
                foreach (var cue in spot.Meanings.Where(m => m.Kind == MeaningKind.Cue))
                {
                    cues.Add(cue.Name);
                    if (cue.Name == "seek" && Enum.TryParse<Seek>(cue.Value, ignoreCase: true, out var sought))
                        seeks.Add(sought);
                    else if (cue.Name == "ordinal")
                        ordinals.Add(int.Parse(cue.Value, CultureInfo.InvariantCulture));
                    else if (cue.Name == "need" && cue.Value.Split('=') is [var name, var value])
                        if (drop || not)
                            dropped.Add(name);
                        else
                            wanted.Add(new Wanted(name, value, must));
                }

                if (spot.IsCue("except after") && wanted.FindLastIndex(w => w.Name is "district" or "sector") is >= 0 and var last)
                    wanted[last] = wanted[last] with { Not = true };
                if (spot.IsCue("drop"))
                    drop = true;
                else if (spot.IsCue("not"))
                    (not, negated) = (true, null);
                if (!IsContent(spot))
                    continue;
                if (spot.Quantity is { } quantity)
                {
                    if (quantity is { Measure: Measure.Area, Value: < 10 })
                        continue; // the price of one square metre, not a size
                    if (NeedOf(quantity) is { } need)
                        wanted.Add(new Wanted(need, quantity.Value.ToString("0.####", CultureInfo.InvariantCulture), must));
                    else
                        others.Add(quantity);
                    if (quantity.Measure == Measure.Area && folded.Substring(quantity.Start, quantity.Length).IndexOfAny(['\u4ea9', '\u9877']) >= 0)
                        wanted.Add(new Wanted("kind", "land", must));
                }

                foreach (var meaning in spot.Meanings)
                {
                    var without = not && (negated is null || negated.Kind == meaning.Kind);
                    switch (meaning.Kind)
                    {
                        case MeaningKind.Choice when meaning.Name == "park.facilities" && OfKind(spot):
                            break; // a pilot workshop is a space before it is something that a park has
                        case MeaningKind.Choice when meaning is { Name: "park.facilities", Value: "cleanroom" } && !Shared(folded, spot):
                            wanted.Add(new Wanted("cleanroom", "iso8", must));
                            break;
                        case MeaningKind.Choice when drop:
                            dropped.Add(meaning.Name);
                            break;
                        case MeaningKind.Choice:
                            wanted.Add(new Wanted(meaning.Name, meaning.Value, must, without));
                            break;
                        case MeaningKind.District or MeaningKind.Industry:
                            wanted.Add(new Wanted(meaning.Name, meaning.Value, must, without));
                            break;
                        case MeaningKind.Trade when !without:
                            (spot.Meanings.Any(m => m.Name.StartsWith("job.", StringComparison.Ordinal)) ? fields : trades).Add(meaning.Value);
                            break;
                        case MeaningKind.Park when without:
                            wanted.Add(new Wanted("park", meaning.Value, must, without));
                            break;
                        case MeaningKind.Park:
                            parks.Add(meaning.Value);
                            break;
                        case MeaningKind.Skill:
                            skills.Add(meaning.Value);
                            break;
                        case MeaningKind.Technique:
                            techniques.Add(meaning.Value);
                            break;
                        case MeaningKind.Policy:
                            policies.Add(meaning.Value);
                            break;
                        case MeaningKind.Property:
                            asked.Add(meaning.Value);
                            break;
                        case MeaningKind.Wish:
                            wishes.Add((meaning.Name, meaning.Value == "low"));
                            break;
                    }

                    if (not && meaning.Kind is not (MeaningKind.Property or MeaningKind.Cue))
                        negated ??= meaning;
                }
            }
        }

        var (seek, sure) = Sought(seeks, wanted, [.. trades, .. fields], wishes, parks, asked, skills, techniques, policies);
        // A word like "design" is a trade of parks and a field of jobs.
        if (seek != Seek.Job)
            trades.AddRange(fields);
        if (seek is Seek.Park or Seek.Space)
            wanted.AddRange(policies.Select(p => new Wanted("policy", p)));
        if ((seek is null or Seek.Park or Seek.Space) && (cues.Contains("top") || cues.Contains("bottom") || wishes.Exists(w => w.Field == "rent")) && wishes.All(w => w.Field == "rent") && asked.Exists(a => a != "rent") && parks.Count == 0)
        {
            // "Which has the lowest service charge": the cheap one of another price than the rent.
            wishes.Clear();
            asked.Remove("rent");
            wishes.Add((asked[0], !cues.Contains("top")));
            asked.Clear();
            seek ??= Seek.Park;
        }

        wanted.AddRange(Loose(folded, spots, seek, [.. wanted], wishes));
        return new Understanding
        {
            Seek = seek,
            IsSure = sure,
            SaysPolicy = seeks.Contains(Seek.Policy),
            Wanted = [.. wanted.Distinct()],
            Wishes = [.. wishes.Distinct()],
            Trades = [.. trades.Concat(seek == Seek.Job ? skills : seek == Seek.Resource ? techniques : []).Distinct()],
            Parks = [.. parks.Distinct()],
            Asked = [.. asked.Distinct()],
            Quantities = others,
            Dropped = dropped,
            Cues = cues,
            Ordinals = ordinals,
            Rest = string.Join(' ', Gaps(folded, spots).Select(g => folded.Substring(g.Start, g.Length))),
            Mended = mended,
        };
    }

    private static bool OfKind(Spot spot) => spot.Meanings.Any(m => m is { Name: "space.kind" } || (m is { Kind: MeaningKind.Cue, Name: "need" } && m.Value.StartsWith("kind=", StringComparison.Ordinal)));

    private static bool Shared(string folded, Spot spot) => folded.AsSpan(spot.Start, spot.Length) is var text && (text.Contains("\u5171\u4eab", StringComparison.Ordinal) || text.Contains("shared", StringComparison.Ordinal));

    private static bool IsContent(Spot spot) => spot.Quantity is not null || spot.Meanings.Any(m => m.Kind != MeaningKind.Cue || m.Name == "need");

    private static IEnumerable<List<Spot>> Clauses(string folded, List<Spot> spots)
    {
        var clause = new List<Spot>();
        var end = 0;
        foreach (var spot in spots)
        {
            if (clause.Count > 0 && folded.AsSpan(end, Math.Max(0, spot.Start - end)).IndexOfAny(ClauseEnds) >= 0)
            {
                yield return clause;
                clause = [];
            }

            clause.Add(spot);
            end = spot.Start + spot.Length;
        }

        if (clause.Count > 0)
            yield return clause;
    }

    private static string? NeedOf(Quantity quantity) => quantity.Measure switch
    {
        Measure.Area => "area",
        Measure.FloorLoad => "floorLoad",
        Measure.Height => "clearHeight",
        Measure.Power => "power",
        Measure.Crane => "crane",
        Measure.Rent => "rentMax",
        Measure.RailMinutes => "rail",
        Measure.AirportMinutes => "airport",
        Measure.MotorwayMinutes => "motorway",
        Measure.PortMinutes => "port",
        Measure.WasteWater => "wasteWaterCapacity",
        Measure.Pay => "job.payMax",
        _ => null,
    };

    private static readonly (string Field, string Need)[] Ways = [("railMinutes", "rail"), ("airportMinutes", "airport"), ("motorwayMinutes", "motorway"), ("portMinutes", "port")];

    [GeneratedRegex(@"(?<n>\d{1,3}|[\u4e00-\u9fff]{1,4}?)\s*(?:\u5206\u949f|min(?:ute)?s?)")]
    private static partial Regex Minutes();

    private static readonly HashSet<string> OfSpaces = ["area", "floorLoad", "clearHeight", "power", "crane", "rentMax", "kind", "space.kind", "space.cleanroom", "space.tenure", "tenure", "exhaust", "wasteWater"];

    /// <summary>Money and days that only the talk about them makes clear.</summary>
    private IEnumerable<Wanted> Loose(string folded, List<Spot> spots, Seek? seek, List<Wanted> wanted, List<(string Field, bool Low)> wishes)
    {
        bool Free(Match m) => !spots.Exists(s => s.Quantity is not null && s.Start < m.Index + m.Length && m.Index < s.Start + s.Length);
        string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
        foreach (var money in Money().Matches(folded).Where(Free))
            if (Amount(money) is var amount && amount >= 1000 && seek is Seek.Job or null && !wanted.Exists(w => w.Name == "job.payMax"))
                yield return new Wanted("job.payMax", Text(amount));
            else if (amount is > 0 and < 400 && seek is Seek.Space && !wanted.Exists(w => w.Name == "rentMax"))
                yield return new Wanted("rentMax", Text(money.Groups["mao"].Success || folded.Contains('\u5929') ? amount * 30 : amount));
        foreach (var (field, need) in Ways)
            if (!wanted.Exists(w => w.Name == need) && wishes.Exists(w => w.Field == field) && Minutes().Match(folded) is { Success: true } minutes && Free(minutes))
                yield return new Wanted(need, Text(Number(minutes.Groups["n"].Value)));
        if (seek is Seek.Space or Seek.Park && Day().Match(folded) is { Success: true } day)
            yield return new Wanted("availableBy", (day.Groups["now"].Success ? today : By(day)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static decimal Amount(Match money)
    {
        decimal Of(string group) => money.Groups[group].Success ? Number(money.Groups[group].Value) : 0;
        return money.Groups["n"].Success ? Of("n") : money.Groups["mao"].Success ? Of("mao") / 10 : money.Groups["k"].Success ? Of("k") * 1000 : (Of("wan") + (Of("tail") / 10)) * 10_000;
    }

    private static decimal Number(string written)
    {
        if (decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        decimal total = 0, digit = 0;
        foreach (var c in written)
            if (c == '\u5341')
                (total, digit) = (total + (Math.Max(1, digit) * 10), 0);
            else
                digit = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d".IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? place + 1 : c == '\u4e24' ? 2 : 0;
        return total + digit;
    }

    /// <summary>The end of the month that is named, in this year or the next.</summary>
    private DateOnly By(Match day)
    {
        var month = day.Groups["english"].Success ? "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(day.Groups["english"].Value, StringComparison.Ordinal) / 3 + 1 : day.Groups["month"].Success ? (int)Number(day.Groups["month"].Value) : 12;
        var year = month < today.Month ? today.Year + 1 : today.Year;
        var last = DateTime.DaysInMonth(year, month);
        // "Before March" ends with February; "by the end of March" does not.
        if (!day.Groups["day"].Success && day.ValueSpan.IndexOfAny('\u5e95', '\u672b') < 0 && (day.ValueSpan.EndsWith("\u524d") || day.ValueSpan.StartsWith("before", StringComparison.Ordinal)) && day.Groups["month"].Success | day.Groups["english"].Success)
            return new DateOnly(year, month, 1).AddDays(-1);
        return new DateOnly(year, month, day.Groups["day"].Success ? Math.Clamp((int)Number(day.Groups["day"].Value), 1, last) : last);
    }

    private static (Seek? Seek, bool Sure) Sought(
        List<Seek> seeks, List<Wanted> wanted, List<string> trades, List<(string, bool)> wishes, List<string> parks, List<string> asked, List<string> skills, List<string> techniques, List<string> policies)
    {
        bool Says(string prefix) => wanted.Exists(w => w.Name.StartsWith(prefix, StringComparison.Ordinal));
        var space = wanted.Exists(w => OfSpaces.Contains(w.Name));
        var money = seeks.Contains(Seek.Policy) || seeks.Contains(Seek.Finance);
        if (wanted.Exists(w => w.Name is "job.payMax") || (seeks.Contains(Seek.Job) && !(money && !Says("job."))) || (!money && wanted.Exists(w => w.Name is "job.degree" or "job.jobType")))
            return (Seek.Job, true);
        if (seeks.Contains(Seek.Story))
            return (Seek.Story, true);
        if ((seeks.Contains(Seek.Finance) || (Says("financeProduct.") && !space)) && !seeks.Contains(Seek.Park))
            return (Seek.Finance, true);
        if ((seeks.Contains(Seek.Policy) || (policies.Count > 0 && parks.Count == 0)) && !space && !seeks.Contains(Seek.Park))
            return (Seek.Policy, true);
        if ((seeks.Contains(Seek.Resource) || Says("resource.")) && !space && !seeks.Contains(Seek.Park) && !seeks.Contains(Seek.Space))
            return (Seek.Resource, true);
        if (space || seeks.Contains(Seek.Space))
            return (Seek.Space, true);
        if (seeks.Contains(Seek.Contact) && trades.Count == 0)
            return (Seek.Contact, true);
        if (seeks.Contains(Seek.Park))
            return (Seek.Park, true);
        if (techniques.Count > 0 && trades.Count == 0 && parks.Count == 0)
            return (Seek.Resource, false);
        if (skills.Count > 0 && trades.Count == 0 && parks.Count == 0 || Says("job."))
            return (Seek.Job, false);
        return (trades.Count + wishes.Count > 0 || (wanted.Count > 0 && (parks.Count == 0 || asked.Count == 0)) ? Seek.Park : null, false);
    }
}
