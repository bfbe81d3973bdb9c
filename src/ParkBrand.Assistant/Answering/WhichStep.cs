using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Something is asked of one park, but the name fits several, or none: which one is asked back, with choices.</summary>
internal static partial class WhichStep
{
    private const int MostChoices = 6, MostFacts = 3, Nearest = 3, ShortestName = 2, ShortestStrange = 2, LongestChoice = 40;

    // What a park is called by stands after these, not with them.
    private static readonly char[] Joints = [.. "\u7684\u5728\u53bb\u5230\u8fdb\u95ee\u627e\u662f\u548c\u4e0e\u8ddf\u6bd4\u770b\u60f3\u8981\u4e86\u4e0b\u79bb\u4ece\u7ed9\u5e2e\u628a\u5bf9\u67e5\u8ba9\u8bf7\u53ca\u6216\u4e2a\u642d\u505a\u641e\u90a3\u8fd9"];
    private static readonly string[] Ways = ["railMinutes", "airportMinutes", "motorwayMinutes", "portMinutes"];

    public static AnswerStatus? Answer(Turn turn)
    {
        var asked = turn.Asked;
        var park = turn.Snapshot.Schema.DocumentTypes["park"];
        if (turn.StatesAmount || turn.GoesOn || asked.Wishes.Count > 0 || turn.Parks.Count > 1 || turn.Says("desk") || asked.Cues.Contains("compare") || ((turn.Says("high") || turn.Says("low")) && !Fields.Asked(park, turn.Bare, turn.Snapshot).Contains("minLeaseYears")))
            return null;
        var place = Fields.Place(park, turn.Bare, turn.Snapshot);
        if (place < 0 && asked.Seek != Seek.Contact && Fields.Place(turn.Snapshot.Schema.DocumentTypes["space"], turn.Bare, turn.Snapshot) < 0)
            return null;
        if (Call().Match(turn.Folded) is { Success: true } call)
            return Many().IsMatch(turn.Folded[..(call.Index + call.Length)]) || All().IsMatch(turn.Folded) ? null : Called(turn, call) ?? (turn.Parks.Count == 0 && (call.Index < place || turn.Culture != 0) ? OfPlace(turn) : null);
        // "Where is the port of Huaqiao": a way that parks state how long it takes, asked for by itself.
        return turn.Parks.Count == 0 && asked.Trades.Count == 0 && asked.Seek is null or Seek.Park && Fields.Asked(park, turn.Folded, turn.Snapshot) is var fields
            && fields.Contains("address") && fields.Exists(Ways.Contains) ? OfPlace(turn) : null;
    }

    private static AnswerStatus? Called(Turn turn, Match call)
    {
        var (meanings, name, isWhole) = (Meanings.Of(turn.Snapshot), Stripped(turn, call.Groups["name"].Value.Trim()), call.Groups["whole"].Success);
        if (name.Length < ShortestName)
            return null;
        var called = meanings.ParksCalled(name);
        if (!WordRun.IsHan(name[0]))
            called = [.. called.Where(s => Says(turn, s, name))];
        if (called.Count == 0)
            called = [.. Wording.SameAs(turn.Snapshot, name).SelectMany(meanings.ParksCalled).Distinct()];
        // The whole of a name, as it stands within longer ones.
        if (turn.Parks.Count == 0 && called.Count > 1 && called.Where(s => IsAll(turn, s, name)).ToList() is [var own])
            return FactStep.Facts(turn.Of(turn.Asked with { Parks = [own] }));
        if (turn.Parks.Count == 0 && called.Count > 1)
            return Ask(turn, "which.park", called.Select(s => turn.Snapshot.Resolve("/parks/" + s).Document).OfType<PublishedDocument>(), called.Count, call.Value[Math.Max(0, call.Value.LastIndexOf(name, StringComparison.Ordinal))..]);
        // What a trade is called is looked for as one.
        if (called.Count > 0 || !isWhole || turn.Asked.Trades.Contains(name))
            return null;
        // Of the park that was found, some of the name is not its own: "quantum computing" is no other computing.
        var left = turn.Parks.Count == 1 ? Strange(name, Wording.Fold(turn.Draft.Name(turn.Parks[0]))) : name;
        if (left.Length < ShortestStrange || Fields.Place(turn.Snapshot.Schema.DocumentTypes["park"], left, turn.Snapshot) >= 0)
            return null;
        return Ask(turn, "park.unknown", turn.Parks.Concat(turn.Found(name, Nearest, "park").Select(f => f.Document)).Distinct().Take(Nearest), 0);
    }

    private static string Name(Turn turn, string slug) => turn.Snapshot.Resolve("/parks/" + slug).Document is { } park && park.In(turn.Culture, turn.Snapshot.Schema) is not null ? Wording.Fold(turn.Draft.Name(park)) : "";

