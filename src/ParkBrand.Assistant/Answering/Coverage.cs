using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// What documents publish in one language, as one folded text: whether the words of a question stand there, by themselves or by
/// another name that the city knows. What stands nowhere cannot be answered from them, however near the rest is.
/// </summary>
internal sealed partial class Coverage
{
    private const int ShortestHan = 2, LongestHan = 8, ShortestLatin = 4;
    private static readonly string[] Told = ["park", "space", "job", "resource", "policy", "financeProduct", "contactPoint", "feature", "award", "district", "industry"];
    private static readonly Dictionary<decimal, string> Many = new() { [1] = "(?![0-9.\u4e07\u4ebf])", [10000] = "\u4e07", [100000000] = "\u4ebf" };
    private static readonly ConditionalWeakTable<PublishedDocument, Part?[]> Parts = [];
    private readonly string[] parts;
    private int? floors;

    private Coverage(Turn turn, IEnumerable<PublishedDocument> documents)
    {
        parts = [.. documents.Select(d => Part.Of(turn, d))];
        // A Latin word is looked for with a space before it.
        if (parts.Length > 0)
            (parts[0], parts[^1]) = (" " + parts[0], (parts.Length == 1 ? " " + parts[0] : parts[^1]) + " ");
    }

    /// <summary>A park with its spaces, jobs and resources, and with what is written about it.</summary>
    public static Coverage OfPark(Turn turn, PublishedDocument park) => turn.Snapshot.Derive($"assistant.said.{turn.Culture}.{park.Slug}", ["award", "feature", "policy", "vocabulary"], default, () =>
        new Coverage(turn, turn.Snapshot.ChildrenOf(park.Id).Prepend(park).Concat(turn.Snapshot.ReferrersOf(park.Id))), park.Id);

    /// <summary>Each document of some types by itself.</summary>
    public static IReadOnlyList<Coverage> Of(Turn turn, params string[] types) => turn.Snapshot.Derive($"assistant.said.{turn.Culture}.{string.Join('+', types)}", [.. types, "vocabulary"], default, () =>
        types.SelectMany(t => turn.Snapshot.OfType(t, turn.Culture)).Select(d => new Coverage(turn, [d])).ToList());

    /// <summary>All that is published of parks and what belongs to them, of districts and of industries.</summary>
    public static Coverage OfAll(Turn turn) => turn.Snapshot.Derive($"assistant.said.{turn.Culture}.all", [.. Told, "vocabulary"], default, () =>
        new Coverage(turn, Told.SelectMany(t => turn.Snapshot.OfType(t, turn.Culture))));

    /// <summary>What one document says in one language, kept for as long as it and what it refers to stay as they are.</summary>
    private sealed record Part(string Text, (Guid Id, PublishedDocument? Document)[] Named)
    {
        public static string Of(Turn turn, PublishedDocument document)
        {
            var known = Parts.GetValue(document, _ => new Part?[turn.Snapshot.Schema.Languages.Count]);
            if (known[turn.Culture] is { } part && Array.TrueForAll(part.Named, n => turn.Snapshot.Find(n.Id) == n.Document))
                return part.Text;
            var named = document.In(turn.Culture, turn.Snapshot.Schema) is { } variant ? References(variant.Values).Distinct() : [];
            known[turn.Culture] = part = new Part(Tight().Replace(Separator().Replace(Wording.Fold(string.Join('\n', Texts(turn, document))), " "), ""), [.. named.Select(id => (id, turn.Snapshot.Find(id)))]);
            return part.Text;
        }

        private static IEnumerable<Guid> References(PublishedValues values) => values.Holder.Properties.SelectMany(p => values[p] switch
        {
            Guid id => [id],
            Guid[] many => many,
            PublishedValues[] blocks => blocks.SelectMany(References),
            _ => (IEnumerable<Guid>)[],
        });
    }

