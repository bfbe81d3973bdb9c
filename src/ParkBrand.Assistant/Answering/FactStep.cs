using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>What is asked of parks that are named: one fact, or two parks side by side, or what a park is.</summary>
internal static partial class FactStep
{
    private const int MostSpaces = 4, MostFields = 4, MostTold = 3;
    // "How much is the steam" asks for no rent.
    private static readonly string[] RentSaid = ["\u79df\u91d1", "\u623f\u79df", "rent"];
    private static readonly string[] Compared = ["niche", "railMinutes", "airportMinutes", "carrierAvailable", "propertyFee", "minLeaseYears", "powerSpare", "facilities"];
    private static readonly string[] Profile = ["niche", "district", "carrierAvailable", "railMinutes", "contactPhone"];
    private static readonly Dictionary<string, string[]> Together = new() { ["contactPhone"] = ["contactName", "contactPhone", "contactEmail"], ["contactName"] = ["contactName", "contactPhone"], ["accepted"] = ["accepted", "conditional", "excluded"] };

    /// <summary>Needs that, asked of a park by its name, are questions for a fact.</summary>
    private static readonly HashSet<string> Flags = ["park.facilities", "facilities", "gas", "steam", "fibre", "wasteWater", "exhaust"];

    public static AnswerStatus? Compare(Turn turn)
    {
        if (turn.Parks.Count < 2 || !(turn.Asked.Cues.Contains("compare") || turn.Asked.Asked.Count > 0) || turn.Asked.Seek is not (null or Seek.Park or Seek.Space))
            return null;
        turn.Draft.Say("compare");
        foreach (var park in turn.Parks.Take(3))
        {
            var aliases = Asked(turn).Concat(Compared).Distinct().Where(a => park.Type.Find(a) is not null).ToList();
            turn.Draft.Say("compare.line", turn.Draft.Name(park), string.Join(turn.Words["clause"], aliases.Take(5).Select(a => turn.Draft.Told(park, a)).OfType<string>()));
            foreach (var alias in Asked(turn).Where(a => park.Type.Find(a) is null))
                OfSpaces(turn, park, alias);
            MatchStep.Add(turn, park, park, [.. aliases.Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        }

        CompareVerdict.Say(turn, [.. turn.Parks.Take(3)], Asked(turn));
        turn.Suggestions.AddRange([turn.Words["suggest.contact"], turn.Words["suggest.jobs"], turn.Words["suggest.policies"]]);
        return AnswerStatus.Answered;
    }

    public static AnswerStatus? Facts(Turn turn)
    {
        if (turn.Parks.Count == 0 || Asked(turn).Count == 0 || (turn.Asked.Seek is Seek.Space && turn.Asked.Wanted.Any(w => !Flags.Contains(w.Name)) && (turn.StatesAmount || Named(turn).Count == 0)) || IsOfRecords(turn))
            return null;
        // "Where is the beach of the park" does not ask where the park is.
        if (Asked(turn) is ["address"] && OfThing().IsMatch(turn.Folded) && turn.Unsaid(turn.Parks).Length > 1)
            return null;
        var status = AnswerStatus.Answered;
        if (turn.Asked.Pointed && Pointing.IsAtOne(turn.Folded))
            turn.Draft.Say("which.shown", Math.Min(MostTold, turn.Parks.Count));
        foreach (var park in turn.Parks.Take(MostTold))
        {
            var own = Asked(turn).Where(a => park.Type.Find(a) is not null).ToList();
            var told = turn.Draft.Told(park, own);
            if (told.Count > 0)
                turn.Draft.Say("facts.line", turn.Draft.Name(park), string.Join(turn.Words["clause"], told));
            var missing = own.Where(a => turn.Draft.Told(park, a) is null).Concat(Asked(turn).Except(own).Where(a => !OfSpaces(turn, park, a))).ToList();
            if (missing.Count > 0)
            {
                turn.Draft.Say("facts.missing", turn.Draft.Name(park), turn.Words.Joined(missing.Select(a => turn.Words.Inline((park.Type.Find(a) ?? turn.Snapshot.Schema.DocumentTypes["space"].Find(a))!))));
                status = AnswerStatus.Partial;
            }

            MatchStep.Add(turn, park, park, [.. own.Concat(Profile).Distinct().Take(6).Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        }

        if (status == AnswerStatus.Answered && PremiseStep.IsOdd(turn))
        {
            turn.Draft.Say("unasked.part");
            status = AnswerStatus.Partial;
        }

        if (turn.Parks.Count > 1 && turn.Asked.Wishes.Count > 0)
            CompareVerdict.Say(turn, [.. turn.Parks.Take(3)], []);

        turn.Suggestions.AddRange([turn.Words["suggest.spaces"], turn.Words["suggest.jobs"], turn.Words["suggest.policies"]]);
        return status;
    }

    /// <summary>Whether the jobs or resources of a park are asked for, and not a fact of its own.</summary>
    private static bool IsOfRecords(Turn turn) => turn.Asked.Seek is Seek.Job or Seek.Resource or Seek.Finance or Seek.Story
        && (Named(turn).Count == 0 || turn.Asked.Cues.Contains("seek") || turn.Asked.Seek is Seek.Finance or Seek.Story);

    public static AnswerStatus? Tell(Turn turn)
    {
        if (turn.Parks.Count == 0 || turn.Asked.Seek is not (null or Seek.Park or Seek.Contact))
            return null;
        // Something is asked of the park, and it is nothing that a park states.
        var strange = (turn.Asked.Seek is null && turn.Asks && turn.Unsaid(turn.Parks).Length > 1) || (PremiseStep.IsOdd(turn) && (turn.Asks || turn.Unsaid(turn.Parks).Length > 2));
        if (strange)
        {
            turn.Draft.Say("unasked");
            LimitStep.Ask(turn);
        }

        foreach (var park in turn.Parks.Take(3))
        {
            turn.Draft.Say("profile", turn.Draft.Name(park), string.Join(turn.Words["clause"], Profile.Select(a => turn.Draft.Told(park, a)).OfType<string>()));
            MatchStep.Add(turn, park, park, [.. Profile.Select(a => turn.Draft.Card(park, a)).OfType<CardFact>()]);
        }

        turn.Suggestions.AddRange([turn.Words["suggest.jobs"], turn.Words["suggest.resources"], turn.Words["suggest.policies"]]);
        return strange ? AnswerStatus.Partial : AnswerStatus.Answered;
    }

    /// <summary>Properties of parks that are asked for by whatever the schema and the city call them; else what the question was read to ask.</summary>
    private static List<string> Asked(Turn turn) => Named(turn) is { Count: > 0 } named ? [.. named, .. Read(turn).Where(a => a == "rent" && RentSaid.Any(turn.Folded.Contains) && !named.Contains(a))] : [.. Read(turn)];

    /// <summary>Properties that are asked of parks that are named, so that the same can be asked of another.</summary>
    public static IReadOnlyList<string> AskedOf(Turn turn) => (turn.Parks.Count > 0 || IsAskedBack(turn)) && (turn.Asked.Seek is null or Seek.Park or Seek.Contact || turn.Read is { Wanted.Count: 0, Trades.Count: 0 }) ? Asked(turn) : [];

    /// <summary>Whether parks are shown so that one of them is picked.</summary>
    private static bool IsAskedBack(Turn turn) => turn.Draft.Shown.Count > 1 && turn.Draft.Shown.All(s => turn.Snapshot.Resolve(s).Document?.Type.Alias == "park");

    private static List<string> Named(Turn turn)
    {
        // "How large is the pilot shop of the park" is asked of its space.
        var space = turn.Read.Wanted.Any(w => NeedNames.Of(w.Name) == "kind") ? Fields.Asked(turn.Snapshot.Schema.DocumentTypes["space"], turn.Bare, turn.Snapshot) : [];
        return [.. (space.Count > 0 ? space : Fields.Asked(turn.Snapshot.Schema.DocumentTypes["park"], turn.Bare, turn.Snapshot)).Except(["kind"]).Take(MostFields)];
    }

    private static IEnumerable<string> Read(Turn turn)
    {
        var park = turn.Snapshot.Schema.DocumentTypes["park"];
        var space = turn.Snapshot.Schema.DocumentTypes["space"];
        var of = turn.Asked.Wanted.Where(w => Flags.Contains(w.Name)).Select(w => NeedField.Find(NeedNames.Of(w.Name))!.Alias);
        if (turn.Asked.Seek == Seek.Policy)
            of = of.Append("policies");
        return turn.Asked.Asked.Concat(of).SelectMany(a => Together.GetValueOrDefault(a, [a])).Distinct().Where(a => park.Find(a) is not null || space.Find(a) is not null).Take(4);
    }

    private static bool OfSpaces(Turn turn, PublishedDocument park, string alias)
    {
        var kinds = turn.Request.Needs["kind"]?.Values ?? [];
        var spaces = turn.Snapshot.ChildrenOf(park.Id).Where(c => c.Type.Alias == "space" && c.In(turn.Culture, turn.Snapshot.Schema) is not null).ToList();
        if (kinds.Count > 0 && spaces.Exists(s => kinds.Contains(turn.Draft.Values(s).Text("kind"))))
            spaces.RemoveAll(s => !kinds.Contains(turn.Draft.Values(s).Text("kind")));
        var told = spaces.Select(s => turn.Draft.Fact(s, alias) is { } value ? string.Format(CultureInfo.InvariantCulture, turn.Words["facts.of"], turn.Draft.Name(s), value) : null).OfType<string>().Take(MostSpaces).ToList();
        if (told.Count == 0)
            return false;
        turn.Draft.Say("facts.spaces", turn.Draft.Name(park), turn.Words.Label(turn.Snapshot.Schema.DocumentTypes["space"].Find(alias)!), turn.Words.Joined(told));
        return true;
    }

    // Something of the park, not the park: "the park's beach".
    [GeneratedRegex(@"\u56ed\u533a?\u7684[\u4e00-\u9fff]{2,8}?(?:\u5728\u54ea|\u600e\u4e48\u8d70|\u5730\u5740)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OfThing();
}
