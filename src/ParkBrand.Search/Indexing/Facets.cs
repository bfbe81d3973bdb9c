using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Indexing;

/// <summary>What results can be narrowed by. A value is a slug or the schema's own value, the same in all languages.</summary>
internal static class Facets
{
    public static readonly IReadOnlyList<string> All = ["type", "sector", "district", "kind", "area", "degree", "pay", "park"];

    /// <summary>Upper bounds: m² and yuan a month. A value is written <c>from-to</c>, the last without an end.</summary>
    private static readonly decimal[] Areas = [1000, 3000, 10000], Pays = [10000, 20000, 30000];

    public static int IndexOf(string name)
    {
        for (var i = 0; i < All.Count; i++)
            if (All[i] == name)
                return i;
        return -1;
    }

    public static string?[] Of(PublishedDocument document, PublishedDocument? park, Snapshot snapshot)
    {
        var own = Card.Values(document, snapshot);
        var ofPark = park is null ? null : Card.Values(park, snapshot);
        return
        [
            document.Type.Alias,
            document.Type.Alias == "industry" ? document.Slug : Slug(snapshot, ofPark, "sector"),
            document.Type.Alias == "district" ? document.Slug : Slug(snapshot, ofPark ?? own, "district"),
            Text(own, "kind"),
            Bucket(own, "areaMax", Areas),
            Text(own, "degree"),
            Bucket(own, "payMax", Pays),
            park?.Slug,
        ];
    }

    /// <summary>What a value is called.</summary>
    public static string Label(string facet, string value, int culture, Snapshot snapshot) => facet switch
    {
        "type" => snapshot.Schema.DocumentTypes.TryGetValue(value, out var type) ? type.Name : value,
        "sector" => NameAt("/industries/" + value, culture, snapshot) ?? value,
        "district" => NameAt("/districts/" + value, culture, snapshot) ?? value,
        "park" => NameAt("/parks/" + value, culture, snapshot) ?? value,
        "kind" or "degree" => Choice(facet, value, culture, snapshot.Schema) ?? value,
        _ => value,
    };

    private static string? NameAt(string path, int culture, Snapshot snapshot) =>
        snapshot.Resolve(path) is (PathState.Live, { } document) ? document.In(culture, snapshot.Schema)?.Name : null;

    private static string? Choice(string alias, string value, int culture, ContentSchema schema) =>
        schema.DocumentTypes.Values.Select(t => t.Find(alias)?.DataType.Item(value)).FirstOrDefault(i => i is not null)?.Name.In(culture);

    private static string? Slug(Snapshot snapshot, PublishedValues? values, string alias) =>
        values?.Holder.Find(alias) is { } property && values[property] is Guid id ? snapshot.Find(id)?.Slug : null;

    private static string? Text(PublishedValues values, string alias) =>
        values.Holder.Find(alias) is { DataType.Kind: ValueKind.Choice } property ? values[property] as string : null;

    private static string? Bucket(PublishedValues values, string alias, decimal[] bounds)
    {
        if (values.Holder.Find(alias) is not { } property || values[property] is not decimal number)
            return null;
        var i = Array.FindIndex(bounds, b => number < b);
        return i < 0 ? $"{bounds[^1]:0}-" : $"{(i == 0 ? 0 : bounds[i - 1]):0}-{bounds[i]:0}";
    }
}
