namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>What the rich text editor offers: exactly what Markdown can say, since that is what is stored.</summary>
internal static class RichTextSettings
{
    private const string Extension = "Umb.Tiptap.";
    private const string Button = "Umb.Tiptap.Toolbar.";

    public static readonly IReadOnlyList<SettingModel> All =
    [
        new("extensions", Named(Extension, "RichTextEssentials", "Heading", "Bold", "Italic", "BulletList", "OrderedList", "Blockquote", "HorizontalRule", "Link", "Table", "CodeBlock", "TrailingNode")),
        new("toolbar", new[]
        {
            new[]
            {
                Named(Button, "Undo", "Redo"), Named(Button, "Heading2", "Heading3"), Named(Button, "Bold", "Italic", "ClearFormatting"),
                Named(Button, "BulletList", "OrderedList", "Blockquote", "HorizontalRule"), Named(Button, "Link", "Unlink"), Named(Button, "Table"),
            },
        }),
        new("statusbar", Array.Empty<string[]>()),
        new("overlaySize", "medium"),
    ];

    private static string[] Named(string prefix, params string[] names) => [.. names.Select(n => prefix + n)];
}
