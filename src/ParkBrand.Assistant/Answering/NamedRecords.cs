using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <param name="Likeness">How much of its name stands in the question: 1 is all of it.</param>
internal sealed record NamedRecord(PublishedDocument Document, string Name, double Likeness);

/// <summary>Jobs, spaces, resources, policies and other records that a question calls by their name, or by most of it.</summary>
internal sealed class NamedRecords
{
    // How much of a name has to be said. Policies are called by what they are for.
    private const double WithinPark = 0.4, Supported = 0.5, Elsewhere = 0.7, RareEnough = 0.4;
    private const int ShortestShortForm = 4, ShortestMiddle = 6, ShortestSuffix = 3;
    // What stands in an English name behind the place.
    private static readonly string[] OfDesks = [" parks", " industry"];
    private static readonly char[] Asides = ['(', '\uff08', ',', '\uff0c'];
    private static readonly string[] Types = ["space", "job", "resource", "policy", "financeProduct", "contactPoint", "feature", "award"];

    private readonly List<(PublishedDocument Document, string Name, (string Pair, double Weight)[] Pairs)> records;
    private readonly List<PublishedDocument> desks;
    private readonly List<string> places;

    private NamedRecords(Snapshot snapshot, int culture)
    {
        var named = new List<(PublishedDocument Document, string Name, HashSet<string> Pairs)>();
        void Add(PublishedDocument document, string name)
        {
            var folded = Wording.Fold(name);
            if (Pairs(folded) is { Count: > 0 } pairs)
                named.Add((document, folded, pairs));
        }

        foreach (var document in Types.SelectMany(t => snapshot.OfType(t, culture)))
        {
            var name = document.In(culture, snapshot.Schema)!.Name;
            Add(document, name);
            // What stands in brackets or after a comma is hardly ever said.
            if (name.IndexOfAny(Asides) is > 3 and var aside && (WordRun.IsHan(name[0]) || name.AsSpan(0, aside).Contains(' ')))
                Add(document, name[..aside]);
            // "B6 1F" stands in addresses and on plans.
            if (document.Type.Alias == "space")
                Add(document, document.Slug.Replace('-', ' '));
        }

        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var pair in named.SelectMany(r => r.Pairs).GroupBy(p => p))
            // An English name is called by its words, a Chinese one by characters that stand side by side.
            weights[pair.Key] = Math.Log(1 + (named.Count / (double)pair.Count())) * (pair.Key.Contains(' ') && pair.Key.All(char.IsAscii) ? 0.4 : 1);
        records = [.. named.Select(r => (r.Document, r.Name, r.Pairs.Select(p => (p, weights[p])).ToArray()))];
        desks = [.. snapshot.OfType("contactPoint", culture)];
        places = [.. desks.Select(d => Wording.Fold(d.In(culture, snapshot.Schema)!.Name)).Select(n => WordRun.IsHan(n[0]) ? n[..2] : n.Split(OfDesks, StringSplitOptions.None)[0])];
    }

    /// <summary>The desk or centre of a place that is named.</summary>
    public PublishedDocument? Desk(string folded) => desks.Where((_, i) => Stands(folded, places[i])).FirstOrDefault();

    private static bool Stands(string folded, string place) => folded.IndexOf(place, StringComparison.Ordinal) is >= 0 and var at
        && (WordRun.IsHan(place[0]) || at == 0 || !char.IsAsciiLetter(folded[at - 1]));

    public static NamedRecords Of(Snapshot snapshot, int culture) =>
        snapshot.Derive($"assistant.names.{culture}", Types, default, () => new NamedRecords(snapshot, culture));

    /// <param name="within">Parks that are named: a record of theirs need not be called by its whole name.</param>
    /// <returns>Those that are most alike, best first; several where a question could mean any of them.</returns>
    public List<NamedRecord> In(string folded, IReadOnlyList<PublishedDocument> within)
    {
        var has = Pairs(folded);
        var parks = within.Select(p => p.Id).ToHashSet();
        var alike = new List<NamedRecord>();
        foreach (var (document, name, pairs) in records)
        {
            var inside = document.ParentId is { } parent && parks.Contains(parent);
            // Floors are called alike everywhere: of a park that is named, its own are meant.
            if (!inside && (document.Type.Alias == "space" ? within.Count > 0 || !folded.Contains(name, StringComparison.Ordinal) : within.Count > 0 && !folded.Contains(name, StringComparison.Ordinal)))
                continue;
            var shared = Shared(pairs, has);
            var likeness = Math.Max(shared, ShortForm(name, folded, shared < RareEnough ? int.MaxValue : document.Type.Alias is "policy" or "financeProduct" ? ShortestSuffix : ShortestShortForm));
            if (likeness >= (inside ? WithinPark : document.Type.Alias is "policy" or "financeProduct" ? Supported : Elsewhere))
                alike.Add(new NamedRecord(document, name, likeness));
        }

        var best = alike.Count == 0 ? 1 : alike.Max(a => a.Likeness);
        return [.. alike.Where(a => a.Likeness >= best - 0.08).OrderByDescending(a => a.Likeness).ThenByDescending(a => a.Name.Length).DistinctBy(a => a.Document.Id)];
    }

    private static double Shared((string Pair, double Weight)[] pairs, HashSet<string> has)
    {
        double all = 0, found = 0;
        foreach (var (pair, weight) in pairs)
        {
            all += weight;
            found += has.Contains(pair) ? weight : 0;
        }

        return all == 0 ? 0 : found / all;
    }

    /// <summary>A long Chinese name is called by some of its characters, in order and up to the last: from its first on, or by many of them.</summary>
    private static double ShortForm(string name, string folded, int shortestSuffix)
    {
        if (name.Length <= ShortestShortForm || !WordRun.IsHan(name[0]))
            return 0;
        var longest = 0;
        for (var from = 0; from < folded.Length; from++)
        {
            var first = name.IndexOf(folded[from]);
            var (length, at) = (0, first - 1);
            while (first >= 0 && from + length < folded.Length && name.IndexOf(folded[from + length], at + 1) is >= 0 and var next)
                (length, at) = (length + 1, next);
            var ends = length >= shortestSuffix && length * 5 >= name.Length * (length == ShortestSuffix ? 3 : 2.5) && name.AsSpan().EndsWith(folded.AsSpan(from, length));
            if (at == name.Length - 1 && (ends || length >= (first == 0 ? ShortestShortForm : ShortestMiddle)))
                longest = Math.Max(longest, length);
        }

        return longest == 0 ? 0 : Math.Max(0.75, longest / (double)name.Length);
    }

    /// <summary>Words that stand side by side, and long Latin words by themselves.</summary>
    private static HashSet<string> Pairs(string folded)
    {
        var words = WordRun.Of(folded).Where(w => w.Key != WordRun.Break).ToList();
        var pairs = words.Zip(words.Skip(1)).Select(p => p.First.Key + " " + p.Second.Key).ToHashSet(StringComparer.Ordinal);
        pairs.UnionWith(words.Where(w => w.Key.Length > 3).Select(w => w.Key));
        return pairs;
    }
}
