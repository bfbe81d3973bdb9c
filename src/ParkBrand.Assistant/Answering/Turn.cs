using System.Text;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Answering;

/// <summary>One question on its way to an answer: what the steps read, and the draft that they write.</summary>
internal sealed partial record Turn(Snapshot Snapshot, SiteSearch Search, Words Words, DateOnly Day, string Question, Understanding Asked)
{
    private static readonly Phrases<string> Asking = Phrases<string>.Of(Cues.Asking);
    /// <summary>The number of a building or a floor: "B6", "2nd".</summary>
    private static bool IsPlate(string folded, int start, int length)
    {
        var at = folded.AsSpan(start, length).LastIndexOfAnyInRange('0', '9') + start;
        var from = at;
        while (from > 0 && char.IsAsciiDigit(folded[from - 1]))
            from--;
        return at >= start && ((from > 0 && char.IsAsciiLetter(folded[from - 1])) || Ordinals.Any(o => folded.AsSpan(at + 1).StartsWith(o, StringComparison.Ordinal)));
    }

    private const string OfThings = "of things"; // only tells a thing from what is asked of it
    private const int LongestBare = 8, MostStrange = 3;
    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "f "];
    private HashSet<string>? said;
    private bool? strange;
    private (string? Group, bool Asked)? refused;
    private (Sieve? Sieve, bool Read)? sifted;
    private (string Words, Func<SearchRequest, SearchResults> Lookup)? looked;

    public int Culture => Words.Culture;
    public Draft Draft { get; private init; } = new(Snapshot, Words);
    public Request Request => field ??= Request.Of(Asked, Asked.Mended ?? Question, Snapshot, Search, Culture, Day);
    public List<RuledOut> Eliminated { get; } = [];
    public List<string> Suggestions { get; private init; } = [];

    /// <summary>The same question, understood otherwise; what is said is said in the same answer.</summary>
    public Turn Of(Understanding asked) => Of(asked, Draft) with { Suggestions = Suggestions };

    /// <summary>The same question, understood otherwise and answered anew.</summary>
    public Turn Of(Understanding asked, Draft draft) => new(Snapshot, Search, Words, Day, Question, asked) { Shown = Shown, Focus = Focus, Read = Read, Draft = draft, Sieve = Sieve };

    /// <summary>The same question, of which nothing has been said yet.</summary>
    public Turn Again() => Of(Asked, new Draft(Snapshot, Words));

    public bool ShowsFinder { get; set; }

    /// <summary>What records have to state to be meant, once the question was read so.</summary>
    public Sieve? Sieve { get; init; }

    /// <summary>What the question asks of records by what they state, of the kind that it looks for; read once.</summary>
    public Sieve? Sifted => (sifted ??= (Sieve.Of(this), true)).Sieve;

    /// <summary>Parks that are named or pointed at, as far as they stand in the reader's language.</summary>
    public IReadOnlyList<PublishedDocument> Parks => field ??= [.. Asked.Parks.Select(p => Snapshot.Resolve("/parks/" + p)).Where(r => r.State == PathState.Live && r.Document!.In(Culture, Snapshot.Schema) is not null).Select(r => r.Document!)];

    /// <summary>The question in the form that phrases are compared by.</summary>
    public string Folded => field ??= Wording.Fold(Asked.Mended ?? Question);

    /// <summary>The question without the names of the parks that it speaks of.</summary>
    public string Bare => field ??= Without(Parks);

    /// <summary>Whether something was shown before that the question may go on from.</summary>
    public bool GoesOn => Shown.Count > 0;

    /// <summary>What was shown before, in order, as far as it is still published.</summary>
    public IReadOnlyList<PublishedDocument> Shown { get; init; } = [];

    /// <summary>Path of the one document that was pointed at last.</summary>
    public string? Focus { get; set; }

    /// <summary>What the question says by itself, without what went before.</summary>
    public Understanding Read { get; init; } = Asked;

    /// <summary>Whether what was spoken of before stays the subject, and this only asked something of it.</summary>
    public bool Keeps { get; set; }

    /// <summary>Whether something is done by the question; see <see cref="Acts"/>.</summary>
    public bool Does(string act) => Done.Contains(act);

    /// <summary>The group for which it is not answered; see <see cref="Cues.Refusals"/>.</summary>
    public string? Refused => (refused ??= (Screen.Refused(Wording.Fold(Question), Done), true)).Group;

    private IReadOnlySet<string> Done => field ??= Acts.Of(Wording.Fold(Question));

    /// <summary>Whether something is asked about a thing, rather than a thing looked for.</summary>
    public bool Asks => AboutThing().IsMatch(Folded) && !LooksFor().IsMatch(Folded);

    /// <summary>Whether a group of <c>asking.json</c> is said.</summary>
    public bool Says(string group) => (said ??= [.. Asking.In(Folded).Concat(Asked.Mended is null ? [] : Asking.In(Wording.Fold(Question))).Select(f => f.Meaning)]).Contains(group);

    /// <summary>Whether a size, a price or another amount is stated: then something that fits is looked for.</summary>
    public bool StatesAmount => Asked.Wanted.Any(w => decimal.TryParse(w.Value, out var amount) && amount != 1) && Wording.Quantities(Folded).Any(q => (q.Value != 1 || q.Unit != UnitKind.None) && !IsPlate(Folded, q.Start, q.Length));

    /// <summary>The question without the names of documents, as far as these stand in it.</summary>
    public string Without(IEnumerable<PublishedDocument> documents) => Names.Without(Folded, documents.Select(d => Wording.Fold(Draft.Name(d))));

    /// <summary>What nothing understood: without the names of documents, without what is said beside any question, without fillers.</summary>
    public string Unsaid(IEnumerable<PublishedDocument> documents)
    {
        return Unsaid(Names.Without(Asked.Rest, documents.Select(d => Wording.Fold(Draft.Name(d)))), _ => true);
    }

    /// <summary>What the whole question says beside words by which anybody begins.</summary>
    public string Beginning => Unsaid(Folded, m => m is "beginning" or "list" or "how" or "hello" or "fine");

    public string Unsaid(string rest) => Unsaid(rest, _ => true);

    private string Unsaid(string rest, Func<string, bool> beside) => Fillers.Without(Blanked(rest, m => m != OfThings && beside(m)), Snapshot);

    /// <summary>What a stretch of the question says, word by word: without what is said beside any question, without fillers.</summary>
    public IEnumerable<string> Stretches(string rest) => Fillers.Stretches(Blanked(rest, _ => true), Snapshot);

    private static string Blanked(string rest, Func<string, bool> beside)
    {
        var left = new StringBuilder(rest);
        foreach (var (_, start, length) in Asking.In(rest).Where(a => beside(a.Meaning)))
            left.Remove(start, length).Insert(start, new string('\n', length));
        return left.ToString();
    }

    /// <summary>Whether no more than a word by chance was understood, beside much that was not: then it is about something else.</summary>
    public bool IsStrange => strange ??= Parks.Count == 0 && !Asked.IsSure && !Asked.Cues.Contains("seek") && !StatesAmount
        && Asked.Wanted.All(w => w.Name.Contains('.')) && Asked.Wanted.Count + Asked.Trades.Count <= 1 && Asked.Wishes.Count == 0 && Unsaid([]) is var rest && (rest.Count(WordRun.IsHan) >= MostStrange || rest.Count(c => c == ' ') > 1)
        && Telling.Count == 0;

    /// <summary>Of what was not understood, the words that the city speaks of.</summary>
    public IReadOnlyList<string> Telling => field ??= Search.Telling(Asked.Rest);

    /// <summary>What is wanted of the kind of thing that is looked for; a word like "finance" is a field of jobs and a theme of policies too.</summary>
    public IEnumerable<Wanted> Wanted => Asked.Wanted.Where(w => w.Name.Split('.') is not [var type, _] || type == (Asked.Seek switch
    {
        Seek.Finance => "financeProduct",
        Seek.Contact => "contactPoint",
        Seek.Story => "feature",
        null or Seek.Park or Seek.Space => type is "park" or "space" ? type : null,
        { } seek => seek.ToString().ToLowerInvariant(),
    }));

    /// <summary>Whether a need is no more than a word for space itself: "to rent", "a factory".</summary>
    public bool IsBare(Wanted wanted) => wanted.Name is "kind" or "tenure" or "space.kind" or "space.tenure" or "financeProduct.kind" && Folded.Length <= LongestBare;

    [GeneratedRegex(@"[\u5417\u4e48\u5462\u51e0\u8c01\u7387]|\u591a\u5c11|\u4ec0\u4e48|\u54ea|\u6709\u6ca1\u6709|\u600e|\u5982\u4f55|\u662f\u5426|(?<c>[\u4e00-\u9fff])\u4e0d\k<c>|\?\s*$|^(?:what|how|who|whose|when|where|why|is|are|does|do|did|can|has|have|was)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AboutThing();

    [GeneratedRegex(@"[\u627e\u6c42]|\u60f3|\u8981|\u63a8\u8350|\u9002\u5408|\u54ea[\u4e2a\u4e9b\u5bb6\u51e0]|\u54ea\u91cc[\u80fd\u6709\u53ef]|[\u505a\u641e\u5e72][\u4e00-\u9fffa-z]{1,12}|\blook|\bneed|\bwant|\brecommend|\bwhich\b|\bfind\b|\bsuitable\b|\bfit\b|\bfor (?:a|our|my)\b|\bwe (?:make|do|are|develop|build)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LooksFor();

    /// <summary>How much of the question each document says, best first.</summary>
    public IReadOnlyList<Alike> Alike => field ??= Likeness.Of(this).To(this);

    /// <summary>How near each document is to some words, 0 to 1, best first.</summary>
    public IReadOnlyList<(PublishedDocument Document, double Score)> Found(string words, int take, params string[] types)
    {
        if (words.Trim().Length == 0)
            return [];
        var request = new SearchRequest(words, Culture, Day) { Take = take, Marked = false };
        if (types.Length > 0)
            request = request with { Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["type"] = types } };
        // Parks and their spaces are looked for by the same words.
        if (looked?.Words != words)
            looked = (words, Search.Lookup(words, Culture, Day, Snapshot));
        var results = looked.Value.Lookup(request);
        IsFoundInParts = results.Partial;
        return [.. results.Items.Where(h => !h.Related).Select(h => (h.Document, h.Score / 100))];
    }

    /// <summary>Whether nothing had all of the words that were looked for last.</summary>
    public bool IsFoundInParts { get; private set; }
}