    /// <summary>Whether words stand there as they are.</summary>
    public bool Has(string words)
    {
        foreach (var part in parts)
            if (part.Contains(words, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>What of some stretches of a question stands nowhere.</summary>
    public IReadOnlyList<string> Strange(Snapshot snapshot, IEnumerable<string> stretches) => [.. stretches.SelectMany(s => WordRun.IsHan(s[0]) ? OfHan(snapshot, s) : s.Length >= ShortestLatin && !StandsLatin(snapshot, s) ? [s] : [])];

    /// <summary>The highest floor; what is below the ground where that is told of.</summary>
    public int Floors => floors ??= Math.Max(Floor.Asked(string.Join('\n', parts)), 1);

    /// <summary>Whether an amount of money stands there, in units, ten thousands or hundred millions.</summary>
    public bool HasAmount(decimal amount) => Many.Any(m => amount >= m.Key && IsMatch($"(?<![0-9.]){Regex.Escape((amount / m.Key).ToString("0.##", CultureInfo.InvariantCulture))}{m.Value}"));

    /// <summary>Whether the number of a building, "5 号楼", stands there.</summary>
    public bool HasPlate(string plate) => IsMatch("(?<![0-9a-z])" + Block(plate));

    /// <summary>A pattern for the number of a building, whichever word for one ends it.</summary>
    public static string Block(string plate) => Ending().Replace(Regex.Escape(plate.Replace(" ", "", StringComparison.Ordinal)), "(?:[\u680b\u5ea7\u5e62]|\u53f7?\u697c)");

    [GeneratedRegex("(?:\u53f7?\u697c|[\u5ea7\u680b\u5e62])$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ending();

    private bool IsMatch(string pattern) => Array.Exists(parts, p => Regex.IsMatch(p, pattern, RegexOptions.None, TimeSpan.FromSeconds(2)));

    private IEnumerable<string> OfHan(Snapshot snapshot, string stretch)
    {
        var known = new bool[stretch.Length];
        for (var from = 0; from + ShortestHan <= stretch.Length; from++)
            for (var length = Math.Min(LongestHan, stretch.Length - from); length >= ShortestHan; length--)
                if (Stands(snapshot, stretch.Substring(from, length)))
                {
                    Array.Fill(known, true, from, length);
                    break;
                }

        for (var from = 0; from < stretch.Length; from++)
        {
            var to = from;
            while (to < stretch.Length && !known[to])
                to++;
            if (to - from >= ShortestHan)
                yield return stretch[from..to];
            from = Math.Max(from, to);
        }
    }

    private bool Stands(Snapshot snapshot, string words) => Has(words)
        || Wording.SameAs(snapshot, words).Any(s => s.Length > 1 && Has(char.IsAsciiLetter(s[0]) ? " " + s : s));

    private bool StandsLatin(Snapshot snapshot, string word) => Stands(snapshot, " " + Wording.Stem(word)) || Stands(snapshot, word);

    private static IEnumerable<string> Texts(Turn turn, PublishedDocument document) => document.In(turn.Culture, turn.Snapshot.Schema) is { } variant
        ? Texts(turn, variant.Values).Prepend(variant.Name).Append(document.Slug.Replace('-', ' ')) : [];

    private static IEnumerable<string> Texts(Turn turn, PublishedValues values) =>
        values.Holder.Properties.Where(p => values[p] is not null and not false).SelectMany(p => Texts(turn, p, values[p]!).Prepend(turn.Words.Label(p)));

    private static IEnumerable<string> Texts(Turn turn, Property property, object value) => value switch
    {
        PublishedValues[] blocks => blocks.SelectMany(b => Texts(turn, b)),
        _ => turn.Words.Value(property, value, turn.Snapshot) is { } words ? [words] : [],
    };

    // Marks separate; spaces beside Chinese characters and digits do not.
    [GeneratedRegex(@"[^\p{L}\p{N}\n]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) (?=[0-9a-z\u4e00-\u9fff])|(?<=[0-9a-z]) (?=[\u4e00-\u9fff])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tight();
}
