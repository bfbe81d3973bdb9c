using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <param name="Score">0 to 1: how much of what was asked the document says, rare words before common ones, in its name before its body.</param>
/// <param name="Weight">How much that is by itself: one word that many documents have is little, however short the question.</param>
internal readonly record struct Alike(PublishedDocument Document, double Score, double Weight);

/// <summary>
/// How much of a question each document says, in the question's own words or in those that texts use for them: what people call a
/// thing every day is in <c>everyday.json</c>, what the city calls it otherwise in its vocabulary.
/// </summary>
internal sealed partial class Likeness
{
    private const int Pair = 2, LongestWord = 6;
    private const double Name = 1, Head = 0.85, Body = 0.6, Long = 600, Phrase = 1.4, OfAPart = 0.4, Unknown = 0.6;
    private static readonly string[] Types = ["policy", "financeProduct", "contactPoint", "feature", "job", "resource"];
    private static readonly HashSet<string> Telling = ["summary", "benefit", "who", "skills", "techniques", "standfirst", "kind", "field", "jobType", "instruments"];
    private static readonly HashSet<string> Unsaid = ["apply", "source", "contactName", "contactPhone", "contactEmail", "email", "phone", "sample", "level", "status", "housing"];
    private static readonly Phrases<string[]> Everyday = Said();

    private static readonly string[] Asides = ["there", "follow", "vague", "makes"], Frames = ["all", "how", "of things", "list"];

    /// <summary>What only says that work is looked for, or goes on from what was said.</summary>
    private static readonly Phrases<string> Beside = Without();

    /// <summary>What a document says in each language: worked out once for as long as it stays as it is.</summary>
    private static readonly ConditionalWeakTable<PublishedDocument, Entry?[]> Known = [];

    private readonly Dictionary<Guid, int> numbers = [];
    private readonly List<Entry> entries = [];
    private readonly int[] order;
    private readonly Postings with;

    /// <param name="before">What was there before: documents that stayed as they were keep their numbers, and cost nothing.</param>
    private Likeness(Turn turn, Likeness? before)
    {
        List<PublishedDocument> documents = [.. Types.SelectMany(t => turn.Snapshot.OfType(t, turn.Culture))];
        Entry Of(PublishedDocument document) => Known.GetValue(document, _ => new Entry?[turn.Snapshot.Schema.Languages.Count])[turn.Culture] ??= Read(turn, document);
        if (before is null || documents.Count < before.entries.Count * 3 / 4)
        {
            entries = documents.ConvertAll(Of);
            with = Postings.Of(entries.Select(e => e.Keys));
            order = [.. entries.Select((e, i) => numbers[e.Document.Id] = i)];
            return;
        }

        (numbers, entries, order) = (new(before.numbers), [.. before.entries], new int[documents.Count]);
        var changed = new List<(int Number, string[] Before, string[] Now)>();
        var gone = before.order.ToHashSet();
        for (var i = 0; i < order.Length; i++)
        {
            var isNew = !numbers.TryGetValue(documents[i].Id, out order[i]);
            if (isNew)
                order[i] = numbers[documents[i].Id] = entries.Count;
            var has = isNew || !gone.Remove(order[i]) ? null : entries[order[i]];
            if (has?.Document == documents[i])
                continue;
            var now = Of(documents[i]);
            changed.Add((order[i], has?.Keys ?? [], now.Keys));
            if (isNew)
                entries.Add(now);
            else
                entries[order[i]] = now;
        }

        with = before.with.With([.. changed, .. gone.Select(n => (n, entries[n].Keys, Array.Empty<string>()))]);
    }

    private sealed record Entry(PublishedDocument Document, string Name, string Head, string Body, string[] Keys);

    private static Entry Read(Turn turn, PublishedDocument document)
    {
        var texts = Texts(turn, document).ToLookup(t => t.Telling, t => t.Text);
        var (name, head, body) = (Flat(turn.Draft.Name(document)), Flat(string.Join('\n', texts[true])), Flat(string.Join('\n', texts[false])));
        return new Entry(document, name, head, body, [.. Keys(name).Concat(Keys(head)).Concat(Keys(body)).Distinct()]);
    }

    public static Likeness Of(Turn turn) => turn.Snapshot.Derive<Likeness>($"assistant.likeness.{turn.Culture}", Types, before => new Likeness(turn, before));

    /// <summary>Documents of some types that say any of it, best first.</summary>
    public static List<Alike> To(Turn turn, params string[] types) => [.. turn.Alike.Where(a => types.Contains(a.Document.Type.Alias))];

    /// <summary>Documents that say any of it, best first; see <see cref="Turn.Alike"/>.</summary>
    public List<Alike> To(Turn turn)
    {
        var units = Units(turn);
        var (scores, all) = (new double[entries.Count], 0d);
        foreach (var (ways, factor) in units)
        {
            var places = new Dictionary<int, double>();
            foreach (var way in ways)
                foreach (var at in Having(way))
                    places[at] = Math.Max(places.GetValueOrDefault(at), Place(entries[at], way));
            var weight = factor * Math.Log(1 + (order.Length / (double)Math.Max(1, places.Count)));
            all += places.Count == 0 ? weight * Unknown : weight;
            foreach (var (at, place) in places)
                scores[at] += weight * place;
        }

        return all == 0 ? [] : [.. order.Select(i => new Alike(entries[i].Document, scores[i] / all, scores[i])).Where(a => a.Score > 0).OrderByDescending(a => a.Score)];
    }

    /// <summary>What stands in a long text stands there by chance sooner.</summary>
    private static double Place(Entry entry, string way) =>
        entry.Name.Contains(way, StringComparison.Ordinal) ? Name : entry.Head.Contains(way, StringComparison.Ordinal) ? Head : Body * Math.Sqrt(Math.Min(1, Long / Math.Max(1, entry.Body.Length)));

