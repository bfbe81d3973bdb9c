using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>What a block is called in a list of blocks: by its type and its own first words, so that editors find a paragraph without opening it.</summary>
internal static class BlockLabel
{
    public static object Setting(ElementType type) => new
    {
        contentElementTypeKey = EditorSchema.OfElement(type.Alias),
        label = $"{type.Name} · {Words(type)}".TrimEnd(' ', '·'),
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
        return telling.FirstOrDefault(p => p.Required) is { } required ? Form(required)! : telling.Count > 0 ? Form(telling[0])! : "";
    }

    private static string? Form(Property property) => property.DataType.Kind switch
    {
        ValueKind.Text => $"${{{property.Alias} | truncate:60:true}}",
        ValueKind.Markdown => $"${{{property.Alias}.markup | stripHtml | truncate:60:true}}",
        ValueKind.Texts or ValueKind.Integer or ValueKind.Decimal => $"${{{property.Alias}}}",
        ValueKind.Document or ValueKind.Documents => $"{{umbContentName: {property.Alias}}}",
        _ => null,
    };
}
