namespace ParkBrand.Content.Schema;

/// <summary>Checks that need the whole schema: what a type or data type points at must exist.</summary>
internal static class CrossReferences
{
    public static void Check(JsonCursor root, ContentSchema schema)
    {
        foreach (var item in root.Items("dataTypes"))
            if (item.Child("alias")?.Element.GetString() is { } alias && schema.DataTypes.TryGetValue(alias, out var type))
                foreach (var target in type.Accept.Where(t => !Exists(schema, type.Kind, t)))
                    item.Problem("accept", $"'{target}' is not a type that the value kind {type.Kind.ToString().ToLowerInvariant()} can hold");

        foreach (var item in root.Items("documentTypes"))
        {
            if (item.Child("alias")?.Element.GetString() is not { } alias || !schema.DocumentTypes.TryGetValue(alias, out var type))
                continue;
            foreach (var child in type.AllowedChildren.Where(c => !schema.DocumentTypes.ContainsKey(c)))
                item.Problem("allowedChildren", $"'{child}' is not a document type");
            if (!type.AllowedAtRoot && schema.DocumentTypes.Values.All(t => !t.AllowedChildren.Contains(alias)))
                item.Problem("allowedAtRoot", "is not set and no type allows this one as a child, so it could never be created");
        }
    }

    private static bool Exists(ContentSchema schema, ValueKind kind, string alias) => kind switch
    {
        ValueKind.Document or ValueKind.Documents => schema.DocumentTypes.ContainsKey(alias),
        ValueKind.Media or ValueKind.Medias => schema.MediaTypes.Any(m => m.Alias == alias),
        ValueKind.Blocks => schema.ElementTypes.ContainsKey(alias),
        _ => false,
    };
}
