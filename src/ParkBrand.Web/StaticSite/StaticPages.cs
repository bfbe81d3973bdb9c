using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ParkBrand.Web.StaticSite;

/// <summary>A page as it stands without a server: links lead to files, and what only a server can answer is not offered.</summary>
/// <param name="Server">Where the site answers while it is written: an absolute address with it is one of ours.</param>
/// <param name="Languages">Beginnings of addresses in languages other than the default.</param>
/// <param name="Relative">Links hold wherever the folder lies; absolute addresses are left out then, for none is known.</param>
/// <param name="LiveUrl">Where a site runs that can answer what files cannot; null where none is known.</param>
internal sealed record StaticPages(string Server, IReadOnlyList<string> Languages, bool Relative, string? LiveUrl = null)
{
    private static readonly (string Elements, string Attribute)[] Links = [("a[href], link[href]:not([rel=canonical], [hreflang])", "href"), ("img[src], script[src], source[src]", "src"), ("form[action]", "action"), ("[formaction]", "formaction")];
    private const string Absolute = "link[rel=canonical], link[hreflang], link[rel=alternate], meta[property='og:url'], meta[property='og:image'], meta[name='twitter:image'], script[type='application/ld+json']";

    /// <param name="expect">Hears of every address that the page leads to.</param>
    public void Rewrite(IHtmlDocument page, StaticAddress at, Action<StaticAddress> expect)
    {
        // The moment of the last change stands on the home pages alone, or each change would write every page anew.
        if (Languages.Append("/").Contains(at.Path))
            page.QuerySelector("[data-live=moment]")?.RemoveAttribute("data-live");
        if (LiveUrl is not null)
            foreach (var there in page.QuerySelectorAll("[data-live=link]"))
            {
                there.RemoveAttribute("data-live");
                foreach (var link in there.QuerySelectorAll("a[href^='#']"))
                    link.SetAttribute("href", LiveUrl + at.Request + link.GetAttribute("href"));
            }

        foreach (var live in page.QuerySelectorAll("[data-live], form:not([role=search], [data-offline])" + (Relative ? ", " + Absolute : "")).ToList())
            live.Remove();
        foreach (var (elements, attribute) in Links)
            foreach (var element in page.QuerySelectorAll(elements).ToList())
                if (Own(element.GetAttribute(attribute)!) is not { } link)
                    continue;
                else if (Way(link, at, expect) is { } way)
                    element.SetAttribute(attribute, way);
                else if (LiveUrl is not null && element is IHtmlAnchorElement)
                    element.SetAttribute(attribute, LiveUrl + link);
                else
                    Withdraw(element);
        foreach (var picture in page.QuerySelectorAll("[srcset]"))
            picture.SetAttribute("srcset", string.Join(", ", picture.GetAttribute("srcset")!.Split(", ").Select(c => c.Trim().Split(' ', 2)).Select(c => string.Join(' ', c.Skip(1).Prepend(Way(c[0], at, expect) ?? c[0])))));
    }

    /// <returns>Null where no file lies.</returns>
    public StaticAddress? Address(string link) => StaticAddress.Of(link, Languages) is { } address && !(Relative && address.IsForMachines) ? address : null;

    /// <summary>Null where no file can lie.</summary>
    private string? Way(string link, StaticAddress at, Action<StaticAddress> expect)
    {
        if (Address(link) is not { } target)
            return null;
        expect(target);
        var fragment = link.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? link[mark..] : "";
        return target == at && fragment.Length > 0 ? fragment : at.WayTo(target, Relative) + Words(link, target) + fragment;
    }

    /// <summary>What is searched for or needed.</summary>
    private static string Words(string link, StaticAddress target) =>
        target is { TakesQuestions: true, Page: 1 } && link.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? link[mark..].Split('#')[0] : "";

    /// <summary>A link without the host where it is ours; null for others, and for places on the same page.</summary>
    private string? Own(string link) =>
        link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) ? link
        : link == Server ? "/" : link.StartsWith(Server + "/", StringComparison.Ordinal) ? link[Server.Length..] : null;

    /// <summary>An entry of a list goes as a whole, a link within a sentence leaves its words.</summary>
    private static void Withdraw(IElement element)
    {
        if (element is not IHtmlAnchorElement)
            element.Remove();
        else if (element.ParentElement is { LocalName: "li" or "p" } holder && holder.TextContent.Trim() == element.TextContent.Trim())
            holder.Remove();
        else
            element.Replace([.. element.ChildNodes]);
    }
}
