using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Import;

/// <summary>The file keys of stored documents: the tree's slugs, with the grouping folder of each type.</summary>
internal sealed class Keys
{
    public sealed record Node(Guid Id, string Type, Guid? Parent, string Slug);

    private readonly ContentSchema schema;
    private readonly Dictionary<Guid, Node> nodes;
    private readonly Dictionary<Guid, string> keys = [];
    private readonly HashSet<string> taken = [];

    public Keys(ContentSchema schema, IEnumerable<Node> nodes)
    {
        this.schema = schema;
        this.nodes = nodes.ToDictionary(n => n.Id);
        foreach (var node in this.nodes.Values.OrderBy(n => n.Id))
            Make(node);
    }

    public string Of(Guid id) => keys[id];

    public string? Find(Guid id) => keys.GetValueOrDefault(id);

    private string Make(Node node)
    {
        if (keys.TryGetValue(node.Id, out var known))
            return known;
        var parent = node.Parent is { } id && nodes.TryGetValue(id, out var above) ? Make(above) + "/" : "";
        var folder = schema.DocumentTypes[node.Type].Folder is { } f ? f + "/" : "";
        var key = $"{parent}{folder}{node.Slug}";
        // Documents without an address may share a slug; the id tells their files apart.
        if (!taken.Add(key))
            taken.Add(key += $"-{node.Id.ToString()[..8]}");
        return keys[node.Id] = key;
    }
}
