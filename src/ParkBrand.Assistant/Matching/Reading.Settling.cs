using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <content>What only the whole question tells: kinds that follow from other needs, sizes of all together, either of two.</content>
internal sealed partial class Reading
{
    private static readonly HashSet<string> Common = [.. Matching.Cues.All.Group("common")[""]];

    /// <summary>Whether the kind of space follows from something else that was said, like a crane; then one that was said goes before it.</summary>
    public bool IsKindConcluded { get; private set; }

    /// <summary>Kinds of space that are wanted beside the one that is looked for.</summary>
    public List<string> Besides { get; } = [];

    /// <summary>A park that is looked for by nothing of a space has a clean room as one of its facilities, as long as no class is said.</summary>
    public void OfParks()
    {
        if (!folded.Contains('\u7ea7') && !folded.Contains("iso", StringComparison.Ordinal) && !folded.Contains("class", StringComparison.Ordinal) && Wanted.Exists(IsAnyCleanRoom)
            && !Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && !IsAnyCleanRoom(w)) && Wanted.RemoveAll(w => IsAnyCleanRoom(w) && !w.Not) > 0)
            Wanted.Add(new Wanted(Several, "cleanroom"));
    }

    /// <summary>"A pilot hall and a test lab in the park": what is to be there for all is no space that is looked for.</summary>
    public void Provided()
    {
        // "The rent of a park" is asked after, not how it is to be had.
        if (Parks.Count > 0 && Wanted is [{ Name: "tenure", Value: "lease", Not: false }] && RentOf().IsMatch(folded))
            Wanted.Clear();
        if (!Seeks.Contains(Seek.Park) || !(InPark().IsMatch(folded) || Wanted.Exists(w => w.Name is "gas" or "steam" or "fibre" or Several or "rail" or "airport" or "motorway" or "port")) || Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && NeedNames.IsNumber(w.Name)))
            return;
        foreach (var (kind, facility) in new[] { ("pilot", "pilot"), ("lab", "testLab") })
            if (Wanted.RemoveAll(w => w is { Name: "kind", Not: false } && w.Value == kind) > 0)
            {
                Wanted.Add(new Wanted(Several, facility));
                Trades.RemoveAll(t => Tested().IsMatch(t));
            }

        if (Wanted.Exists(w => w is { Name: Several, Not: false }) && !Wanted.Exists(w => w is { Name: Several, Value: "testLab" }) && TestLab().IsMatch(folded))
            Wanted.Add(new Wanted(Several, "testLab"));
    }

    /// <summary>What follows narrows what was shown, and asks for nothing else.</summary>
    public void Narrow()
    {
        Seeks.RemoveAll(s => s is Seek.Policy);
        Cues.ExceptWith(["there", "seek", "enjoys"]);
        Cues.Add("follow");
        Wanted.RemoveAll(w => w.Name.StartsWith("policy.", StringComparison.Ordinal));
        policies.Clear();
    }

    /// <summary>A company of insurance or of funds that tells a size takes room for itself.</summary>
    public void OfMoney()
    {
        if (!Wanted.Exists(w => w is { Name: "area", Not: false }) || !Lender().IsMatch(folded))
            return;
        Seeks.RemoveAll(s => s == Seek.Finance);
        Wanted.RemoveAll(w => w.Name.StartsWith("financeProduct.", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:\u4fdd\u9669|\u57fa\u91d1|\u62c5\u4fdd|\u4fe1\u8d37|\u7406\u8d22|\u79df\u8d41|\u4fdd\u7406|\u521b\u6295|\u6295\u8d44)[^,;\uff0c\u3002]{0,6}(?:\u56e2\u961f|\u516c\u53f8|\u673a\u6784|\u7ba1\u7406|\u5ba2\u670d|\u56de\u8bbf|\u5916\u5305|\u4e2d\u4ecb|\u7ecf\u7eaa|\u4ee3\u7406|\u4e8b\u52a1\u6240|\u5750\u5e2d|\u603b\u90e8)|\b(?:fund|insurance|insurer|credit|loan|leasing|investment|venture capital|equity)s? (?:manager|management|broker|compan|firm|team|back|call|agenc|claims|service|house|outfit|partner)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Lender();

    [GeneratedRegex(@"\b(?:the|what(?: is|'s)|how much is) rents?\b|\brents? (?:of|in|at|for) (?!a\b)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex RentOf();

    [GeneratedRegex(@"\bon[ -]site\b|\b(?:inside|within|in) the park\b|\u56ed\u533a?[\u91cc\u5185](?!.{0,2}\u79df)|\u65e2\u6709.{1,12}[\u53c8\u4e5f]\u6709|\u540c\u65f6\u6709", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InPark();

    // Then the park has it.
    [GeneratedRegex(@"[\u6709\u914d\u5e26\u8bbe\u7528\u5b58\u653e\u8fd1].{0,6}(?:\u5e93|\u4ed3|\u5316\u5b66\u54c1|\u5371\u5316\u54c1|\u5371\u9669\u54c1)|\b(?:with|has|have|having|plus|and|near|park|there)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Given();

    [GeneratedRegex(@"\b(?:a|the|shared|public|and|with) test(?:ing)? lab(?:oratory)?\b(?! (?:of|for) )|\u68c0\u6d4b(?:\u5ba4|\u4e2d\u5fc3|\u5e73\u53f0)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TestLab();

    // Whoever draws circuits and motors does research; designers of things are another field.
    [GeneratedRegex(@"\b(?:ics?|adcs?|dacs?|asics?|chips?|rf|analog(?:ue)?|digital|circuits?|layout|rtl|soc|fpga|motors?|electromagnetic|optics|optical)\b|\u82af\u7247|\u7535\u8def|\u5c04\u9891|\u6a21\u62df|\u524d\u7aef|\u7248\u56fe|\u7535\u78c1|\u7535\u673a|\u5149\u5b66", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Circuits();

    [GeneratedRegex(@"^(?:test(?:ing)?|\u68c0\u6d4b|\u6d4b\u8bd5|\u4e2d\u8bd5|pilot)$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tested();

    /// <inheritdoc cref="Understanding.Clash"/>
    public (string Need, decimal Least, decimal Most)? Clash { get; private set; }

    private void Against()
    {
        if (Cues.Contains("correct") || Cues.Contains("or"))
            return;
        foreach (var said in amounts.Where(a => a.Wanted.Must && a.Quantity.IsLimit && !NeedNames.IsLimit(a.Wanted.Name)).GroupBy(a => a.Wanted.Name))
            if (said.Where(a => !a.Quantity.AtMost).Select(a => a.Quantity.Value).DefaultIfEmpty().Max() is var least && said.Where(a => a.Quantity.AtMost).Select(a => a.Quantity.Value).DefaultIfEmpty(decimal.MaxValue).Min() is var most && least > most)
                Clash = (said.Key, least, most);
    }

    /// <summary>What only the whole question tells.</summary>
    public void Settle(Seek? seek)
    {
        Against();
        // Who can take so much waste water a day is asked of the park.
        if (Wanted.Exists(w => w.Name == "wasteWaterCapacity") && !Wanted.Exists(w => w.Name is "kind" or "area"))
            Wanted.RemoveAll(w => w.Name == "wasteWater" && assumed.Contains(w));
        else if (Wanted.Exists(w => w is { Name: "wasteWaterCapacity", Not: false }) && !Wanted.Exists(w => w.Name == "wasteWater"))
            Wanted.Add(new Wanted("wasteWater", "1")); // so much has to leave the space
        // A word like "design" is a trade of parks and a field of jobs.
        if (seek != Seek.Job)
            Trades.AddRange(Fields);
        if (seek != Seek.Space)
            Trades.AddRange(unlessSpace);
        if (seek != Seek.Park || !Seeks.Contains(Seek.Park) || Cues.Contains("makes"))
            Trades.AddRange(unlessHad);
        // What any trade does is what no park is chosen by, where something else is said of it.
        if (seek == Seek.Space)
            Aliases.AddRange(Trades.Where(Common.Contains).Where(_ => Wanted.Exists(w => NeedNames.OfSpaces.Contains(w.Name) && NeedNames.IsNumber(w.Name))).ToList().Where(Trades.Remove));
        if (seek is Seek.Park && Trades.Count + Wanted.Count + Parks.Count + Policies.Count == 0)
            Trades.AddRange(Aliases);
        var type = seek switch { Seek.Finance => "financeProduct", { } kind => kind.ToString(), _ => "" };
        Wanted.RemoveAll(w => w.Name.Contains('.') && !w.Name.StartsWith(type + ".", StringComparison.OrdinalIgnoreCase));
        Wanted.RemoveAll(w => assumed.Contains(w) && Wanted.Exists(o => o.Name == w.Name && o.Name is not ("kind" or "facilities") && !assumed.Contains(o)));
        if (seek is Seek.Space or Seek.Park)
            Wanted.AddRange(perhaps.Where(Wanted.Remove).Select(w => w with { Must = true }).ToList());
        // "The waste water has changed, there is none": what is withdrawn in the end was only spoken of.
        Wanted.RemoveAll(w => w is { Not: false, Value: "1" } && assumed.Contains(w) && Dropped.Contains(w.Name));
        // "Other towns will do, too": the one that was named is better, no more.
        if (Cues.Contains("dropped") && Dropped.Contains("district"))
            foreach (var place in Wanted.Where(w => w is { Name: "district", Must: true, Not: false }).ToList())
                Wanted[Wanted.IndexOf(place)] = place with { Must = false };
        // "The zone first – never mind, only the zone": what is said last counts.
        Wanted.RemoveAll(w => w.Not && Wanted.FindLastIndex(o => !o.Not && o.Name == w.Name && o.Value == w.Value) > Wanted.IndexOf(w));
        Lifted();
        Firm();
        foreach (var (kind, _, _) in kinds.Where(k => IsFormer(k.Start) && kinds.Exists(o => o.Kind != k.Kind && !IsFormer(o.Start) && Wanted.Exists(w => w is { Name: "kind", Not: false } && w.Value == o.Kind)) && !kinds.Exists(o => o.Kind == k.Kind && !IsFormer(o.Start))).ToList())
            Wanted.RemoveAll(w => w is { Name: "kind", Not: false } && w.Value == kind);
        Beside();
        // A store for chemicals with a size is the space itself.
        if (seek == Seek.Space && areas.Count > 0 && !Wanted.Exists(w => w is { Name: "kind", Not: false }) && Wanted.Exists(w => w is { Name: Several, Value: "hazardousStore", Must: true, Not: false }) && !Given().IsMatch(folded))
            Wanted.Add(new Wanted("kind", "warehouse"));
        if (seek == Seek.Space && !Wanted.Exists(w => w.Name == "area"))
            Bare();
        Sized();
        if (seek == Seek.Space && !Wanted.Exists(w => w.Name == "rentMax"))
            Priced();
        if (Cues.Contains("correct"))
            Wanted.RemoveAll(w => !w.Not && Wanted.FindLast(o => o.Name == w.Name && !o.Not) is { } last && last != w && !assumed.Contains(w) && NeedNames.IsNumber(w.Name));
        if (Cues.Contains("or") || Cues.Contains("add"))
            Either();
        else
            Strictest();
        Wanted.RemoveAll(w => w is { Name: "kind", Not: true } && Wanted.Exists(o => o is { Name: "kind", Not: false } && o.Value == w.Value)); // a warehouse, but no cold one
        if (seek == Seek.Space && !Wanted.Exists(w => w is { Name: "kind", Not: false }))
            foreach (var kind in Used())
            {
                Wanted.Add(new Wanted("kind", kind));
                besides.Add(kind);
            }

        IsKindConcluded = seek == Seek.Space && !Wanted.Exists(w => w is { Name: "kind", Not: false });
        if (IsKindConcluded && KindHints.FirstOrDefault(Hints.Contains) is { } hinted)
            Wanted.Add(new Wanted("kind", hinted));
        if (IsKindConcluded && !Wanted.Exists(w => w is { Name: "kind", Not: false }) && (Cues.Contains("production") || Wanted.Exists(w => w is { Name: "crane", Must: true }) || Wanted.Exists(w => w.Name == "floorLoad" && Heavy(w)) || IsHall()))
            Wanted.Add(new Wanted("kind", "factory"));
        if (IsKindConcluded && !Wanted.Exists(w => w is { Name: "kind", Not: false }) && Seated())
            Wanted.Add(new Wanted("kind", "office"));
        if (seek == Seek.Space && !Wanted.Exists(w => w.Name == "kind") && KindHints.FirstOrDefault(Guesses.Contains) is { } guessed)
            Wanted.Add(new Wanted("kind", guessed, Must: Guesses.Count > 1 && Guesses.TrueForAll(g => g == guessed))); // two words that say the same are no chance
        if (seek == Seek.Resource && AsksWhereTested)
            Wanted.RemoveAll(w => w.Name == "kind"); // the laboratory of others
        if (seek == Seek.Job && Circuits().IsMatch(folded))
            Wanted.RemoveAll(w => w is { Name: "job.field", Value: "design", Not: false });
        if (seek == Seek.Job && Years is { } years)
            Wanted.Add(new Wanted("job.experienceYears", Text(years)));
        if (seek == Seek.Resource && Spans.Waited(folded) is { } days)
            Wanted.Add(new Wanted("resource.leadDays", Text(days)));
        if (seek == Seek.Space && !Wanted.Exists(w => w.Name == "tenure") && Sold().IsMatch(folded))
            Wanted.Add(new Wanted("tenure", "sale"));
        Kinds();
        IsKindConcluded |= seek == Seek.Space && Wanted.Exists(w => w is { Name: "kind", Not: false }) && Wanted.TrueForAll(w => w is not { Name: "kind", Not: false } || besides.Contains(w.Value));
        if (seek == Seek.Policy)
            Wanted.RemoveAll(w => w.Name == "facilities");
        if (seek is Seek.Finance or Seek.Policy or Seek.Job)
            Wanted.RemoveAll(w => w.Name == "tenure"); // "to buy equipment"
        // To rent or to buy, it is all the same.
        if (Wanted.Count(w => w is { Name: "tenure", Not: false } && w.Value is "lease" or "sale") > 1 && Wanted.Where(w => w is { Name: "tenure", Not: false }).Select(w => w.Value).Distinct().Count() > 1)
            Wanted.RemoveAll(w => w.Name == "tenure");
    }

    // Whoever asks who sells it buys.
    [GeneratedRegex(@"(?<!\u79df)[\u5356\u552e](?=[^,;\uff0c\u3002]{0,4}(?:\u5382\u623f|\u529e\u516c|\u5199\u5b57\u697c|\u4ed3\u5e93|\u5b9e\u9a8c\u5ba4|\u8f66\u95f4))|(?:\u5382\u623f|\u529e\u516c\u5ba4|\u5199\u5b57\u697c|\u4ed3\u5e93|\u5b9e\u9a8c\u5ba4|\u8f66\u95f4)\u5356(?!\u573a)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Sold();

    /// <summary>Of several amounts of one need, the one that is said to be the last that will do; one that has to be before one that is wished for.</summary>
    private void Firm()
    {
        static int Rank((Wanted Wanted, Quantity Quantity) said) => !said.Wanted.Must ? 0 : said.Quantity.IsLast ? 2 : 1;
        foreach (var same in amounts.Where(a => Wanted.Contains(a.Wanted)).GroupBy(a => a.Wanted.Name).Where(g => g.Count() > 1).ToList())
            foreach (var (lesser, amount) in same.Where(a => Rank(a) < same.Max(Rank)))
            {
                Wanted.Remove(lesser);
                areas.Remove(amount);
            }

        // A better class is nice to have, the other has to be.
        foreach (var name in new[] { "cleanroom", "kind" })
            if (Wanted.Exists(w => w.Name == name && w is { Must: true, Not: false }))
                Wanted.RemoveAll(w => w.Name == name && w is { Must: false, Not: false });
    }

    /// <summary>"In the old factory": what stands there is not looked for.</summary>
    private bool IsFormer(int start) => Former().IsMatch(folded.AsSpan(0, start));

    [GeneratedRegex(@"(?:[老旧]|(?:现在|目前|如今|原来|之前|以前)的?|\b(?:old|present|current|former|previous|existing) )$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Former();

    /// <summary>Two kinds with a size each, "a hall of 2,000 and an office of 300": the larger is looked for, and that the other was not is told.</summary>
    private void Beside()
    {
        if (Cues.Contains("or") || areas.Count < 2 || kinds.Select(k => k.Kind).Distinct().Count() < 2)
            return;
        var first = kinds[0].Start < areas[0].Start;
        var free = kinds.ToList();
        var pairs = new List<(string Kind, Quantity Area)>();
        foreach (var area in areas)
        {
            var at = first ? free.FindLastIndex(k => k.End <= area.Start) : -1;
            if (at < 0)
                at = free.FindIndex(k => k.Start >= area.Start + area.Length);
            if (at < 0)
                return;
            pairs.Add((free[at].Kind, area));
            free.RemoveAt(at);
        }

        var main = pairs.MaxBy(p => p.Area.Value);
        if (pairs.Exists(p => p.Kind != main.Kind) && !Wanted.Exists(w => w is { Name: "kind", Not: false } && w.Value == main.Kind))
            Wanted.Add(new Wanted("kind", main.Kind));
        foreach (var (kind, area) in pairs.Where(p => p.Kind != main.Kind))
        {
            Besides.Add(kind);
            areas.Remove(area);
            Wanted.RemoveAll(w => (w.Name == "kind" && w.Value == kind) || (w.Name == "area" && amounts.Exists(a => a.Wanted == w && a.Quantity == area)));
        }
    }

    /// <summary>"Five tonnes or three": who takes either is helped by what is easier to have.</summary>
    private void Either()
    {
        foreach (var said in Wanted.Where(w => w is { Not: false } && NeedNames.IsNumber(w.Name)).GroupBy(w => w.Name).Where(g => g.Count() > 1).ToList())
        {
            decimal Value(Wanted wanted) => decimal.Parse(wanted.Value, CultureInfo.InvariantCulture);
            var easy = NeedNames.IsLimit(said.Key) ? said.MaxBy(Value) : said.MinBy(Value);
            Wanted.RemoveAll(w => w.Name == said.Key && !w.Not && w != easy);
        }
    }

    /// <summary>Of several amounts of which nothing says that one has gone before, the strictest: what meets it meets them all.</summary>
    private void Strictest()
    {
        foreach (var same in amounts.Where(a => a.Wanted.Name != "area" && Wanted.Contains(a.Wanted)).Select(a => a.Wanted).GroupBy(w => w.Name).Where(g => g.Count() > 1).ToList())
        {
            decimal Value(Wanted wanted) => decimal.Parse(wanted.Value, CultureInfo.InvariantCulture);
            var strict = NeedNames.IsLimit(same.Key) ? same.MinBy(Value) : same.MaxBy(Value);
            foreach (var other in same.Where(w => w != strict))
                Wanted.Remove(other);
        }
    }

    /// <summary>The one large number by itself, where space is looked for and no size is said: "somewhere for stamping, three thousand".</summary>
    private void Bare()
    {
        if (Others.Where(o => o is { Unit: UnitKind.None, AtMost: false, Value: >= LeastBare and <= MostBare } && !Conditions.IsOther(folded, o)).ToList() is not [var one])
            return;
        Others.Remove(one);
        areas.Add(one);
        Wanted.Add(new Wanted("area", Text(one.Value)));
    }

    /// <summary>A number alone between commas, where a size is said and no rent: "lab, 1500 m², drains, 52".</summary>
    private void Priced()
    {
        bool Alone(Quantity number) => (number.Start == 0 || Clause.Ends.Contains(folded[number.Start - 1]) || (folded[number.Start - 1] == ' ' && number.Start > 1 && Clause.Ends.Contains(folded[number.Start - 2])))
            && (number.Start + number.Length == folded.Length || Clause.Ends.Contains(folded[number.Start + number.Length]));
        if (areas.Count != 1 || Others.Where(o => o is { Unit: UnitKind.None, Value: >= LeastRent and <= MostRent } && Alone(o)).ToList() is not [var rent])
            return;
        Others.Remove(rent);
        Wanted.Add(new Wanted("rentMax", Text(rent.Value)));
    }

    /// <summary>What is tried out or measured says more than that something is made; for the rest, any of the uses may be meant.</summary>
    private IEnumerable<string> Used() => Uses.Contains("pilot") && !Uses.Contains("factory+pilot") ? [Hints.Contains("lab") ? "lab" : "pilot"] : Uses.Contains("factory+pilot") && (Uses.Contains("factory") || Cues.Contains("production")) ? ["factory"] : Uses.Contains("lab") ? Uses.Where(u => u is "lab" or "warehouse") : Uses.SelectMany(u => u.Split('+')).Distinct();

    private bool IsHall() => Wanted.Exists(w => w is { Name: "cleanroom" or "exhaust" or "wasteWater", Must: true, Not: false }) && Wanted.Exists(w => w is { Name: "area" } && decimal.Parse(w.Value, CultureInfo.InvariantCulture) >= LargeRoom);

    /// <summary>People who are counted, with no machine and nothing of a hall: they sit there.</summary>
    private bool Seated() => Spans.People(folded) is { } people && KindHints.FirstOrDefault(Guesses.Contains) is null or "office" && !Wanted.Exists(w => w.Name is "crane" or "floorLoad" or "clearHeight" or "cleanroom" or "exhaust" or "wasteWater" or "power" or "gas" or "steam")
        && (Wanted.Find(w => w is { Name: "area" }) is not { } area || decimal.Parse(area.Value, CultureInfo.InvariantCulture) / people is >= LeastOfDesk and <= MostOfDesk);

    /// <summary>A crane that nobody measured has to lift what is said to be heavy.</summary>
    private void Lifted()
    {
        // More than any floor bears can only be lifted.
        if (!Wanted.Exists(w => w.Name == "crane") && Others.Find(o => o is { Unit: UnitKind.Weight, IsLimit: true, Value: > MostLoad } && !Conditions.IsOther(folded, o)) is { } lifted)
        {
            Others.Remove(lifted);
            Wanted.Add(new Wanted("crane", Text(lifted.Value)));
        }

        if (Wanted.Find(w => w is { Name: "crane", Not: false } && assumed.Contains(w)) is { } crane && Others.Where(o => o.Unit == UnitKind.Weight).ToList() is [{ Value: >= 1 } weight, ..] weights && weights.TrueForAll(w => w.Value == weight.Value)
            && weights.Exists(w => w.IsLimit || Spans.IsHeavy(folded, w.Start, w.Start + w.Length)))
        {
            Others.RemoveAll(weights.Contains);
            Wanted[Wanted.IndexOf(crane)] = crane with { Value = Text(weight.Value) };
        }
    }

    /// <summary>"Nine thousand odd (9600)": what stands in brackets behind a rough size is the size. A size that was said exactly only stands there once more.</summary>
    /// <returns>Whether the rough one has given way.</returns>
    private bool Exactly(Quantity exact)
    {
        if (areas.Count == 0 || areas[^1] is not { } rough || exact.Start - rough.Start - rough.Length is < 0 or > LongestBracket || !Rough().IsMatch(folded.AsSpan(Math.Max(0, rough.Start - 4), exact.Start - Math.Max(0, rough.Start - 4)))
            || exact.Value < rough.Value / 2 || exact.Value > rough.Value * 2 || Wanted.FindLast(w => w is { Name: "area", Not: false }) is not { } wanted)
            return false;
        Wanted.Remove(wanted);
        amounts.RemoveAll(a => a.Wanted == wanted);
        areas.RemoveAt(areas.Count - 1);
        return true;
    }

    [GeneratedRegex(@"[\u591a\u6765\u51e0\u4f59\u8fd1\u7ea6]|\u5de6\u53f3|\u5dee\u4e0d\u591a|\u5927\u6982|\u4e0a\u4e0b|\u4ee5\u5185|\u4ea9|\b(?:about|around|roughly|some|odd|over|nearly|under|up to|mu)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Rough();

    /// <summary>Of several sizes, the one of all together; of two ends, the middle.</summary>
    private void Sized()
    {
        if (areas.Count == 0)
            return;
        if (areas.Count == 1 && Others.Find(o => o is { Unit: UnitKind.None, Value: >= LeastArea } && IsInBrackets(o.Start)) is { } exact && Exactly(exact))
        {
            Others.Remove(exact);
            areas.Add(exact);
            Wanted.Add(new Wanted("area", Text(exact.Value)));
            return;
        }

        var all = areas.Concat(Others.Where(o => o.Unit == UnitKind.None && o.Value > areas.Max(a => a.Value))).FirstOrDefault(a => Spans.IsTotal(folded, a.Start));
        decimal? size = all is not null && all != areas[0] ? all.Value : areas is [{ AtMost: false } least, { AtMost: true } most] && least.Value < most.Value ? (least.Value + most.Value) / 2 : null;
        if (size is not { } value || Wanted.Find(w => w.Name == "area") is not { } first)
            return;
        if (all is not null)
            Others.Remove(all);
        Wanted[Wanted.IndexOf(first)] = first with { Value = Text(value) };
        Wanted.RemoveAll(w => w.Name == "area" && w.Value != Text(value));
    }

    /// <summary>No office bears it.</summary>
    private static bool Heavy(Wanted wanted) => decimal.Parse(wanted.Value, CultureInfo.InvariantCulture) >= HeavyLoad;

    /// <summary>Of several kinds that are said of one thing, the one that says more: a pilot workshop is no factory, land for a factory is land.</summary>
    private void Kinds()
    {
        bool Is(string kind) => Wanted.Exists(w => w is { Name: "kind", Not: false } && w.Value == kind);
        if (Is("factory") && (Is("land") || (Is("pilot") && !Uses.Contains("factory+pilot"))) && !Cues.Contains("or"))
            Wanted.RemoveAll(w => w is { Name: "kind", Value: "factory", Not: false });
        if (Is("land"))
            Wanted.RemoveAll(w => w is { Name: "tenure", Value: "sale" }); // land is transferred, not sold
        if (Is("office") && Is("land") && !Cues.Contains("or"))
            Wanted.RemoveAll(w => w is { Name: "kind", Value: "office", Not: false });
    }
}
