using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Jobs, resources, policies, finance products, service points and stories that fit.</summary>
internal static partial class RecordStep
{
    private const int Cards = 5, Told = 3, Read = 400, LongestWords = 120, MostAsked = 3;
    // How near to the best of them others must be to be told beside it.
    private const double WordWeight = 1, DegreeWeight = 0.15, Share = 0.4, SaysAll = 0.9, OfRecords = 0.4, OfPapers = 0.6, OfWork = 0.5, LeastAlike = 0.2, LeastSaid = 3, OfSieve = 0.6, LeastTopic = 4.5, LeastAsTopic = 0.5, MuchSaid = 6, FarAhead = 1.6, LeastAbout = 0.35;

    private static readonly Dictionary<Seek, (string Type, string[] Facts)> Kinds = new()
    {
        [Seek.Job] = ("job", ["employer", "payMin", "payMax", "degree", "validThrough"]),
        [Seek.Resource] = ("resource", ["provider", "techniques", "leadDays", "contactPhone"]),
        [Seek.Policy] = ("policy", ["benefit", "who", "applyBy"]),
        [Seek.Finance] = ("financeProduct", ["provider", "amountMax", "cost"]),
        [Seek.Contact] = ("contactPoint", ["phone", "address", "hours"]),
        [Seek.Story] = ("feature", ["standfirst", "publishedOn"]),
    };

    /// <summary>From the least to the most: who has more may take a post that asks for less.</summary>
    private static readonly string[] Degrees = ["any", "college", "bachelor", "master", "phd"];

    private static readonly string[] Park = ["niche", "railMinutes", "carrierAvailable"], Space = ["areaMax", "rent", "availableFrom"], Award = ["year", "parks", "awardedOn"];

    /// <summary>What is told of a document of some type when nothing else is asked.</summary>
    public static string[] Facts(string type) => type switch
    {
        "park" => Park,
        "space" => Space,
        "award" => Award,
        _ => Kinds.Values.FirstOrDefault(k => k.Type == type).Facts ?? [],
    };

    public static string? TypeOf(Seek seek) => Kinds.TryGetValue(seek, out var kind) ? kind.Type : null;

    /// <summary>A record that was asked for by name, as a card, and what may be asked next.</summary>
    public static void Show(Turn turn, PublishedDocument document, IEnumerable<string> asked)
    {
        var park = ParkOf(turn, document);
        MatchStep.Add(turn, document, park, [.. asked.Concat(Facts(document.Type.Alias)).Distinct().Take(5).Select(a => turn.Draft.Card(document, a)).OfType<CardFact>()]);
        turn.Suggestions.AddRange(Next(turn, document.Type.Alias, park is not null));
    }

    private static IEnumerable<string> Next(Turn turn, string type, bool inPark) =>
        (type switch
        {
            "job" => (string[])["suggest.housing", "suggest.policies", "suggest.contact"],
            "resource" => ["suggest.jobs", "suggest.spaces", "suggest.contact"],
            "space" => ["suggest.spaces", "suggest.policies", "suggest.contact"],
            _ => [],
        }).Where(_ => inPark).Select(k => turn.Words[k]).Concat(inPark ? [] : turn.Words.Choices(Kinds.FirstOrDefault(k => k.Value.Type == type).Key));

    /// <summary>Records that miss nothing of what is asked for.</summary>
    public static List<PublishedDocument> Fitting(Turn turn, string type) => [.. turn.Snapshot.OfType(type, turn.Culture).Where(d => Missed(turn, d) == 0)];

    /// <summary>Those that have the most, the least or the next day of something: that takes nothing to be there that is not.</summary>
    public static AnswerStatus? Rank(Turn turn) => turn.Sifted is { By: not null } or { Day: not null } or { IsMeasured: true } ? Sift(turn) : null;

