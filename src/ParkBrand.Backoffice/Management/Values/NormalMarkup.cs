using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>HTML reduced to what it says: two texts are the same when their normal forms are.</summary>
internal static partial class NormalMarkup
{
    public static readonly HashSet<string> Blocks =
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "thead", "tbody", "tr", "td", "th", "div"];

    // Paragraphs within these say nothing more than their text does.
    private static readonly HashSet<string> Wrapped = ["li", "td", "th"];
    private static readonly HashSet<string> Silent = ["thead", "tbody", "colgroup", "col"];

    public static string Of(IElement body)
    {
        var text = new StringBuilder();
        Children(body, text, preformatted: false);
        return Around().Replace(text.ToString(), "$1").Trim();
    }

    private static void Children(INode node, StringBuilder text, bool preformatted)
    {
        foreach (var child in node.ChildNodes)
            Node(child, text, preformatted);
    }

    private static void Node(INode node, StringBuilder text, bool preformatted)
    {
        if (node is IText words)
        {
            var plain = preformatted ? words.Data.TrimEnd('\n') : Space().Replace(words.Data, " ");
            text.Append(plain.Replace("<", "\u0001", StringComparison.Ordinal));
            return;
        }

        if (node is not IElement element || element.LocalName is "col" or "colgroup")
            return;
        var name = Name(element);
        if (name is null || (name == "p" && element.ParentElement is { } parent && Wrapped.Contains(parent.LocalName)))
        {
            // Two paragraphs in one item are still two.
            if (element.PreviousElementSibling?.LocalName == "p" && name == "p")
                text.Append("<p/>");
            Children(element, text, preformatted);
            return;
        }

        if (name == "p" && element.TextContent.Trim().Length == 0 && element.QuerySelector("br,img") is null)
            return;
        text.Append('<').Append(name).Append(Attributes(element, name)).Append('>');
        Children(element, text, preformatted || name == "pre");
        text.Append("</").Append(name).Append('>');
    }

    private static string? Name(IElement element) => element.LocalName switch
    {
        "b" => "strong",
        "i" => "em",
        "th" => "td",
        var silent when Silent.Contains(silent) => null,
        var name => name,
    };

    private static string Attributes(IElement element, string name) => name switch
    {
        "a" => $" {element.GetAttribute("href")}",
        "img" => $" {element.GetAttribute("src")} {element.GetAttribute("alt")}",
        "ol" => element.GetAttribute("start") is { } start and not "1" ? $" {start}" : "",
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    // White space at the edges of blocks and around line breaks is layout of the source.
    [GeneratedRegex(@"\s*(</?(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|tr|td|div|br)(?: \d+)?/?>)\s*")]
    private static partial Regex Around();
}
