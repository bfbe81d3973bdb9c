namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>What the rich text editor offers: exactly what Markdown can say, since that is what is stored.</summary>
internal static class RichTextSettings
{
    private const string Extension = "Umb.Tiptap.";
    private const string Button = "Umb.Tiptap.Toolbar.";

    public static readonly IReadOnlyList<SettingModel> All =
    [
        new("extensions", Named(Extension, "RichTextEssentials", "Heading", "Bold", "Italic", "BulletList", "OrderedList", "Blockquote", "HorizontalRule", "Link", "Table", "CodeBlock", "TrailingNode", "WordCount")),
        new("toolbar", new[]
        {
            new[]
            {
                Named(Button, "Undo", "Redo"), Named(Button, "StyleSelect"), Named(Button, "Bold", "Italic", "ClearFormatting"),
                Named(Button, "BulletList", "OrderedList", "Blockquote", "HorizontalRule"), Named(Button, "Link", "Unlink"), Named(Button, "Table"),
            },
        }),
        new("statusbar", new[] { Named("Umb.Tiptap.Statusbar.", "ElementPath"), Named("Umb.Tiptap.Statusbar.", "WordCount") }),
        new("overlaySize", "medium"),
    ];

    private static string[] Named(string prefix, params string[] names) => [.. names.Select(n => prefix + n)];
}
