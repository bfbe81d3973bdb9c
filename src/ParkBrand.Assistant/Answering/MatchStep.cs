using System.Globalization;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Parks, and the spaces in them, that meet the needs; else what comes nearest and what it misses.</summary>
internal static class MatchStep
{
    private const int Cards = 5, Told = 2, NearTold = 3, MostFacts = 5, MostReasons = 4, MostNamed = 6, ShortestRest = 2, LongWord = 5;

    // What the words of the question weigh beside how well the needs fit.
    private const double WordWeight = 0.6, OrderWeight = 0.3, OnlyOrder = 3;

    /// <summary>The city's own name, and what people say of anything: nobody takes it for a need.</summary>
    private static readonly HashSet<string> Loose = [.. Cues.All.Group("loose")[""]];

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Asked.Seek is not (Seek.Park or Seek.Space) || turn.IsStrange || (turn.Request.Needs.All.Count == 0 && turn.Asked.Trades.Count + turn.Asked.Wishes.Count + Refused(turn) == 0 && turn.Asked.Rest.Length == 0))
            return null;
        if (turn.Request.Needs.All.Count + turn.Asked.Trades.Count + turn.Asked.Wishes.Count + Refused(turn) == 0 && turn.Telling.Count == 0)
            return null;
        var result = Matcher.Match(turn.Snapshot, turn.Culture, turn.Request.Needs, turn.Day);
        var matches = Ordered(turn, Allowed(turn, result.Matches));
        // What must be kept cold is kept in no other warehouse.
        if (turn.Asked.Cues.Contains("kept"))
        {
            var needs = turn.Request.Needs["niche"] is { } trade ? turn.Request.Needs.Without(trade) : turn.Request.Needs;
            var kept = Matcher.Match(turn.Snapshot, turn.Culture, needs, turn.Day).Matches.Where(m => Papers.Has(turn, m, Reading.Cold)).ToList();
            matches = Allowed(turn, kept) is { Count: > 0 } cold ? Ordered(turn, cold) : matches;
        }

        var (loosened, either) = (false, false);
        if (Alternatives(turn, matches.Count == 0) is { Count: > 1 } alternatives && alternatives.SelectMany(n => Matcher.Match(turn.Snapshot, turn.Culture, n, turn.Day).Matches).DistinctBy(m => m.Park.Id).ToList() is { Count: > 0 } one)
        {
            matches = Ordered(turn, Allowed(turn, one), wishesFirst: true);
            either = matches.Count > 0;
        }

        var left = turn.Request.Needs["niche"];
        if (matches.Count == 0 && turn.Request.Needs["niche"] is { } niche && turn.Request.Needs.Must.Count > 1)
        {
            // Parks do not write down every trade: what is measured decides, and the words put it in order.
            result = Matcher.Match(turn.Snapshot, turn.Culture, turn.Request.Needs.Without(niche), turn.Day);
            matches = Ordered(turn, Allowed(turn, result.Matches));
            loosened = matches.Count > 0;
        }

        if (matches.Count == 0 && turn.Asked.IsKindConcluded && turn.Request.Needs["kind"] is { Must: true } kind && turn.Request.Needs.Must.Count > 1)
        {
            // Nobody said what kind of space it is to be.
            result = Matcher.Match(turn.Snapshot, turn.Culture, turn.Request.Needs.Without(kind), turn.Day);
            matches = Ordered(turn, Allowed(turn, result.Matches));
            (loosened, left) = (matches.Count > 0, matches.Count > 0 ? kind : left);
        }

        var pointing = matches.Count > 0 && !either && !loosened ? Pointing(turn, matches) : null;
        turn.ShowsFinder = turn.Request.Needs.All.Count > 0;
        if (turn.Request.Problems.FirstOrDefault(p => p.Mistake == NeedMistake.OutOfRange) is { } problem && NeedField.Find(problem.Parameter) is { } field)
            return Beyond(turn, field);
        if (matches.Count == 0)
        {
            Nothing(turn, result);
            Untold(turn);
            RuleOut(turn, result);
            return AnswerStatus.NoMatch;
        }

        List<ParkMatch> told = [.. matches.Take(Told), .. pointing is null ? [] : new[] { pointing.Value.Match }];
        var soft = turn.Request.Trades.Distinct().Where(w => !told.Exists(m => Papers.Has(turn, m, w))).ToList();
        var isStrange = turn.Asked.Products.Any(p => !told.Exists(m => Papers.Has(turn, m, p)));
        if (either)
            turn.Draft.Say("match.either", matches.Count);
        else if (loosened)
            turn.Draft.Say("match.loosened", turn.Words.Joined(Named(turn, left!)), matches.Count);
        else if (turn.Request.Needs.Must.Count == 0 && turn.Request.Refused.Count > 0)
            turn.Draft.Say("match.without", turn.Words.Joined(turn.Request.Refused), matches.Count);
        else if (turn.Request.Needs.Must.Count == 0)
            turn.Draft.Say("match.order");
        else
            turn.Draft.Say((turn.Asked.Untold.Count > 0 || isStrange ? "match.read" : "match") + (matches.Count == 1 ? ".one" : ".some"), matches.Count);
        if (turn.Request.Needs.Must.Count > 0 && turn.Request.Refused.Count > 0)
            turn.Draft.Say("match.without.too", turn.Words.Joined(turn.Request.Refused));
        foreach (var (match, i) in matches.Take(Told).Select((m, i) => (m, i)))
            turn.Draft.Say(i == 0 && matches.Count > 1 ? "match.first" : "match.next", Called(turn, match), Sentence(turn, match));
        if (pointing is var (also, document, alias, part) && turn.Draft.Quoted(document, alias, part) is { } quoted)
        {
            turn.Draft.Say("match.pointing", turn.Draft.Name(also.Park), quoted);
            turn.Draft.Say("match.next", Called(turn, also), Sentence(turn, also));
        }

        if (matches.Count > Told && turn.Request.Needs.Must.All(n => n.Field.Level == NeedLevel.Park && n.Field.Shape is NeedShape.Reference))
            turn.Draft.Say("match.rest", turn.Words.Joined(matches.Skip(Told).Take(MostNamed).Select(m => turn.Draft.Name(m.Park))));
        Untold(turn);
        Besides(turn);
        OnlyOrdered(turn, told, soft, isStrange);
        foreach (var match in matches.Take(1).Concat(told.Skip(Told)).Concat(matches.Skip(1)).Take(Cards))
            Card(turn, match);
        RuleOut(turn, result);
        turn.Suggestions.AddRange([turn.Words["suggest.nearer"], turn.Words["suggest.jobs"], turn.Words["suggest.contact"]]);
        if (turn.Asked.Seek == Seek.Space)
            turn.Suggestions.Insert(0, turn.Words["suggest.cheaper"]);
        if (matches.Count > 1)
            turn.Suggestions.Add(turn.Words["suggest.compare"]);
        // Words that put it in order and nothing else are no requirement that was met.
        var isOrder = turn.Request.Needs.All.Count + turn.Asked.Trades.Count + turn.Asked.Wishes.Count + Refused(turn) == 0;
        return isOrder || loosened || (either && turn.Asked.Wishes.Count == 0) || turn.Request.Problems.Count > 0 || turn.Asked.Untold.Count > 0 || isStrange || (!either && soft.Count > 0) || turn.Request.Unruled.Count > 0 ? AnswerStatus.Partial : AnswerStatus.Answered;
    }

    /// <summary>A park that meets all but the trade as it was read, and that a rare word of the question points to.</summary>
    private static (ParkMatch Match, PublishedDocument Document, string Alias, string Part)? Pointing(Turn turn, List<ParkMatch> matches)
    {
        if (turn.Request.Needs["niche"] is not { Must: true } niche || turn.Telling.Count + turn.Request.Trades.Count == 0)
            return null;
        var shown = matches.Select(m => m.Park.Id).ToHashSet();
        return Papers.Pointing(turn, [.. matches.Take(Told + 1)], [.. Allowed(turn, Matcher.Match(turn.Snapshot, turn.Culture, turn.Request.Needs.Without(niche), turn.Day).Matches).Where(m => !shown.Contains(m.Park.Id))]);
    }

    /// <summary>Of parks that meet the needs, those that were not ruled out by name and that are spoken of.</summary>
    private static List<ParkMatch> Allowed(Turn turn, IEnumerable<ParkMatch> matches) => [.. matches.Where(m => !turn.Request.WithoutParks.Contains(m.Park.Slug) && (turn.Parks.Count == 0 || turn.Parks.Contains(m.Park)))];

    /// <summary>What is looked for, by the names of choices.</summary>
    private static IEnumerable<string> Named(Turn turn, Need need) => need.Field.Shape == NeedShape.Words ? need.Values
        : need.Values.Select(v => turn.Snapshot.Schema.DocumentTypes[need.Field.Type].Find(need.Field.Alias)!.DataType.Item(v)?.Name.In(turn.Culture) ?? v);

    private static int Refused(Turn turn) => turn.Request.Refused.Count + turn.Request.Unruled.Count;

    /// <summary>More than there can be: what comes nearest is told.</summary>
    private static AnswerStatus Beyond(Turn turn, NeedField field)
    {
        var property = turn.Snapshot.Schema.DocumentTypes[field.Type].Find(field.Alias)!;
        turn.Draft.Say("no-match.beyond", turn.Words.Inline(property));
        RankStep.Say(turn, property, field.Shape != NeedShape.AtMost, turn.Snapshot.OfType(field.Type, turn.Culture));
        return AnswerStatus.NoMatch;
    }

    /// <summary>Two trades that no park has both of: either will do. So it will where the nearest of all that have one is asked for.</summary>
    private static List<Needs> Alternatives(Turn turn, bool nothing)
    {
        var needs = turn.Request.Needs;
        if (needs["niche"] is not { } niche)
            return [];
        if (nothing && needs["sector"] is { Must: true } sector)
            return [needs.Without(niche), needs.Without(sector)];
        return turn.Asked.Wishes.Count == 0 || needs.Must.Count > 1 ? []
            : [needs, .. turn.Request.Trades.Select(t => new NeedsReader(turn.Snapshot).Read([new("niche", t)])["niche"]).OfType<Need>().Select(needs.With)];
    }

    private static List<ParkMatch> Ordered(Turn turn, List<ParkMatch> matches, bool wishesFirst = false)
    {
        var words = string.Join(' ', turn.Asked.Trades.Append(turn.Asked.Rest));
        var near = turn.Found(words, 60, "park").ToDictionary(f => f.Document.Id, f => f.Score);
        if (turn.Asked.Seek == Seek.Space)
            foreach (var (space, score) in turn.Found(words, 100, "space"))
                if (space.ParentId is { } park && near.GetValueOrDefault(park) < score)
                    near[park] = score;
        // Where nothing but an order is asked for, it alone counts.
        var order = turn.Request.Needs.Must.Count + turn.Asked.Trades.Count == 0 || (wishesFirst && turn.Asked.Wishes.Count > 0) ? OnlyOrder : OrderWeight;
        var wishes = turn.Asked.Wishes.Select(w => Places(turn, matches, w.Field, w.Low)).ToList();
        return [.. matches.Select((m, i) => (Match: m, Score: (m.Score / 100.0) + (WordWeight * near.GetValueOrDefault(m.Park.Id)) + (order * wishes.Sum(w => w.GetValueOrDefault(m.Park.Id))), i))
            .OrderByDescending(m => m.Score).ThenBy(m => m.i).Select(m => m.Match)];
    }

    /// <summary>1 for the best of the matches by a property, 0 for the last.</summary>
    private static Dictionary<Guid, double> Places(Turn turn, List<ParkMatch> matches, string field, bool low)
    {
        var values = matches.Select(m => (m.Park.Id, Value: Number(turn, m.Park, field) ?? (m.Unit is { } unit ? Number(turn, unit, field) : null))).Where(v => v.Value is not null).ToList();
        var ordered = (low ? values.OrderBy(v => v.Value) : values.OrderByDescending(v => v.Value)).ToList();
        return ordered.Select((v, i) => (v.Id, Place: 1 - (i / (double)Math.Max(1, ordered.Count - 1)))).ToDictionary(v => v.Id, v => v.Place);
    }

    private static decimal? Number(Turn turn, PublishedDocument document, string alias) => document.Type.Find(alias) is null ? null : turn.Draft.Values(document).Find(alias) as decimal?;

    /// <summary>Conditions of which nothing was made. Of a visitor's words only those that the site itself has are said again.</summary>
    private static void Untold(Turn turn)
    {
        if (turn.Asked.Untold.Count == 0)
            return;
        var known = turn.Asked.Untold.SelectMany(turn.Search.Telling).Distinct().Take(Told).ToList();
        turn.Draft.Say(known.Count > 0 ? "match.untold" : "match.untold.strange", turn.Words.Joined(known));
    }

    /// <summary>The smaller of two spaces was not looked for: whether the same park has it, only the park can say.</summary>
    private static void Besides(Turn turn)
    {
        var kinds = turn.Snapshot.Schema.DocumentTypes["space"].Find("kind")!.DataType;
        if (turn.Asked.Besides.Count > 0)
            turn.Draft.Say("match.beside", turn.Words.Joined(turn.Asked.Besides.Distinct().Select(b => kinds.Item(b)?.Name.In(turn.Culture) ?? b)));
    }

    /// <summary>What ruled nothing out is said, so that nobody takes it for met.</summary>
    /// <param name="told">Parks that are told of: a word that one of them writes of is no reservation.</param>
    /// <param name="soft">Words of trades that were no need and that none of those writes of.</param>
    /// <param name="isStrange">Whether what they make is nothing that those write of.</param>
    private static void OnlyOrdered(Turn turn, IReadOnlyList<ParkMatch> told, IReadOnlyList<string> soft, bool isStrange)
    {
        // Of these words only those that the site itself has are said again.
        if (turn.Request.Unruled.Count > 0 && turn.Request.Unruled.Where(w => turn.Search.Telling(w).Count > 0).ToList() is var known)
            turn.Draft.Say(known.Count > 0 ? "match.unruled" : "match.unruled.strange", turn.Words.Joined(known));
        // Only words that the site itself has are said again: what a visitor writes is not shown as if it were ours.
        var rest = soft.Concat(turn.Telling.Where(r => r.Length >= (WordRun.IsHan(r[0]) ? ShortestRest : LongWord) && !r.Any(char.IsAsciiDigit) && !turn.Request.Trades.Contains(r) && !Loose.Contains(r)
            && !turn.Asked.Untold.Any(u => u.Contains(r, StringComparison.Ordinal)) && !told.Any(m => Papers.Has(turn, m, r)))).Take(2).ToList();
        if (rest.Count > 0)
            turn.Draft.Say("match.words", turn.Words.Joined(rest));
        if (rest.Count == 0 && isStrange)
            turn.Draft.Say("match.trade.strange");
        foreach (var (ware, trade) in turn.Asked.Wares.Where(w => w.Ware != w.Trade).DistinctBy(w => w.Trade).Take(Told))
            turn.Draft.Say("match.ware", ware, trade);
    }

    private static string Called(Turn turn, ParkMatch match) => turn.Asked.Seek == Seek.Space && match.Unit is { } unit
        ? turn.Words.SpaceOf(turn.Draft.Name(match.Park), turn.Draft.Name(unit)) : turn.Draft.Name(match.Park);

    /// <summary>Why this one: what tells it from the others, so not what all of them have alike.</summary>
    private static string Sentence(Turn turn, ParkMatch match)
    {
        var told = new List<string>();
        void Tell(PublishedDocument? document, string alias)
        {
            if (told.Count < MostReasons && document?.Type.Find(alias) is not null && turn.Draft.Told(document, alias) is { } one && !told.Contains(one))
                told.Add(one);
        }

        foreach (var wish in turn.Asked.Wishes)
            Tell(match.Park.Type.Find(wish.Field) is not null ? match.Park : match.Unit, wish.Field);
        foreach (var reason in match.Reasons.Where(r => r.Met && (r.Need.Field.Shape is NeedShape.AtLeast or NeedShape.AtMost or NeedShape.Area or NeedShape.By or NeedShape.CleanClass || r.Need.Values.Count > 1)))
            Tell(reason.Document, reason.Need.Field.Alias);
        if (turn.Asked.Seek == Seek.Space && match.Unit is { } unit)
            foreach (var alias in new[] { "areaMax", "rent", "availableFrom" })
                Tell(unit, alias);
        else
            foreach (var alias in new[] { "niche", "carrierAvailable", "railMinutes" })
                Tell(match.Park, alias);
        return string.Join(turn.Words["clause"], told);
    }

    private static void Card(Turn turn, ParkMatch match)
    {
        var document = turn.Asked.Seek == Seek.Space && match.Unit is { } unit ? unit : match.Park;
        var facts = match.Reasons.Select(r => Fact(turn, r)).OfType<CardFact>().ToList();
        foreach (var alias in document.Type.Alias == "space" ? new[] { "areaMax", "rent", "availableFrom" } : ["niche", "railMinutes", "carrierAvailable"])
            if (facts.Count < MostFacts && turn.Draft.Card(document, alias) is { } fact && facts.TrueForAll(f => f.Label != fact.Label))
                facts.Add(fact);
        Add(turn, document, match.Park, facts);
    }

    public static void Add(Turn turn, PublishedDocument document, PublishedDocument? park, IReadOnlyList<CardFact> facts)
    {
        turn.Draft.Cards.Add(new AnswerCard(document.Type.Alias, turn.Draft.Url(document), turn.Draft.Name(document), park is null ? null : turn.Draft.Name(park), facts));
        turn.Draft.Shown.Add(document.Path!);
    }

    private static CardFact? Fact(Turn turn, Finding finding) => finding.Document is null || finding.Need.Field.Shape == NeedShape.Words ? null : turn.Draft.Card(finding.Document, finding.Need.Field.Alias, finding.Met);

    private static string Label(Turn turn, Need need) => turn.Words.Find("need." + need.Name) ?? turn.Words.Label(turn.Snapshot.Schema.DocumentTypes[need.Field.Type].Find(need.Field.Alias)!);

    private static void Nothing(Turn turn, MatchResult result)
    {
        turn.Draft.Say("no-match");
        var near = result.Eliminated.Where(e => !turn.Request.WithoutParks.Contains(e.Park.Slug) && (turn.Parks.Count == 0 || turn.Parks.Contains(e.Park))).Take(NearTold).ToList();
        foreach (var (park, i) in near.Select((n, i) => (n, i)))
        {
            turn.Draft.Say(i == 0 ? "no-match.near" : "no-match.next", turn.Draft.Name(park.Park), turn.Words.Joined(park.Failed.Select(f => Missed(turn, f))));
            Add(turn, park.Unit ?? park.Park, park.Park, [.. park.Failed.Select(f => Fact(turn, f)).OfType<CardFact>().Concat(RecordStep.Facts((park.Unit ?? park.Park).Type.Alias).Select(a => turn.Draft.Card(park.Unit ?? park.Park, a)).OfType<CardFact>()).DistinctBy(f => f.Label).Take(MostFacts)]);
            if (park.Failed is [var only] && Relaxed(turn, only) is { } relaxed)
                turn.Suggestions.Add(relaxed);
        }

        turn.Suggestions.AddRange(near.Count > 0 ? [turn.Words["suggest.contact"]] : turn.Words.Choices(turn.Asked.Seek));
    }

    /// <summary>The smallest step that would make a park fit, as the next question.</summary>
    private static string? Relaxed(Turn turn, Finding finding)
    {
        if (finding.Document is null || finding.Document.Type.Find(finding.Need.Field.Alias) is not { } property)
            return null;
        var has = turn.Draft.Values(finding.Document)[property];
        return finding.Need.Field.Shape switch
        {
            NeedShape.AtLeast or NeedShape.AtMost or NeedShape.Area when has is decimal number => string.Format(CultureInfo.InvariantCulture, turn.Words["relax.number"], Label(turn, finding.Need), turn.Words.Amount(number, property.Unit)),
            NeedShape.Reference when turn.Words.Value(property, has, turn.Snapshot) is { } name => string.Format(CultureInfo.InvariantCulture, turn.Words["relax.other"], name),
            _ => null,
        };
    }

    /// <summary>After the text, so that its citations are counted from one.</summary>
    private static void RuleOut(Turn turn, MatchResult result)
    {
        foreach (var fallen in result.Eliminated.Take(NearTold))
            turn.Eliminated.Add(new RuledOut(turn.Draft.Name(fallen.Park), turn.Draft.Url(fallen.Park), [.. fallen.Failed.Select(f => Fact(turn, f) ?? new CardFact(Label(turn, f.Need), turn.Words["no"], null, false))]));
    }

    public static string Missed(Turn turn, Finding finding) =>
        finding.Document is not null && finding.Need.Field.Shape != NeedShape.Words && turn.Draft.Fact(finding.Document, finding.Need.Field.Alias) is { } value
            ? string.Format(CultureInfo.InvariantCulture, turn.Words["no-match.has"], Label(turn, finding.Need), value)
            : string.Format(CultureInfo.InvariantCulture, turn.Words["no-match.missing"], Label(turn, finding.Need));
}