    private IEnumerable<int> Having(string way)
    {
        var keys = Keys(way).ToList();
        if (keys.Count == 0)
            return [];
        var few = keys.Select(with.Having).MinBy(w => w.Length)!;
        return keys.Count == 1 ? few : few.Where(at => entries[at] is var e && (e.Name.Contains(way, StringComparison.Ordinal) || e.Head.Contains(way, StringComparison.Ordinal) || e.Body.Contains(way, StringComparison.Ordinal)));
    }

    /// <summary>What is asked, piece by piece: each as the ways in which texts may say it.</summary>
    private static List<(HashSet<string> Ways, double Factor)> Units(Turn turn)
    {
        var rest = new StringBuilder(turn.Bare);
        foreach (var (_, start, length) in Beside.In(turn.Bare))
            rest.Remove(start, length).Insert(start, new string('\n', length));
        var bare = rest.ToString();
        var units = new List<(HashSet<string>, double)>();
        void Take(int start, int length, IEnumerable<string> ways, bool inParts)
        {
            var said = Flat(rest.ToString(start, length));
            units.Add(([.. ways.Select(Flat).Append(said).Where(w => w.Trim().Length > 0)], Phrase));
            if (inParts && Keys(said).ToList() is { Count: > 1 } parts)
                units.AddRange(parts.Select(p => (new HashSet<string> { p }, OfAPart)));
            rest.Remove(start, length).Insert(start, new string('\n', length));
        }

        foreach (var (ways, start, length) in Everyday.In(bare).DistinctBy(e => e.Start).ToList())
            if (Not().IsMatch(bare[..start]))
                rest.Remove(start, length).Insert(start, new string('\n', length)); // "not on the line" looks for no line
            else
                Take(start, length, ways, inParts: false);
        foreach (var (start, length, ways) in Synonyms(turn, rest.ToString()))
            Take(start, length, ways, inParts: true);
        foreach (var stretch in Fillers.Stretches(rest.ToString(), turn.Snapshot))
            units.AddRange(Keys(Flat(stretch)).Select(k => (new HashSet<string> { k }, 1d)));
        return units;
    }

    /// <summary>Stretches that the vocabulary knows other words for, the longest first.</summary>
    private static IEnumerable<(int Start, int Length, IReadOnlyList<string> Ways)> Synonyms(Turn turn, string text)
    {
        var words = WordRun.Of(text);
        for (var i = 0; i < words.Count; i++)
            for (var count = Math.Min(LongestWord, words.Count - i); count > 0; count--)
            {
                var (start, end) = (words[i].Start, words[i + count - 1].Start + words[i + count - 1].Length);
                var said = text[start..end];
                if (said.Length < Pair || said.Contains('\n') || Wording.IsFiller(turn.Snapshot, said) || Wording.SameAs(turn.Snapshot, said).ToList() is not { Count: > 0 } same)
                    continue;
                yield return (start, end - start, same);
                i += count - 1;
                break;
            }
    }

    /// <summary>Chinese characters side by side, Latin words by their stems between spaces.</summary>
    private static string Flat(string text)
    {
        var flat = new StringBuilder();
        foreach (var word in WordRun.Of(Wording.Fold(text)))
            flat.Append(word.Key == WordRun.Break || WordRun.IsHan(word.Key[0]) ? word.Key : $" {word.Key} ");
        return flat.Replace("  ", " ").ToString();
    }

    /// <summary>Pairs of Chinese characters, and Latin words.</summary>
    private static IEnumerable<string> Keys(string flat)
    {
        for (var i = 0; i < flat.Length; i++)
            if (WordRun.IsHan(flat[i]) && i + 1 < flat.Length && WordRun.IsHan(flat[i + 1]))
                yield return flat.Substring(i, Pair);
            else if (flat[i] == ' ' && flat.IndexOf(' ', i + 1) is > 0 and var end && end > i + 1 && !WordRun.IsHan(flat[i + 1]) && flat[i + 1] != '\n')
                yield return flat[i..(end + 1)];
    }

    private static IEnumerable<(bool Telling, string Text)> Texts(Turn turn, PublishedDocument document) =>
        from property in document.Type.Properties
        where !Unsaid.Contains(property.Alias) && property.DataType.Kind is ValueKind.Text or ValueKind.Texts or ValueKind.Markdown or ValueKind.Choice or ValueKind.Choices or ValueKind.Blocks && property.Alias != "body"
        let text = turn.Words.Value(property, turn.Draft.Values(document)[property], turn.Snapshot)
        where text is not null
        select (Telling.Contains(property.Alias), text);

    private static Phrases<string> Without()
    {
        var phrases = new Phrases<string>();
        foreach (var phrase in Cues.All.Group("seek")["job"].Concat(Asides.SelectMany(g => Cues.All.Group(g)[""])).Concat(Frames.SelectMany(g => Cues.Asking.Group(g)[""])))
            phrases.Add(phrase, phrase);
        return phrases;
    }

    private static Phrases<string[]> Said()
    {
        var phrases = new Phrases<string[]>();
        foreach (var cues in new[] { Cues.Everyday, Cues.Work })
            foreach (var written in cues.Names)
                foreach (var said in cues.Group(written)[""])
                    phrases.Add(said, written.Split('|'));
        return phrases;
    }

    // "Not", but no "whether or not".
    [GeneratedRegex(@"(?:(?:^|(?<c>[\u4e00-\u9fff]))\u4e0d(?!\k<c>)|\u522b)[\u4e00-\u9fff]{0,2}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Not();
}
