using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Lists;

/// <summary>
/// Plain word matching for the lists: how many of the words that were typed stand in a document, its park or its sector.
/// Ranked full-text search is the search module's work; this keeps a list usable without it.
/// </summary>
internal sealed class WordFilter
{
    private const int MaxWords = 12;
    private static readonly char[] Separators = [' ', ',', '.', ';', '\u3000', '\uff0c', '\u3002', '\u3001', '\uff1b', '\uff1a'];

    private readonly PageContext context;
    private readonly string[] words;
    private readonly Dictionary<Guid, int> scores = [];

    private WordFilter(PageContext context, string[] words) => (this.context, this.words) = (context, words);

    public static WordFilter? From(PageContext context)
    {
        var words = (context.Query["q"] ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords).ToArray();
        return words.Length == 0 ? null : new WordFilter(context, words);
    }

    public int Score(PublishedDocument document)
    {
        if (scores.TryGetValue(document.Id, out var known))
            return known;
        var text = string.Join('\n', Texts(document));
        return scores[document.Id] = words.Count(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<string> Texts(PublishedDocument document)
    {
        foreach (var text in Own(document))
            yield return text;
        var park = document.Type.Alias == "park" ? document : context.Snapshot.Find(document.ParentId);
        if (park is not { Type.Alias: "park" })
            yield break;
        if (park != document)
            yield return context.Name(park);
        if (context.Variant(park)?.Values is not { } values)
            yield break;
        yield return values.Text("niche") ?? "";
        foreach (var id in new[] { values.Reference("sector"), values.Reference("district") })
            yield return context.Name(context.Snapshot.Find(id));
    }

    private IEnumerable<string> Own(PublishedDocument document)
    {
        if (context.Variant(document) is not { } variant)
            yield break;
        yield return variant.Name;
        foreach (var property in document.Type.Properties)
            switch (variant.Values[property])
            {
                case string text when property.DataType.Kind == ValueKind.Choice:
                    yield return property.DataType.Item(text)?.Name.In(context.Culture) ?? text;
                    break;
                case string text:
                    yield return text;
                    break;
                case string[] texts when property.DataType.Kind == ValueKind.Texts:
                    yield return string.Join('\n', texts);
                    break;
            }
    }
}
