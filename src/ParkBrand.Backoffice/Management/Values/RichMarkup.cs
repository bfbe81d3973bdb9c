using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using ParkBrand.Content.Values;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>
/// Rich text between the editor, which works on HTML, and the store, which keeps Markdown. What is written is read back and
/// compared, so nothing that an editor sees can get lost on the way without being told.
/// </summary>
internal static class RichMarkup
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    public static string Html(string markdown) => Markdig.Markdown.ToHtml(markdown, Pipeline).TrimEnd();

    /// <param name="pathOf">The address of a document that a link names by its id.</param>
    /// <returns>The Markdown, and what of the text it could not say.</returns>
    public static (string Markdown, Sentence? Lost) Markdown(string html, Func<Guid, string?> pathOf)
    {
        var body = Parse(html);
        if (MarkupTidy.Apply(body, pathOf) is { } problem)
            return ("", problem);
        var meant = NormalMarkup.Of(body);
        string markdown = "";
        // Signs are only escaped where the text would mean something else without: most texts stay as they were typed.
        foreach (var escaping in (bool[])[false, true])
        {
            markdown = new MarkdownWriter(escaping).Write(body);
            if (NormalMarkup.Of(Parse(Html(markdown))) == meant)
                return (markdown, null);
        }

        return (markdown, $"holds formatting that cannot be kept; take it away with “clear formatting”");
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument($"<body>{html}</body>").Body!;
}
