using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Rendering;
using ParkBrand.Site.Searching;

namespace ParkBrand.Web.StaticSite;

/// <summary>Stands where the assistant's page was: nothing leads to it, but whoever has its address is told why nobody answers, and what does.</summary>
internal sealed class StaticAssistant(Snapshot snapshot, Theme theme, StaticPages pages)
{
    private const string Slug = "assistant";
    private static readonly (string Slug, string Text)[] Ways =
        [(FinderPage.Slug, "assistant.off.finder"), (SearchPage.Slug, "assistant.off.search"), ("spaces", "message.spaces"), ("jobs", "message.jobs"), ("contacts", "message.contacts")];

    public void Expect(SiteExport export)
    {
        foreach (var (language, culture) in snapshot.Schema.Languages.Select((l, i) => (l, i)))
            if (snapshot.Resolve("/" + Slug).Document?.IsIn(culture) == true)
                export.Expect(new StaticAddress($"{language.UrlPrefix}/{Slug}"));
    }

    public void Finish(StaticAddress address, IHtmlDocument page, Action<StaticAddress> expect)
    {
        if (snapshot.Schema.Languages.FirstOrDefault(l => address.Path == $"{l.UrlPrefix}/{Slug}") is not { } language || page.QuerySelector("main") is not { } main)
            return;
        var texts = theme.In(language.IsoCode);
        foreach (var script in page.QuerySelectorAll("script").ToList())
            script.Remove();
        foreach (var child in main.ChildNodes.ToList())
            child.RemoveFromParent();
        main.ClassName = "wrap";
        var head = Add(main, "header", null, "intro");
        Add(head, "h1", texts["nav.assistant"]);
        Add(head, "p", texts["static.assistant"], "stand");
        var state = Add(main, "div", null, "state");
        Add(state, "h2", texts["message.next"]);
        var list = Add(state, "ul");
        if (pages.LiveUrl is { } live)
            Add(Add(list, "li"), "a", texts["static.live"]).SetAttribute("href", live + address.Path);
        foreach (var (slug, text) in Ways.Where(w => snapshot.Resolve("/" + w.Slug).Document is not null))
        {
            var way = new StaticAddress($"{language.UrlPrefix}/{slug}");
            expect(way);
            Add(Add(list, "li"), "a", texts[text]).SetAttribute("href", address.WayTo(way, pages.Relative));
        }
    }

    private static IElement Add(IElement parent, string name, string? text = null, string? named = null)
    {
        var element = parent.Owner!.CreateElement(name);
        if (text is not null)
            element.TextContent = text;
        if (named is not null)
            element.ClassName = named;
        parent.Append(element);
        return element;
    }
}
