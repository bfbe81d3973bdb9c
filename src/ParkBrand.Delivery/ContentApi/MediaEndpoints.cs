using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.ContentApi.Querying;
using ParkBrand.Delivery.ContentApi.Rendering;
using ParkBrand.Delivery.ContentApi.Sending;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi;

/// <summary>What is asked of the media library: as much of it as published documents show.</summary>
internal static class MediaEndpoints
{
    public static Reply List(Inquiry inquiry)
    {
        var (problems, query) = (new Problems(), inquiry.Query);
        var fields = ContentQuery.Tree(query, "fields", PropertyTree.Everything, problems);
        var folder = query["fetch"].FirstOrDefault() is { } fetch && fetch.StartsWith("children:", StringComparison.Ordinal) ? fetch["children:".Length..] : null;
        if (string.IsNullOrWhiteSpace(folder))
            problems.Add(Problems.Selector, "fetch", query["fetch"].FirstOrDefault() ?? "", "children: with the path of a folder, children:/ for the top");
        foreach (var (name, title) in new[] { ("filter", Problems.Filter), ("sort", Problems.Sort) })
            if (query[name].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v)) is { } given)
                problems.Add(title, name, given, "possible for media: leave it out");
        var (skip, take) = (ContentQuery.Number(query, "skip", 0, 0, ContentQuery.MostSkipped, problems), ContentQuery.Number(query, "take", ContentQuery.Usual, 0, ContentQuery.MostTaken, problems));
        if (problems.Reply is { } bad)
            return bad;
        var items = MediaShelf.Of(inquiry).In(folder!);
        return Reply.Of(new ItemPage<IApiMediaWithCropsResponse>(items.Count, [.. items.Skip(skip).Take(take).Select(m => MediaRenderer.Item(inquiry.View, m, fields))]));
    }

    public static Reply ById(Inquiry inquiry, Guid id) => One(inquiry, inquiry.View.Media(id));

    public static Reply ByPath(Inquiry inquiry, string path) => One(inquiry, MediaShelf.Of(inquiry).At(path));

    public static Reply ByIds(Inquiry inquiry)
    {
        var problems = new Problems();
        var fields = ContentQuery.Tree(inquiry.Query, "fields", PropertyTree.Everything, problems);
        var ids = ContentEndpoints.Ids(inquiry.Query, problems);
        return problems.Reply ?? Reply.Of(ids.Select(inquiry.View.Media).OfType<PublishedMedia>().Select(m => MediaRenderer.Item(inquiry.View, m, fields)).ToList<IApiMediaWithCropsResponse>());
    }

    private static Reply One(Inquiry inquiry, PublishedMedia? media)
    {
        var problems = new Problems();
        var fields = ContentQuery.Tree(inquiry.Query, "fields", PropertyTree.Everything, problems);
        return problems.Reply ?? (media is null ? Reply.NotFound : Reply.Of<IApiMediaWithCropsResponse>(MediaRenderer.Item(inquiry.View, media, fields)));
    }
}
