using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Indexing;

/// <summary>What the search knows of one live document beside its words: where it belongs, when it was confirmed, how complete it is.</summary>
internal sealed class Card
{
    private readonly NormalFields?[] normal;

    private Card(PublishedDocument document, int languages) => (Document, normal) = (document, new NormalFields?[languages]);

    public PublishedDocument Document { get; }
    public Guid Id => Document.Id;

    /// <summary>Slug of the park that it is or belongs to; null elsewhere.</summary>
    public string? Park { get; private init; }

    /// <summary>Values of the facets, in the order of <see cref="Facets.All"/>; null where a facet does not apply.</summary>
    public required string?[] Facets { get; init; }

    /// <summary>The day on which it was last confirmed or published.</summary>
    public DateOnly? Date { get; private init; }

    /// <summary>Share of the properties of its type that are filled, 0 to 1.</summary>
    public float Completeness { get; private init; }

    public static Card Of(PublishedDocument document, Snapshot snapshot)
    {
        var park = document.Type.Alias == "park" ? document : snapshot.Find(document.ParentId) is { Type.Alias: "park" } parent ? parent : null;
        var values = Values(document, snapshot);
        var filled = document.Type.Properties.Count(p => values[p] is not null);
        return new Card(document, snapshot.Schema.Languages.Count)
        {
            Park = park?.Slug,
            Facets = Indexing.Facets.Of(document, park, snapshot),
            Date = DateOf(values),
            Completeness = document.Type.Properties.Count == 0 ? 1 : (float)filled / document.Type.Properties.Count,
        };
    }

    /// <summary>The values that are the same in all languages, read in whichever there is.</summary>
    public static PublishedValues Values(PublishedDocument document, Snapshot snapshot)
    {
        for (var culture = 0; ; culture++)
            if (document.IsIn(culture))
                return document.In(culture, snapshot.Schema)!.Values;
    }

    public decimal? Number(string alias, Snapshot snapshot) => Document.Type.Find(alias) is { } property ? Values(Document, snapshot)[property] as decimal? : null;

    /// <summary>Its texts in normal form, made when a search first looks closer, and kept as long as the card.</summary>
    public NormalFields? In(int culture, Snapshot snapshot) => normal[culture] ??= DocumentText.Of(Document, culture, snapshot) is { } text
        ? new NormalFields(NormalText.Of(text.Title), NormalText.Of(text.Tags), NormalText.Of(text.Body), NormalText.Of(text.Home))
        : null;

    /// <summary>Its texts in a language, or in whichever it has.</summary>
    public NormalFields? Fields(int culture, Snapshot snapshot)
    {
        if (In(culture, snapshot) is { } own)
            return own;
        for (var other = 0; other < normal.Length; other++)
            if (other != culture && In(other, snapshot) is { } fields)
                return fields;
        return null;
    }

    private static DateOnly? DateOf(PublishedValues values)
    {
        foreach (var alias in new[] { "confirmedOn", "verifiedOn", "publishedOn", "awardedOn", "issuedOn", "datePosted" })
            if (values.Holder.Find(alias) is { } property && values[property] is DateOnly date)
                return date;
        return null;
    }
}

internal sealed record NormalFields(string Title, string Tags, string Body, string Home);
