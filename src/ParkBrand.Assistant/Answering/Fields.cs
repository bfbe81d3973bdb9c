using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>
/// Which properties of a type a question asks after: by the names that the schema gives them, by what the city's vocabulary calls
/// these names otherwise, and by the phrases of <c>fields.json</c>. So a property that is added can be asked for at once.
/// </summary>
internal static class Fields
{
    // What is asked for together is told together.
    private static readonly string[][] Together =
        [["contactName", "contactPhone", "contactEmail"], ["payMin", "payMax"], ["accepted", "conditional", "excluded"]];

    /// <param name="folded">Without the names that stand in the question: they are full of words that properties are called by.</param>
    /// <returns>Aliases, in the order in which they are asked for.</returns>
    public static List<string> Asked(DocumentType type, string folded, Snapshot snapshot) =>
        [.. Of(type, snapshot).In(folded).Select(f => f.Meaning).Distinct().SelectMany(With).Where(a => type.Find(a) is not null).Distinct()];

    /// <summary>Where the first of them is asked for; -1 where none is.</summary>
    public static int Place(DocumentType type, string folded, Snapshot snapshot) => Of(type, snapshot).In(folded).Select(f => f.Start).DefaultIfEmpty(-1).First();

    /// <summary>Numbers of a type that a question speaks of.</summary>
    public static List<Property> Numbers(DocumentType type, string folded, Snapshot snapshot) =>
        [.. Of(type, snapshot).In(folded).Select(f => type.Find(f.Meaning)).OfType<Property>().Where(p => p.DataType.Kind is ValueKind.Integer or ValueKind.Decimal).Distinct()];

    /// <summary>A text without the phrases by which properties of a type are asked for; a break stands for each.</summary>
    public static string Without(DocumentType type, string folded, Snapshot snapshot) =>
        Of(type, snapshot).In(folded).Aggregate(folded, (left, f) => left.Remove(f.Start, f.Length).Insert(f.Start, new string('\n', f.Length)));

    private static IEnumerable<string> With(string alias) => alias switch
    {
        "contactName" => ["contactName", "contactPhone"],
        "contactPhone" => ["contactPhone", "contactName"],
        _ => Together.FirstOrDefault(t => t[0] == alias) ?? [alias],
    };

    private static Phrases<string> Of(DocumentType type, Snapshot snapshot) =>
        snapshot.Derive("assistant.fields." + type.Alias, ["vocabulary"], default, () => Read(type, snapshot));

    private static Phrases<string> Read(DocumentType type, Snapshot snapshot)
    {
        var phrases = new Phrases<string>();
        if (Cues.Fields.Names.Contains(type.Alias))
            foreach (var (alias, ways) in Cues.Fields.Group(type.Alias))
                foreach (var way in ways)
                    phrases.Add(way, alias);
        foreach (var property in type.Properties.Where(p => p.DataType.Kind is not (ValueKind.Media or ValueKind.Medias or ValueKind.Markdown or ValueKind.Position)))
            foreach (var label in property.Name.ByCulture)
                foreach (var name in Wording.SameAs(snapshot, label).Prepend(label))
                    // A phrase of its own says more exactly what is meant than a word of the vocabulary.
                    if (name == label || !phrases.Has(name))
                        phrases.Add(name, property.Alias);
        return phrases;
    }
}
