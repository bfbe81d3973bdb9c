using System.Text.Json.Nodes;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.StructuredData;

/// <summary>The way from the home page to a page, as a BreadcrumbList.</summary>
internal static class Trail
{
    public static JsonObject? Of(Page page)
    {
        var context = page.Context;
        if (context.Snapshot.Resolve("/") is not (PathState.Live, { } home) || context.Variant(home) is null)
            return null;
        var steps = new List<(string Name, string Url)> { (context.Name(home), context.PublicUrl + context.Url("/")) };
        steps.AddRange(Above(page));
        steps.Add((page is DocumentPage { Variant.Name: var name } ? name : page.Title, PageGraph.Url(page)));
        return Node.Of("BreadcrumbList", ("itemListElement", Node.List(steps.Select((s, i) =>
            Node.Of("ListItem", ("position", i + 1), ("name", s.Name), ("item", s.Url))))));
    }

    private static IEnumerable<(string Name, string Url)> Above(Page page)
    {
        var context = page.Context;
        foreach (var crumb in page.Crumbs.Where(c => c.Url is not null))
            yield return (crumb.Name, context.PublicUrl + crumb.Url);
        if (page.Crumbs.Count == 0 && page.Section is { } section && context.Path != "/" + section && context.Snapshot.Resolve("/" + section) is (PathState.Live, { } list) && context.Variant(list) is not null)
            yield return (context.Name(list), PageGraph.Url(context, list));
        if (page is RecordPage record)
            yield return (context.Name(record.Park), PageGraph.Url(context, record.Park));
    }
}
