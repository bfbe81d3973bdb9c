using ParkBrand.Content.Snapshots;

namespace ParkBrand.BrowserTests.Site;

/// <summary>One page of every kind that the site can show, chosen from the published city.</summary>
internal static class SitePages
{
    public const string Filtered = "/spaces?kind=lab&kind=pilot&sort=rent", Empty = "/spaces?kind=lab&q=zeppelin";

    public const string Found = "/search?q=ISO%207";

    public const string Needs = "/finder?kind=factory&area=3000&floorLoad=1&rail=20&rentMax=28&prefer=rentMax";

    public const string Answered = "/assistant?q=" + "Battery%20packs%2C%20a%20factory%20of%208000%20m%C2%B2%2C%201%20t%2Fm%C2%B2%2C%20near%20high-speed%20rail";

    public static IReadOnlyList<SitePage> Of(Snapshot city)
    {
        var english = city.Schema.CultureIndex(SitePage.English);
        var pages = new List<SitePage>();
        foreach (var type in city.Schema.DocumentTypes.Values.Where(t => t.Alias is not ("settings" or "vocabulary" or "feature")))
            pages.AddRange(Some(city, type.Alias).Select(d => new SitePage($"{type.Alias} {d.Slug}".Trim(), d.Path!)));
        var features = city.OfType("feature").OrderByDescending(Blocks).ToList();
        pages.Add(new SitePage("feature in both languages", features.First(f => f.IsIn(english)).Path!));
        pages.Add(new SitePage("feature in Chinese only", features.First(f => !f.IsIn(english)).Path!));
        pages.Add(new SitePage("filtered list", Filtered));
        pages.Add(new SitePage("empty list", Empty));
        pages.Add(new SitePage("search results", Found));
        pages.Add(new SitePage("search results, filtered", "/search?q=ISO%207&type=space&kind=lab&sort=newest"));
        pages.Add(new SitePage("search, repaired", "/search?q=xinnengyuan"));
        pages.Add(new SitePage("search without a result", "/search?q=zeppelin&type=job"));
        pages.Add(new SitePage("finder with needs", Needs));
        pages.Add(new SitePage("finder, one need opened", Needs + "&out=rail"));
        pages.Add(new SitePage("finder, table", Needs + "&view=table"));
        pages.Add(new SitePage("finder, map", Needs + "&view=map"));
        pages.Add(new SitePage("finder, heat", Needs + "&view=map&heat=available"));
        pages.Add(new SitePage("finder, heat of the whole city", "/finder?view=map&heat=output"));
        pages.Add(new SitePage("finder without a match", "/finder?area=100000&kind=lab&cleanroom=iso5"));
        pages.Add(new SitePage("finder, not understood", "/finder?area=abc&kind=shop&rail=20"));
        pages.Add(new SitePage("assistant, answered", Answered));
        pages.Add(new SitePage("assistant, none meets all", "/assistant?q=" + Uri.EscapeDataString("\u5f20\u6d66\u6709\u6ca1\u670910\u4e07\u5e73\u7c73\u7684\u6d01\u51c0\u5b9e\u9a8c\u5ba4")));
        pages.Add(new SitePage("assistant, out of scope", "/assistant?q=weather"));
        pages.Add(new SitePage("assistant, not understood", "/assistant?q=" + new string('x', 199)));
        pages.Add(new SitePage("assistant, its marks", "/assistant/quality"));
        pages.Add(new SitePage("open data", "/open-data"));
        pages.Add(new SitePage("assistant about a park", "/assistant?about=nev-park"));
        pages.Add(new SitePage("page 2 of a list", "/jobs?page=2"));
        pages.Add(new SitePage("unknown address", "/no-such-page", 404));
        pages.Add(new SitePage("expired policy", "/policies/rent-relief-2025", 410));
        pages.Add(new SitePage("expired space", "/parks/advanced-computing-park/spaces/a-9f-expired", 410));
        return pages;

        int Blocks(PublishedDocument feature) => feature.In(0, city.Schema)!.Values.Blocks("body").Select(b => b.Holder.Alias).Distinct().Count();
    }

    /// <summary>Every list and every plain page, because each is its own; of the rest, the fullest document and the barest.</summary>
    private static List<PublishedDocument> Some(Snapshot city, string type)
    {
        var all = city.OfType(type).ToList();
        return type switch
        {
            "list" or "page" => all,
            "park" => [all.MaxBy(p => city.ChildrenOf(p.Id).Count)!, all.MinBy(p => city.ChildrenOf(p.Id).Count)!],
            "space" => [all.First(), all.First(s => s.In(0, city.Schema)!.Values.Text("kind") == "land")],
            _ => [all.First()],
        };
    }
}