    /// <summary>Whether a Latin word stands whole in a name.</summary>
    private static bool Says(Turn turn, string slug, string word) => $" {Name(turn, slug)} {slug.Replace('-', ' ')} ".Contains($" {word} ", StringComparison.Ordinal);

    private static bool IsAll(Turn turn, string slug, string name) => Name(turn, slug) is var park && (park == name + "\u4ea7\u4e1a\u56ed" || park == name + " park");

    /// <summary>Parks of a district or line, where one of them is spoken of.</summary>
    private static AnswerStatus? OfPlace(Turn turn)
    {
        var must = turn.Request.Needs.Must.ToList();
        if (must.Count == 0 || must.Exists(n => n.Name is not ("district" or "sector")) || turn.Unsaid([]).Length > ShortestStrange)
            return null;
        var parks = Matcher.Match(turn.Snapshot, turn.Culture, new Needs(must), turn.Day).Matches.Select(m => m.Park).ToList();
        return parks.Count > 1 ? Ask(turn, "which.park", parks, parks.Count) : null;
    }

    /// <summary>Asks which is meant, and shows of the first what was asked of each.</summary>
    /// <param name="said">The words that may mean each of them: a choice is the question again, with the whole name in their place.</param>
    public static AnswerStatus Ask(Turn turn, string key, IEnumerable<PublishedDocument> parks, int count, string said = "")
    {
        turn.Draft.Say(key, count);
        var park = turn.Snapshot.Schema.DocumentTypes["park"];
        var fields = Fields.Asked(park, turn.Bare, turn.Snapshot);
        var label = turn.Words.Inline(park.Find(fields.FirstOrDefault() ?? "contactPhone")!);
        var choices = parks.Where(p => p.In(turn.Culture, turn.Snapshot.Schema) is not null).Take(MostChoices).ToList();
        var at = turn.Question.Length <= LongestChoice && said.Length > 0 ? turn.Question.IndexOf(said, StringComparison.OrdinalIgnoreCase) : -1;
        turn.Suggestions.AddRange(choices.Select(p => at >= 0 ? string.Concat(turn.Question.AsSpan(0, at), turn.Draft.Name(p), turn.Question.AsSpan(at + said.Length))
            : string.Format(CultureInfo.InvariantCulture, turn.Words["choice.fact"], turn.Draft.Name(p), label)));
        foreach (var choice in choices.Take(Nearest))
            MatchStep.Add(turn, choice, choice, [.. fields.Take(MostFacts).Select(a => turn.Draft.Card(choice, a)).OfType<CardFact>()]);
        if (turn.Suggestions.Count == 0)
            LimitStep.Examples(turn);
        return AnswerStatus.Clarify;
    }

    /// <summary>Without what stands before a name: the city, a district, words that join.</summary>
    public static string Stripped(Turn turn, string name)
    {
        if (!WordRun.IsHan(name[0]))
            return string.Join(' ', name.Split(' ').Reverse().TakeWhile(w => !Before().IsMatch(w)).Reverse().Where(w => w != "kunshan"));
        name = name[(name.LastIndexOfAny(Joints) + 1)..];
        foreach (var district in turn.Snapshot.OfType("district", turn.Culture).Select(d => Wording.Fold(turn.Draft.Values(d).Text("shortName") ?? turn.Draft.Name(d))).Append("\u6606\u5c71"))
            if (name.StartsWith(district, StringComparison.Ordinal) && name.Length - district.Length >= ShortestName && Meanings.Of(turn.Snapshot).ParksCalled(name).Count == 0)
                name = name[district.Length..];
        return name;
    }

    /// <summary>What of a name does not stand in another.</summary>
    private static string Strange(string name, string park) => WordRun.IsHan(name[0])
        ? new([.. name.TakeWhile(c => !park.Contains(c, StringComparison.Ordinal))])
        : string.Join(' ', name.Split(' ').Where(w => w.Length > 2 && !park.Contains(Wording.Stem(w), StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{1,14}?)(?:(?<whole>\u4ea7\u4e1a\u56ed)|\u56ed\u533a?)(?!\u533a)|(?<name>(?:[a-z&-]+ ){1,5})(?:(?<whole>parks?)|place)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Call();

    [GeneratedRegex(@"\u6709\u54ea[\u4e9b\u51e0]\W*$|\u54ea\u51e0?[\u4e9b\u4e2a\u5bb6]\W*$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex All();

    [GeneratedRegex(@"[\u54ea\u6700]|\u51e0\u4e2a|\u6709\u54ea|\u63a8\u8350|\u90fd\u6709|\bwhich\b|\bany\b|\bparks\b|\blist\b|\bmost\b|\brecommend\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Many();

    [GeneratedRegex("^(?:the|a|an|of|in|at|to|from|near|for|on|and|or|does|do|is|are|was|did|has|have|this|that|your|our|my|runs|about|with|by|between|inside|how|far|what|when|who|where|will|can|phone|contact|address|email)$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Before();
}
