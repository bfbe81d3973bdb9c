using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ParkBrand.Site.Rendering;

/// <summary>
/// Markdown as HTML. Whatever an editor or a file holds, it cannot become script: HTML in it stays text, links lead only
/// to pages, mail and phone, pictures come only from this site.
/// </summary>
public static class RichText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();
    private static readonly string[] Schemes = ["https:", "http:", "mailto:", "tel:"];

    public static string Html(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown))
            return "";
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(l => !(l.IsImage ? IsOurs(l.Url) : IsOurs(l.Url) || HasScheme(l.Url))).ToList())
            Unwrap(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !HasScheme(l.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    private static bool IsOurs(string? url) => url is ['/', not ('/' or '\\'), ..] or "/" or ['#', ..];

    private static bool HasScheme(string? url) => Schemes.Any(s => url?.StartsWith(s, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Leaves the words of a link and takes the link away.</summary>
    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
