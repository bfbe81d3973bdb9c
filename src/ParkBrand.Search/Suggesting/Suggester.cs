using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Querying;

namespace ParkBrand.Search.Suggesting;

/// <summary>
/// What somebody may be about to type: parks, industries and districts, other documents, and questions that editors keep.
/// By the beginning of a name, of a word in it, of its sound or of its initials; sorted keys in memory, so that an answer
/// takes a few binary searches however large the city is.
/// </summary>
internal sealed class Suggester
{
    private const int MostOfAKind = 4, Looked = 64, LongestKey = 24;
    private static readonly string[] Taxonomy = ["industry", "district", "topic"];

    // Their names are found from any character on; those of thousands of records only from the beginning.
    private static readonly string[] Important = ["park", "industry", "district", "topic", "list", "policy", "financeProduct", "contactPoint", "award", "page", "progress"];

    private readonly record struct Key(string Text, int Entry, byte Rank);

    private sealed record Entry(string Kind, string Text, Guid? Document, int Weight);

    private readonly List<Entry> entries = [];
    private readonly Key[] keys;
    private readonly int culture;

    private Suggester(Snapshot snapshot, Vocabulary vocabulary, int culture)
    {
        this.culture = culture;
        var all = new List<Key>();
        foreach (var type in snapshot.Schema.DocumentTypes.Keys.OrderBy(t => Array.IndexOf(Important, t) is var i && i < 0 ? int.MaxValue : i))
            foreach (var document in snapshot.OfType(type, culture))
                if (document is { Path: { } path } && path != "/")
                    Add(all, new Entry(type == "park" ? "park" : Taxonomy.Contains(type) ? "taxonomy" : "document", document.In(culture, snapshot.Schema)!.Name, document.Id, Important.Contains(type) ? 2 : 1), vocabulary);
        foreach (var query in vocabulary.Queries[culture])
            Add(all, new Entry("query", query, null, 2), vocabulary);
        keys = [.. all.OrderBy(k => k.Text, StringComparer.Ordinal)];
    }

    public static Suggester[] Of(Snapshot snapshot, Vocabulary vocabulary) =>
        [.. snapshot.Schema.Languages.Select((_, culture) => new Suggester(snapshot, vocabulary, culture))];

    public List<Suggestion> Suggest(string typed, Snapshot snapshot, int take)
    {
        var start = FoldedText.Of(typed.Length > QueryReader.Longest ? typed[..QueryReader.Longest] : typed).Text.Trim();
        if (start.Length == 0)
            return [];
        var found = new Dictionary<int, int>();
        Look(start, found);
        var letters = start.Replace(" ", "", StringComparison.Ordinal);
        if (letters != start || found.Count == 0)
            Look(letters, found);
        var prefix = snapshot.Schema.Languages[culture].UrlPrefix;
        return found.Select(f => (Entry: entries[f.Key], Rank: f.Value))
            .Where(f => f.Entry.Document is null || snapshot.Find(f.Entry.Document)?.In(culture, snapshot.Schema) is not null)
            .OrderBy(f => f.Rank).ThenByDescending(f => f.Entry.Weight).ThenBy(f => f.Entry.Text.Length).ThenBy(f => f.Entry.Text, StringComparer.Ordinal)
            .GroupBy(f => f.Entry.Kind).OrderBy(g => Array.IndexOf(Suggestion.Kinds, g.Key))
            .SelectMany(g => g.DistinctBy(f => f.Entry.Text).Take(MostOfAKind)).Take(take)
            .Select(f => new Suggestion(f.Entry.Kind, f.Entry.Text, prefix + (snapshot.Find(f.Entry.Document)?.Path ?? "/search?q=" + Uri.EscapeDataString(f.Entry.Text)))).ToList();
    }

    private void Add(List<Key> all, Entry entry, Vocabulary vocabulary)
    {
        var number = entries.Count;
        entries.Add(entry);
        var name = FoldedText.Of(entry.Text).Text;
        all.Add(new Key(Short(name), number, 0));
        var important = entry.Weight > 1;
        for (var i = 1; important && i < name.Length; i++)
            if (Tokenizer.IsHan(name[i]) || (Tokenizer.IsLatin(name[i]) && !Tokenizer.IsLatin(name[i - 1])))
                all.Add(new Key(Short(name[i..]), number, 2));
        if (!important || !name.Any(Tokenizer.IsHan))
            return;
        var syllables = vocabulary.Readings.Syllables(name).Where(s => s.All(char.IsAsciiLetterOrDigit)).ToArray();
        all.Add(new Key(Short(Pinyin.Initials(syllables)), number, 1));
        for (var i = 0; i + 1 < syllables.Length; i++)
            all.Add(new Key(Short(Pinyin.Joined(syllables[i..])), number, i == 0 ? (byte)1 : (byte)2));
    }

    private void Look(string start, Dictionary<int, int> found)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(keys[middle].Text, start) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (var i = low; i < keys.Length && i < low + (Looked * 8) && found.Count < Looked && keys[i].Text.StartsWith(start, StringComparison.Ordinal); i++)
            if (!found.TryGetValue(keys[i].Entry, out var rank) || rank > keys[i].Rank)
                found[keys[i].Entry] = keys[i].Rank;
    }

    private static string Short(string text) => text.Length <= LongestKey ? text : text[..LongestKey];
}
