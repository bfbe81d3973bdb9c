using ParkBrand.Assistant.Answering;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Tools;

/// <summary>What the tools of one question work with: the snapshot as the visitor may read it, and the sources, which number whatever a tool tells.</summary>
/// <param name="PublicUrl">Where the public reaches the site, for whoever follows links; a language model is given none.</param>
internal sealed record Desk(Sources Sources, SiteSearch Search, DateOnly Day, string? PublicUrl = null)
{
    /// <summary>Facts that one question may gather from all its tools.</summary>
    public const int MostSources = 160;
    private const int LongestValue = 300;

    public Snapshot Snapshot => Sources.Snapshot;
    public int Culture => Sources.Words.Culture;

    /// <summary>How many there are of what was counted, for the sentences to be held against.</summary>
    public HashSet<decimal> Counts { get; } = [];

    public T Counted<T>(int count, T value)
    {
        Counts.Add(count);
        return value;
    }

    /// <summary>Pages, and so our own model, show the main language where a translation is missing and say so; other machines are told what stands in the language itself.</summary>
    public bool Sees(PublishedDocument document) => PublicUrl is null ? document.In(Culture, Snapshot.Schema) is not null : document.IsIn(Culture);

    /// <summary>A document that stands in the visitor's language, by its address without the first stroke; null for all else.</summary>
    public PublishedDocument? Find(string id) =>
        Snapshot.Resolve("/" + id.Trim('/')) is (PathState.Live, { Path: not null } document) && Sees(document) ? document : null;

    /// <exception cref="FormatException">There is none.</exception>
    public PublishedDocument Existing(string id, params string[] types) =>
        Find(id) is { } document && (types.Length == 0 || types.Contains(document.Type.Alias)) ? document : throw new FormatException($"Nothing is published at '{id}'. Take an id from a result.");

    /// <summary>A document as it is told to a model.</summary>
    public object Told(PublishedDocument document, IEnumerable<string> aliases) => new
    {
        id = document.Path!.TrimStart('/'),
        type = document.Type.Alias,
        name = Sources.Name(document),
        url = PublicUrl is null ? null : PublicUrl + Sources.Url(document),
        sample = PublicUrl is null ? null : (bool?)(document.Type.Find("sample") is not null && Sources.Values(document).Flag("sample")),
        park = Snapshot.Find(document.ParentId) is { Type.Alias: "park" } park ? Sources.Name(park) : null,
        facts = aliases.Distinct().Select(a => Fact(document, a)).OfType<object>().ToList(),
    };

    /// <summary>Properties that are facts: long prose is read on its own page.</summary>
    public static IEnumerable<string> Facts(PublishedDocument document) => document.Type.Properties
        .Where(p => p.DataType.Kind is not (ValueKind.Markdown or ValueKind.Blocks or ValueKind.Media or ValueKind.Medias or ValueKind.Position)).Select(p => p.Alias);

    private object? Fact(PublishedDocument document, string alias) =>
        (Sources.All.Count < MostSources || Sources.All.Any(s => s.Document.Id == document.Id && s.Property.Alias == alias)) && Sources.Cite(document, alias) is { } citation
            ? new { n = citation.N, field = citation.Field, value = citation.Value.Length > LongestValue ? citation.Value[..LongestValue] : citation.Value, confirmed = citation.Date }
            : null;
}
