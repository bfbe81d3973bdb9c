using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>What a block is called in a list of blocks: by its type and its own first words, so that editors find a paragraph without opening it.</summary>
internal static class BlockLabel
{
    public static object Setting(ElementType type) => new
    {
        contentElementTypeKey = EditorSchema.OfElement(type.Alias),
        label = type.Name + Words(type),
        editorSize = "medium",
        forceHideContentEditorInOverlay = false,
    };

    // In the client's own expression language: values stand in ${}, names of documents in {umbContentName}.
    private static string Words(ElementType type)
    {
        // A figure has no words of its own: the client asks for those of its park and field.
        if (type.Properties.FirstOrDefault(LiveFigure.Is) is { } figure)
            return $"{{parkbrandFigure: {figure.Alias}}}";
        var telling = type.Properties.Where(p => Form(p) is not null && !LiveFigure.Absorbs(type, p)).ToList();
        // A new block has no words yet, and no dot before them.
        return (telling.Find(p => p.Required) ?? telling.FirstOrDefault()) is { } told ? $"${{{told.Alias} ? ' · ' : ''}}{Form(told)}" : "";
    }

    private static string? Form(Property property) => property.DataType.Kind switch
    {
        ValueKind.Text => $"${{truncate({property.Alias}, 60)}}",
        ValueKind.Markdown => $"${{truncate(stripHtml({property.Alias}.markup), 60)}}",
        ValueKind.Texts or ValueKind.Integer or ValueKind.Decimal => $"${{{property.Alias}}}",
        ValueKind.Document or ValueKind.Documents => $"{{umbContentName: {property.Alias}}}",
        _ => null,
    };
}