    /// <summary>Records by what they state: a day, an amount, an order, words of a text.</summary>
    public static AnswerStatus? Sift(Turn turn)
    {
        if (turn.Sifted is not { } sieve)
            return null;
        // What was understood of them is no word to look for.
        var asked = turn.Asked with { Seek = Kinds.First(k => k.Value.Type == sieve.Type).Key, IsSure = true, Mended = sieve.Folded, Rest = sieve.Rest };
        return Answer(turn.Of(asked) with { Sieve = sieve });
    }

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Asked.Seek is not { } seek || !Kinds.TryGetValue(seek, out var kind) || (turn.IsStrange && turn.Sieve is null))
            return null;
        var type = kind.Type;
        var parks = Parks(turn);
        var words = WordsOf(turn);
        var near = Near(turn, words, type);
        // A word like "apply" alone makes no policy of what is about something else.
        if (turn.Sieve is null && near.Count == 0 && turn.Request.OfRecords.Count == 0 && turn.Asked.Trades.Count + turn.Parks.Count == 0 && turn.Unsaid([]).Length > 1 && turn.Telling.Count == 0)
            return null;
        var all = turn.Snapshot.OfType(type, turn.Culture).Where(d => (parks is null || Belongs(turn, d, parks)) && turn.Sieve?.Fits(turn, d) != false).ToList();
        // Where a trade is named, "design" or "operations" beside it may be a part of what the work is called, and no field.
        var called = turn.Asked.Trades.Count > 0 && near.Count > 0 ? near.Values.Max() * SaysAll : double.PositiveInfinity;
        bool IsCalled(PublishedDocument d) => turn.Sieve?.IsHeld == true || near.GetValueOrDefault(d.Id) >= called;
        var scored = all.Select((d, i) => (Document: d, Missed: Missed(turn, d, IsCalled(d)), Near: near.GetValueOrDefault(d.Id), i)).ToList();
        var fitting = scored.Where(s => s.Missed == 0).ToList();
        var status = AnswerStatus.Answered;
        // Words narrow what fits as far as something says them.
        if (turn.Sieve is { AsksWho: false } && Likeness.To(turn, type) is [{ Weight: >= LeastTopic, Score: >= LeastAsTopic } topic, ..] about)
        {
            var said = about.TakeWhile(a => a.Score >= topic.Score * OfSieve).Select(a => a.Document).ToList();
            var meant = fitting.Where(f => said.Contains(f.Document)).ToList();
            if (meant.Count == 0 && turn.Sieve.Day is null && turn.Request.OfRecords.Count == 0)
                return Instead(turn, seek, said.Where(d => parks is null || Belongs(turn, d, parks)).Take(Told), parks, AnswerStatus.NoMatch);
            fitting = meant.Count > 0 || turn.Sieve.By is not null ? meant : fitting;
        }
        else if (turn.Sieve is null && Topical(turn) && fitting.Exists(s => s.Near > 0) && fitting.Max(f => f.Near) is var nearest)
            fitting = [.. fitting.Where(s => s.Near >= nearest * (seek is Seek.Policy or Seek.Finance or Seek.Contact ? Share : 0) && s.Near > 0)];
        if (fitting.Count == 0 && turn.Sieve?.Day is { } day)
            return Otherwise(turn, seek, day.Alias, parks);
        // What is named is there, only not with everything else.
        if (seek == Seek.Job && turn.Sieve is null && fitting.Count > 0 && Beyond(turn, [.. fitting.Select(f => f.Document)]) is { Count: > 0 } named && scored.Where(s => s.Missed == 1 && named.Contains(s.Document)).ToList() is { Count: > 0 } beyond)
            return Instead(turn, seek, beyond.OrderByDescending(b => b.Near).Take(Cards).Select(b => b.Document), parks, AnswerStatus.Partial);
        if (fitting.Count == 0)
        {
            if (turn.Parks.Count > 0 && all.Count == 0)
                turn.Draft.Say("records.in", turn.Words.Joined(turn.Parks.Select(turn.Draft.Name)), turn.Words["seek." + type switch { "financeProduct" => "finance", "contactPoint" => "contact", "feature" => "story", var t => t }]);
            else
                turn.Draft.Say("records.none", Name(turn, seek));
            fitting = [.. scored.Where(s => s.Missed <= 1).OrderBy(s => s.Missed)];
            status = AnswerStatus.NoMatch;
            if (fitting.Count > 0)
                turn.Draft.Say("records.near");
        }
        else
            turn.Draft.Say(turn.Sieve?.By is { } by ? Order(turn.Snapshot.Schema.DocumentTypes[type].Find(by)!, turn.Sieve.High) : "records.some", turn.Words.Counted(seek, fitting.Count), turn.Sieve?.By is { } order ? turn.Words.Inline(turn.Snapshot.Schema.DocumentTypes[type].Find(order)!) : null);

        if (seek == Seek.Job && AfterTax().IsMatch(turn.Folded))
            turn.Draft.Say("pay.net");
        var ordered = fitting.OrderBy(s => s.Missed).ThenByDescending(s => (WordWeight * s.Near) - (DegreeWeight * DegreesApart(turn, s.Document))).ThenBy(s => s.i).Select(s => s.Document).ToList();
        List(turn, seek, [.. ((turn.Sieve is { By: null } && turn.Request.OfRecords.Any(w => w.Name == "job.degree") ? ordered : turn.Sieve?.Ordered(turn, ordered) ?? ordered)).Take(Cards)], parks);
        return status;
    }

    /// <summary>Nothing has all that is asked for: what has most of it.</summary>
    private static AnswerStatus Instead(Turn turn, Seek seek, IEnumerable<PublishedDocument> documents, HashSet<Guid>? parks, AnswerStatus status)
    {
        turn.Draft.Say("records.none", Name(turn, seek));
        turn.Draft.Say("records.near");
        List(turn, seek, [.. documents], parks);
        return status;
    }

    /// <summary>Posts that say far more of the question than any that fits; none where what fits says as much.</summary>
    private static List<PublishedDocument> Beyond(Turn turn, List<PublishedDocument> fitting) =>
        Likeness.To(turn, "job") is [{ Weight: >= MuchSaid, Score: >= LeastAbout } best, ..] said && said.FirstOrDefault(a => fitting.Contains(a.Document)).Score * FarAhead < best.Score
            ? [.. said.TakeWhile(a => a.Score >= best.Score * OfSieve).Select(a => a.Document)] : [];

    private static string Order(Property document, bool high) => "records." + (document.DataType.Kind == ValueKind.Date ? high ? "late" : "early" : high ? "high" : "low");

    /// <summary>None states a day in that time: those whose day is the next.</summary>
    private static AnswerStatus Otherwise(Turn turn, Seek seek, string alias, HashSet<Guid>? parks)
    {
        turn.Draft.Say("records.none", Name(turn, seek));
        var next = turn.Snapshot.OfType(TypeOf(seek)!, turn.Culture).Where(d => (parks is null || Belongs(turn, d, parks)) && Missed(turn, d) == 0 && turn.Sieve!.Fits(turn, d, whateverDay: true) && turn.Draft.Values(d).Date(alias) is not null)
            .OrderBy(d => Math.Abs(turn.Draft.Values(d).Date(alias)!.Value.DayNumber - turn.Day.DayNumber)).Take(Cards).ToList();
        if (next.Count > 0)
            turn.Draft.Say("records.next");
        List(turn, seek, next, parks);
        return AnswerStatus.NoMatch;
    }

    /// <summary>How near documents are to the question, 0 to 1: by the words as they stand, and by those that texts use for them.</summary>
    private static Dictionary<Guid, double> Near(Turn turn, string words, string type)
    {
        var near = turn.Found(words, Read, type).ToDictionary(f => f.Document.Id, f => f.Score);
        var alike = Likeness.To(turn, type);
        var told = type == "job" && Work.IsTold(turn.Folded);
        var best = alike.Count == 0 ? 0 : alike[0].Score;
        var isRecord = type is "job" or "resource";
        if (best < LeastAlike || (isRecord && near.Count > 0 && !turn.IsFoundInParts && !told))
            return near;
        var weight = told ? OfWork : isRecord ? OfRecords : OfPapers;
        var all = alike.ToDictionary(a => a.Document.Id, a => a.Score / best);
        return near.Keys.Union(alike.Where(a => near.Count == 0 || a.Weight >= LeastSaid).Select(a => a.Document.Id)).ToDictionary(id => id, id => ((1 - weight) * near.GetValueOrDefault(id)) + (weight * all.GetValueOrDefault(id)));
    }

    /// <summary>Documents that are what is meant, best first.</summary>
    public static AnswerStatus Tell(Turn turn, Seek seek, IReadOnlyList<PublishedDocument> documents, HashSet<Guid>? parks = null)
    {
        turn.Draft.Say("records.some", turn.Words.Counted(seek, documents.Count));
        List(turn, seek, documents, parks);
        return AnswerStatus.Answered;
    }

    private static void List(Turn turn, Seek seek, IReadOnlyList<PublishedDocument> best, HashSet<Guid>? parks)
    {
        foreach (var (document, i) in best.Take(Told).Select((d, i) => (d, i)))
            turn.Draft.Say("record.line", Called(turn, document), string.Join(turn.Words["clause"], turn.Draft.Told(document, Asked(turn, document).Take(seek == Seek.Policy ? 2 - Math.Min(i, 1) : seek == Seek.Job ? 4 : 3))));
        if (best.Count > 0)
            turn.Suggestions.AddRange(Next(turn, best[0].Type.Alias, best.Any(b => ParkOf(turn, b) is not null)));
        else
            turn.Suggestions.AddRange(turn.Words.Choices(seek));
        foreach (var document in best)
        {
            MatchStep.Add(turn, document, ParkOf(turn, document), [.. Asked(turn, document).Select(a => turn.Draft.Card(document, a)).OfType<CardFact>()]);
            if (seek == Seek.Policy && document == best[0])
                Users(turn, document, parks);
        }
    }

    /// <summary>What was asked of such a document, then what is told of any.</summary>
    private static string[] Asked(Turn turn, PublishedDocument document) => [.. (turn.Sieve?.Aliases ?? []).Concat(turn.Asked.Asked).Where(a => document.Type.Find(a) is not null).Concat(Named(turn, document)).Concat(Facts(document.Type.Alias)).Distinct()];

    /// <summary>Where money, a desk or a text is spoken of, what is asked of it. A post or a resource is looked for by the same words.</summary>
    private static IEnumerable<string> Named(Turn turn, PublishedDocument document) => document.Type.Alias == "job" ? [] : Fields.Asked(document.Type, turn.Without([document, .. turn.Parks]), turn.Snapshot).Take(MostAsked);

    // A follow-up that is understood whole brings no words of its own: "no internships" looks for none.
    private static string WordsOf(Turn turn) => turn.Asked.Carried.Length > 0 && turn.Read.Unread.Count == 0 ? turn.Asked.Carried : $"{turn.Asked.Carried} {turn.Asked.Mended ?? turn.Question}".Trim();

    /// <summary>What a follow-up looks for beside its own words; numbers are needs or nobody's business.</summary>
    public static string? Carried(Turn turn) => turn.Asked.Seek is { } seek && Kinds.ContainsKey(seek) && new string([.. WordsOf(turn).Where(c => !char.IsDigit(c))]) is { Length: <= LongestWords } words ? words : null;

    private static string Called(Turn turn, PublishedDocument document) => turn.Parks.Count != 1 && ParkOf(turn, document) is { } park
        ? string.Format(CultureInfo.InvariantCulture, turn.Words["record.in"], turn.Draft.Name(document), turn.Draft.Name(park)) : turn.Draft.Name(document);

    private static bool Topical(Turn turn) => turn.Asked.Trades.Count + turn.Asked.Carried.Length > 0 || turn.Request.OfRecords.Count == 0;

    private static string Name(Turn turn, Seek seek) => turn.Words["seek." + Key(seek)];

    private static string Key(Seek seek) => seek.ToString().ToLowerInvariant();

    private static PublishedDocument? ParkOf(Turn turn, PublishedDocument document) => turn.Snapshot.Find(document.ParentId) is { Type.Alias: "park" } park ? park : null;

    /// <summary>The parks to stay within: those that were named, or those that meet the needs of a park. Null is anywhere.</summary>
    private static HashSet<Guid>? Parks(Turn turn)
    {
        if (turn.Parks.Count > 0)
            return [.. turn.Parks.Select(p => p.Id)];
        var needs = new Needs(turn.Request.Needs.Must.Where(n => n.Field.Level == NeedLevel.Park && n.Name is not ("niche" or "sector") && !(turn.Asked.Seek == Seek.Job && IsRoom(n))));
        return needs.All.Count == 0 ? null : [.. Matcher.Match(turn.Snapshot, turn.Culture, needs, turn.Day).Matches.Select(m => m.Park.Id)];
    }

    private static bool Belongs(Turn turn, PublishedDocument document, HashSet<Guid> parks)
    {
        if (document.ParentId is { } parent && parks.Contains(parent))
            return true;
        var values = turn.Draft.Values(document);
        if (document.Type.Find("parks") is not null)
            return values.References("parks").Any(parks.Contains);
        if (document.Type.Alias == "policy")
            return turn.Snapshot.ReferrersOf(document.Id).Any(p => parks.Contains(p.Id));
        return document.Type.Find("district") is not null && values.Reference("district") is { } district
            && parks.Any(p => turn.Draft.Values(turn.Snapshot.Find(p)!).Reference("district") == district);
    }

    /// <summary>A post that asks for what somebody has suits better than one that asks for less.</summary>
    private static int DegreesApart(Turn turn, PublishedDocument document) =>
        document.Type.Alias == "job" && turn.Request.OfRecords.FirstOrDefault(w => w.Name == "job.degree") is { } wanted ? Math.Abs(Array.IndexOf(Degrees, wanted.Value) - Array.IndexOf(Degrees, turn.Draft.Values(document).Text("degree"))) : 0;

    /// <summary>Parks whose companies may use a policy, where somebody asks for both.</summary>
    private static void Users(Turn turn, PublishedDocument policy, HashSet<Guid>? parks)
    {
        if (parks is null)
            return;
        foreach (var park in turn.Snapshot.ReferrersOf(policy.Id).Where(p => p.Type.Alias == "park" && parks.Contains(p.Id)).Take(3))
            MatchStep.Add(turn, park, park, turn.Draft.Card(park, "policies") is { } fact ? [fact] : []);
    }

    private static int Missed(Turn turn, PublishedDocument document, bool anyField = false)
    {
        var values = turn.Draft.Values(document);
        var missed = 0;
        foreach (var group in turn.Request.OfRecords.Where(w => w.Must && !(anyField && w.Name == "job.field") && w.Name.StartsWith(document.Type.Alias + ".", StringComparison.Ordinal)).GroupBy(w => w.Name))
        {
            var alias = group.Key[(document.Type.Alias.Length + 1)..];
            var has = values.Find(alias);
            missed += group.Any(w => w.Not ? Equals(has, w.Value) : Meets(alias, has, w.Value)) != group.All(w => w.Not) ? 0 : 1;
        }

        // Who looks for work asks where they will live, not what the park has.
        return document.Type.Alias == "job" && turn.Request.Needs.Must.Any(IsRoom) && (values.Text("housing") is not { Length: > 0 } housing || housing.StartsWith('\u65e0') || housing.StartsWith("No ", StringComparison.OrdinalIgnoreCase)) ? missed + 1 : missed;
    }

    private static bool IsRoom(Need need) => need.Name == "facilities" && need.Values.All(v => v is "dormitory" or "apartment");

    private static bool Meets(string alias, object? has, string wanted) => (alias, has) switch
    {
        ("degree", string asked) => Array.IndexOf(Degrees, asked) <= Array.IndexOf(Degrees, wanted),
        ("experienceYears" or "leadDays", decimal asked) => decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var most) && asked <= most,
        (_, decimal number) => decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var limit) && number >= limit,
        (_, string[] many) => many.Contains(wanted),
        _ => Equals(has, wanted),
    };

    [GeneratedRegex(@"\u7a0e\u540e|\u5230\u624b|\bafter tax\b|\btake[ -]?home\b|\bnet (?:pay|salary)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AfterTax();
}
