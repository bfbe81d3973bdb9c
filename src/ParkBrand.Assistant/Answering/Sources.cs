using ParkBrand.Assistant.Guardrails;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Answering;

/// <summary>A citation with what it was taken from.</summary>
internal sealed record Source(Citation Citation, PublishedDocument Document, Property Property);

/// <summary>Published properties that an answer leans on, numbered from 1 in the order in which they were first needed.</summary>
internal sealed class Sources(Snapshot snapshot, Words words)
{
    private static readonly string[] Days = ["confirmedOn", "verifiedOn", "publishedOn", "issuedOn"];
    private readonly List<Source> all = [];
    private readonly List<Citation> citations = [];

    public IReadOnlyList<Source> All => all;
    public IReadOnlyList<Citation> Citations => citations;
    public Words Words => words;
    public Snapshot Snapshot => snapshot;

    public PublishedValues Values(PublishedDocument document) => document.In(words.Culture, snapshot.Schema)!.Values;

    /// <summary>A name that speaks to machines is not told: the last part of its address stands for it.</summary>
    public string Name(PublishedDocument document) => document.In(words.Culture, snapshot.Schema)!.Name is var name && Planted.Speaks(name) ? document.Slug : name;

    public string Url(PublishedDocument document) => snapshot.Schema.Languages[words.Culture].UrlPrefix + document.Path;

    /// <summary>Null when nothing is stated, or when what is stated speaks to machines rather than readers.</summary>
    public Citation? Cite(PublishedDocument document, string alias) =>
        document.Type.Find(alias) is { } property && words.Value(property, Values(document)[property], snapshot) is { } value ? Cite(document, property, value) : null;

    /// <summary>A part of a property that holds more than one, as the page shows it.</summary>
    public Citation? Cite(PublishedDocument document, Property property, string value)
    {
        if (all.Find(s => s.Document.Id == document.Id && s.Property.Alias == property.Alias && s.Citation.Value == value) is { } known)
            return known.Citation;
        if (Planted.Speaks(value))
            return null;
        var citation = new Citation(all.Count + 1, Url(document), Name(document), document.Version, words.Label(property), value, ConfirmedOn(document));
        all.Add(new Source(citation, document, property));
        citations.Add(citation);
        return citation;
    }

    /// <summary>The day on which what a document says was last confirmed; null where the type has none.</summary>
    private DateOnly? ConfirmedOn(PublishedDocument document) =>
        Days.Where(a => document.Type.Find(a) is not null).Select(a => Values(document).Date(a)).FirstOrDefault(d => d is not null);
}
