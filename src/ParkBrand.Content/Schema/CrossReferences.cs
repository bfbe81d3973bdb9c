namespace ParkBrand.Content.Schema;

/// <summary>Checks that need the whole schema: what a type or data type points at must exist and be of use there.</summary>
internal static class CrossReferences
{
    public static void Check(JsonCursor root, ContentSchema schema)
    {
        foreach (var item in root.Again("dataTypes"))
            if (schema.DataTypes.TryGetValue(item.AliasAgain(), out var type) && Referring.Contains(type.Kind))
                foreach (var target in type.Accept.Where(t => !Exists(schema, type.Kind, t)))
                    item.Problem("accept", $"'{target}' is not a type that the value kind {type.Kind.ToString().ToLowerInvariant()} can hold");

        foreach (var item in root.Again("elementTypes"))
            if (schema.ElementTypes.TryGetValue(item.AliasAgain(), out var type) && Holds(schema, type).Contains(type))
                item.Problem($"'{type.Alias}' can hold itself through a block list; blocks must end somewhere");

        foreach (var item in root.Again("documentTypes"))
            if (schema.DocumentTypes.TryGetValue(item.AliasAgain(), out var type))
                CheckPlace(item, schema, type);
    }

    private static readonly HashSet<ValueKind> Referring =
        [ValueKind.Document, ValueKind.Documents, ValueKind.Media, ValueKind.Medias, ValueKind.Blocks];

    private static void CheckPlace(JsonCursor item, ContentSchema schema, DocumentType type)
    {
        foreach (var child in type.AllowedChildren.Where(c => !schema.DocumentTypes.ContainsKey(c)))
            item.Problem("allowedChildren", $"'{child}' is not a document type");
        if (type.ChildrenByAddress)
            foreach (var child in type.AllowedChildren.Where(c => schema.DocumentTypes.TryGetValue(c, out var known) && known.AddressBase is null))
                item.Problem("allowedChildren", $"'{child}' can never stand here: childrenByAddress asks for a route that begins with the address of the parent");
        var parents = schema.DocumentTypes.Values.Where(t => t.AllowedChildren.Contains(type.Alias)).ToList();
        if (!type.AllowedAtRoot && parents.Count == 0)
            item.Problem("allowedAtRoot", "is not set and no type allows this one as a child, so it could never be created");
        if (!type.RouteUsesParent)
            return;
        if (type.AllowedAtRoot)
            item.Problem("allowedAtRoot", "cannot be set: its route needs a parent");
        foreach (var parent in parents.Where(p => p.Route?.EndsWith("{slug}", StringComparison.Ordinal) != true))
            item.Problem("route", $"needs the slug of its parent, but a {parent.Alias} has no slug in its address");
    }

    private static HashSet<ElementType> Holds(ContentSchema schema, ElementType type)
    {
        var held = new HashSet<ElementType>();
        var open = new Queue<ElementType>([type]);
        while (open.TryDequeue(out var next))
            foreach (var inner in next.Properties.Where(p => p.DataType.Kind == ValueKind.Blocks).SelectMany(p => p.DataType.Accept))
                if (schema.ElementTypes.TryGetValue(inner, out var element) && held.Add(element))
                    open.Enqueue(element);
        return held;
    }

    private static bool Exists(ContentSchema schema, ValueKind kind, string alias) => kind switch
    {
        ValueKind.Document or ValueKind.Documents => schema.DocumentTypes.ContainsKey(alias),
        ValueKind.Media or ValueKind.Medias => schema.MediaTypes.Any(m => m.Alias == alias),
        _ => schema.ElementTypes.ContainsKey(alias),
    };
}
