using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ParkBrand.Content.Values;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>Brings the editor's HTML into a form that Markdown can say, where that changes nothing that a reader would notice.</summary>
internal static partial class MarkupTidy
{
    private static readonly string[] Schemes = ["https:", "http:", "mailto:", "tel:"];

    /// <returns>What stands in the way.</returns>
    public static Sentence? Apply(IElement body, Func<Guid, string?> pathOf)
    {
        if (body.QuerySelector("[colspan]:not([colspan='1']),[rowspan]:not([rowspan='1'])") is not null)
            return $"holds a table with merged cells, which cannot be kept";
        foreach (var link in body.QuerySelectorAll("a").ToList())
            if (Link(link, pathOf) is { } problem)
                return problem;
        foreach (var span in body.QuerySelectorAll("span,font,u").ToList())
            Unwrap(span);
        foreach (var mark in body.QuerySelectorAll("strong,b,em,i").ToList())
            Edges(mark);
        return null;
    }

    private static Sentence? Link(IElement link, Func<Guid, string?> pathOf)
    {
        var href = link.GetAttribute("href") ?? "";
        if (Local().Match(href) is { Success: true } local)
        {
            if (pathOf(Guid.Parse(local.Groups[1].Value)) is not { } path)
                return $"links to a document that has no address";
            link.SetAttribute("href", path + local.Groups[2].Value);
        }
        else if (href is not (['/', not ('/' or '\\'), ..] or "/" or ['#', ..]) && !Schemes.Any(s => href.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            return $"links to '{href}', which is neither a page of this site nor a web, mail or phone address";
        return null;
    }

    /// <summary>
    /// Markdown cannot set a word in bold together with the sign that ends it when the next word follows at once, as it does
    /// in Chinese. Such a sign is moved out; blanks at the edges always are.
    /// </summary>
    private static void Edges(IElement mark)
    {
        var text = mark.TextContent;
        if (text.Trim().Length == 0)
        {
            Unwrap(mark);
            return;
        }

        var after = Neighbour(mark, forward: true);
        while (mark.LastChild is IText { Data.Length: > 0 } last && (char.IsWhiteSpace(last.Data[^1]) || (IsSign(last.Data[^1]) && after is { } a && !char.IsWhiteSpace(a) && !IsSign(a))))
        {
            after = last.Data[^1];
            Put(mark, after.Value, forward: true);
            last.Data = last.Data[..^1];
        }

        var before = Neighbour(mark, forward: false);
        while (mark.FirstChild is IText { Data.Length: > 0 } first && (char.IsWhiteSpace(first.Data[0]) || (IsSign(first.Data[0]) && before is { } b && !char.IsWhiteSpace(b) && !IsSign(b))))
        {
            before = first.Data[0];
            Put(mark, before.Value, forward: false);
            first.Data = first.Data[1..];
        }

        if (mark.TextContent.Length == 0)
            mark.Remove();
    }

    private static char? Neighbour(IElement mark, bool forward)
    {
        var text = (forward ? mark.NextSibling : mark.PreviousSibling)?.TextContent;
        return string.IsNullOrEmpty(text) ? null : forward ? text[0] : text[^1];
    }

    private static void Put(IElement mark, char sign, bool forward)
    {
        if (forward && mark.NextSibling is IText next)
            next.Data = sign + next.Data;
        else if (!forward && mark.PreviousSibling is IText previous)
            previous.Data += sign;
        else
            mark.Parent!.InsertBefore(mark.Owner!.CreateTextNode(sign.ToString()), forward ? mark.NextSibling : mark);
    }

    private static bool IsSign(char c) => char.IsPunctuation(c) || char.IsSymbol(c);

    private static void Unwrap(IElement element)
    {
        while (element.FirstChild is { } child)
            element.Parent!.InsertBefore(child, element);
        element.Remove();
    }

    [GeneratedRegex(@"^/?\{localLink:(?:umb://document/)?([0-9a-fA-F-]{32,36})\}(.*)$")]
    private static partial Regex Local();
}
