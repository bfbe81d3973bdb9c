using System.Globalization;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Matching;

/// <summary>A question as the engine takes it: needs of the finder, and what is asked of records.</summary>
/// <param name="OfRecords">Values of the records that are looked for, by property: those of one property widen each other.</param>
/// <param name="Refused">Trades that are not wanted and that some park is for; <paramref name="Unruled"/> are those that none states.</param>
/// <param name="Trades">Words of trades that no park states as such; they only count for the order.</param>
internal sealed record Request(Needs Needs, IReadOnlyList<NeedProblem> Problems, IReadOnlyList<Wanted> OfRecords, IReadOnlySet<string> WithoutParks, IReadOnlyList<string> Trades, IReadOnlyList<string> Refused, IReadOnlyList<string> Unruled)
{
    public const string Trade = "trade";

    /// <summary>Finder needs whose wish is worth a limit: the better half of the city, by its quartile.</summary>
    private static readonly (string Field, string Need, string Type)[] Limits =
        [("railMinutes", "rail", "park"), ("airportMinutes", "airport", "park"), ("motorwayMinutes", "motorway", "park"), ("portMinutes", "port", "park"), ("rent", "rentMax", "space"), ("floorLoad", "floorLoad", "space"), ("clearHeight", "clearHeight", "space"), ("power", "power", "space"), ("crane", "crane", "space"), ("wasteWaterCapacity", "wasteWaterCapacity", "park")];

    public static Request Of(Understanding asked, string question, Snapshot snapshot, SiteSearch search, int culture, DateOnly day)
    {
        var wanted = asked.Wanted.Select(w => w with { Name = NeedNames.Of(w.Name) }).ToList();
        var query = new List<KeyValuePair<string, string>>();
        foreach (var group in wanted.Where(w => NeedField.Find(w.Name) is not null).GroupBy(w => w.Name))
        {
            var field = NeedField.Find(group.Key)!;
            var values = Values(field, [.. group], snapshot).Distinct().ToList();
            if (field.Shape == NeedShape.CleanClass)
                values = [.. values.Order(StringComparer.Ordinal).Take(1)];
            query.AddRange(values.Select(v => KeyValuePair.Create(field.Name, v)));
            if (values.Count > 0 && group.Where(w => !w.Not).All(w => !w.Must) && group.Any(w => !w.Not))
                query.Add(new(Needs.Wish, field.Name));
        }

        foreach (var (field, low) in asked.Wishes)
            if (Limits.FirstOrDefault(l => l.Field == field) is { Need: { } need } limit && query.TrueForAll(q => q.Key != need) && Quartile(limit.Type, field, low, snapshot, day) is { } value)
            {
                query.Add(new(need, value.ToString("0.####", CultureInfo.InvariantCulture)));
                query.Add(new(Needs.Wish, need));
            }

        // A policy is hardly ever called by its whole name.
        if (asked is { Seek: Seek.Park or Seek.Space, SaysPolicy: true } && query.TrueForAll(q => q.Key != "policy")
            && search.Search(new SearchRequest(question, culture, day) { Take = 1, Marked = false, Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["type"] = ["policy"] } }, snapshot).Items is [{ Related: false } found, ..])
            query.Add(new("policy", found.Document.Slug));
        var (niche, soft) = Stated(asked.Trades, snapshot, culture, day);
        if (niche.Count > 0)
            query.Add(new("niche", string.Join(' ', niche)));
        var reader = new NeedsReader(snapshot);
        var without = wanted.Where(w => w is { Name: "park", Not: true }).Select(w => w.Value).ToHashSet();
        var refused = wanted.Where(w => w is { Name: Trade, Not: true }).ToLookup(w => RuleOut(w.Value, without, snapshot, culture, day), w => w.Value);
        return new Request(reader.Read(query), reader.Problems, [.. wanted.Where(w => w.Name.Contains('.'))], without, soft, [.. refused[true]], [.. refused[false]]);
    }

    /// <summary>Rules out the parks that are for a trade; false where none says that it is.</summary>
    private static bool RuleOut(string trade, HashSet<string> without, Snapshot snapshot, int culture, DateOnly day)
    {
        var same = Wording.SameAs(snapshot, trade).ToList();
        var meanings = Meanings.Of(snapshot);
        if (same.Count == 0 && meanings.Find(WordRun.KeyOf(trade)).Length + meanings.Alias(WordRun.KeyOf(trade)).Length == 0)
            return false; // a word by chance, not a trade
        var before = without.Count;
        foreach (var name in same.Prepend(trade))
            without.UnionWith(Matcher.Match(snapshot, culture, new NeedsReader(snapshot).Read([new("niche", name.Replace(' ', '\u00a0'))]), day).Matches.Select(m => m.Park.Slug));
        return without.Count > before;
    }

    /// <summary>What is not wanted becomes a wish for all the rest; of a number, what was said last holds.</summary>
    private static IEnumerable<string> Values(NeedField field, List<Wanted> group, Snapshot snapshot)
    {
        var bad = group.Where(w => w.Not).Select(w => w.Value).ToHashSet();
        var good = group.Where(w => !w.Not).Select(w => w.Value).Except(bad).ToList();
        if (field.Shape is NeedShape.AtLeast or NeedShape.AtMost or NeedShape.Area or NeedShape.By or NeedShape.Flag)
            return good.Take(1);
        if (good.Count > 0 || bad.Count == 0)
            return good; // what is named and refused is refused
        return field.Shape switch
        {
            NeedShape.Reference when field.Name == "district" => snapshot.OfType("district").Select(d => d.Slug).Except(bad),
            NeedShape.Reference => snapshot.OfType("industry").Select(d => d.Slug).Except(bad),
            NeedShape.Choice => snapshot.Schema.DocumentTypes[field.Type].Find(field.Alias)!.DataType.Items.Select(i => i.Value).Except(bad),
            _ => [],
        };
    }

    private static decimal? Quartile(string type, string field, bool low, Snapshot snapshot, DateOnly day)
    {
        var values = snapshot.Derive($"assistant.values.{type}.{field}", [type], day, () =>
            snapshot.OfType(type).Select(d => d.In(0, snapshot.Schema)?.Values.Number(field)).OfType<decimal>().Where(v => v > 0).Order().ToArray());
        return values.Length == 0 ? null : values[(int)((values.Length - 1) * (low ? 0.4 : 0.6))];
    }

    /// <summary>A trade that some park states rules the others out; one that no park states only counts for the order.</summary>
    private static (List<string> Niche, List<string> Soft) Stated(IReadOnlyList<string> trades, Snapshot snapshot, int culture, DateOnly day)
    {
        var niche = new List<string>();
        bool Fits(string trade) => Matcher.Match(snapshot, culture, new NeedsReader(snapshot).Read([new("niche", string.Join(' ', niche.Append(trade)))]), day).Matches.Count > 0;
        foreach (var trade in trades.OrderByDescending(t => t.Length))
            // A name of several words is one thing: who draws no fibre may well make fibre lasers.
            if (trade.Replace(' ', '\u00a0') is var whole && Fits(whole))
                niche.Add(whole);
            else if (whole != trade && Fits(trade))
                niche.Add(trade);

        return (niche, [.. trades.Except(niche.Select(n => n.Replace('\u00a0', ' ')))]);
    }
}
