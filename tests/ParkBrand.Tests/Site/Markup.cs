using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace ParkBrand.Tests.PublicSite;

/// <summary>A page as a browser reads it, with what is wrong with it.</summary>
internal sealed partial class Markup
{
    private Markup(IHtmlDocument document, List<string> errors) => (Document, Errors) = (document, errors);

    public IHtmlDocument Document { get; }

    /// <summary>What the HTML parser stumbled over.</summary>
    public List<string> Errors { get; }

    public static Markup Of(Answer answer)
    {
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, e) => errors.Add(e is HtmlErrorEvent error ? $"{error.Position}: {error.Message}" : "?");
        return new Markup(parser.ParseDocument(answer.Text), errors);
    }

    /// <summary>Everything that is wrong with a page whatever it is about.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var error in Errors)
            yield return error;
        foreach (var twice in Document.All.Where(e => e.Id is { Length: > 0 }).GroupBy(e => e.Id).Where(g => g.Count() > 1))
            yield return $"the id {twice.Key} stands {twice.Count()} times";
        foreach (var element in Document.All)
        {
            if (element.HasAttribute("style") || element.LocalName == "style" || (element.LocalName == "script" && !element.HasAttribute("src") && element.GetAttribute("type") != "application/ld+json"))
                yield return $"inline script or style: {element.OuterHtml[..Math.Min(80, element.OuterHtml.Length)]}";
            foreach (var attribute in element.Attributes.Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                || (a.Name is "href" or "src" or "action" or "formaction" && a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))))
                yield return $"script in the attribute {attribute.Name}";
            foreach (var reference in new[] { "aria-labelledby", "aria-describedby", "for", "list", "aria-controls" }.Select(element.GetAttribute).Where(v => v is not null))
                if (Document.GetElementById(reference!) is null)
                    yield return $"{element.LocalName} refers to #{reference}, which is not there";
        }

        if (Document.QuerySelectorAll("h1").Length != 1)
            yield return $"{Document.QuerySelectorAll("h1").Length} h1 elements";
        if (Document.QuerySelectorAll("main").Length != 1)
            yield return "not exactly one main element";
        foreach (var element in Document.QuerySelectorAll("a, button").Where(e => e.GetAttribute("aria-hidden") != "true" && e.TextContent.Trim().Length == 0 && !e.HasAttribute("aria-label")))
            yield return $"a link or button without a name: {element.OuterHtml[..Math.Min(80, element.OuterHtml.Length)]}";
        foreach (var picture in Document.QuerySelectorAll("img").Where(e => !e.HasAttribute("alt") || !e.HasAttribute("width") || !e.HasAttribute("height")))
            yield return $"a picture without alt, width or height: {picture.OuterHtml}";
    }

    public IEnumerable<string> Links => Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!);

    /// <summary>Files that the page needs.</summary>
    public IEnumerable<string> Files => Document.QuerySelectorAll("link[href]:not([rel=alternate]), script[src], img[src], video[src], source[src]")
        .Select(e => e.GetAttribute(e.LocalName == "link" ? "href" : "src")!);

    /// <summary>The first number in the element that a selector finds.</summary>
    public int Number(string selector) =>
        int.Parse(Digits().Match(Document.QuerySelector(selector)!.TextContent).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    public int Hits => Number("#results h2");

    /// <summary>Every filter value of a list, with the number shown beside it.</summary>
    public IEnumerable<(string Name, string Value, int Count)> Facets => Document.QuerySelectorAll(".filters label > input[type=checkbox]")
        .Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!, int.Parse(i.ParentElement!.QuerySelector("span")!.TextContent, CultureInfo.InvariantCulture)));

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Digits();
}
