using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.ContentApi.Querying;
using ParkBrand.Delivery.ContentApi.Rendering;
using ParkBrand.Delivery.ContentApi.Sending;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi;

/// <summary>What is asked of single documents: one by id, one by path, several by id.</summary>
internal static class ContentEndpoints
{
    public static Reply ById(Inquiry inquiry, Guid id) => One(inquiry, inquiry.IsLanguageUnknown ? null : inquiry.View.Find(id));

    /// <summary>Before the id of a draft that has no address yet, as Umbraco writes it.</summary>
    private const string PreviewPath = "preview-";

    public static Reply ByPath(Inquiry inquiry, string path)
    {
        if (inquiry.IsPreview && path.StartsWith(PreviewPath, StringComparison.Ordinal) && Guid.TryParse(path.AsSpan(PreviewPath.Length).TrimEnd('/'), out var draft))
            return ById(inquiry, draft);
        if (inquiry.IsLanguageUnknown)
            return One(inquiry, null);
        var (culture, inner) = Addresses.Split(path, inquiry.View);
        // A path says its language; the header goes before it.
        if (!inquiry.IsLanguageAsked && culture is { } said)
            inquiry = inquiry with { View = new PublicView(inquiry.View.Snapshot, said) };
        if (Addresses.At(inner, inquiry.View, inquiry.Start) is { } row)
            return One(inquiry, row);
        return inquiry.View.Snapshot.Resolve(inner) is (PathState.Moved, { } document) && inquiry.View.See(document) is not null ? Moved(inquiry.View.Route(document)) : Reply.NotFound;
    }

    public static Reply ByIds(Inquiry inquiry)
    {
        var problems = new Problems();
        var (expand, fields) = Trees(inquiry, problems);
        var ids = Ids(inquiry.Query, problems);
        if (problems.Reply is { } bad)
            return bad;
        return Rendered(new ContentRenderer(inquiry.View, expand, fields), renderer => ids.Where(_ => !inquiry.IsLanguageUnknown).Select(id => inquiry.View.Find(id)).OfType<Row>().Select(renderer.Response).ToList());
    }

    /// <summary>The ids that a query names, each once.</summary>
    public static List<Guid> Ids(IQueryCollection query, Problems problems)
    {
        var ids = new List<Guid>();
        foreach (var text in query["id"].OfType<string>().SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            if (Guid.TryParse(text, out var id))
                ids.Add(id);
            else
                problems.Add(Problems.Value, "id", text, "an id");
        if (ids.Count > ContentQuery.MostTaken)
            problems.Add(Problems.Value, "id", "", $"at most {ContentQuery.MostTaken} ids");
        return [.. ids.Distinct()];
    }

    private static Reply One(Inquiry inquiry, Row? found)
    {
        var problems = new Problems();
        var (expand, fields) = Trees(inquiry, problems);
        if (problems.Reply is { } bad)
            return bad;
        return found is { } row ? Rendered(new ContentRenderer(inquiry.View, expand, fields), renderer => renderer.Response(row)) : Reply.NotFound;
    }

    public static (PropertyTree Expand, PropertyTree Fields) Trees(Inquiry inquiry, Problems problems) =>
        (ContentQuery.Tree(inquiry.Query, "expand", PropertyTree.Nothing, problems), ContentQuery.Tree(inquiry.Query, "fields", PropertyTree.Everything, problems));

    public static Reply Rendered<T>(ContentRenderer renderer, Func<ContentRenderer, T> write)
    {
        var body = write(renderer);
        return renderer.IsTooMuch ? Reply.Bad(Problems.Value, [new("expand", "", "fewer properties, or a smaller take: so much does not go into one answer")]) : Reply.Of(body);
    }

    /// <summary>As Umbraco does: 301 with the new path, and the root in headers of its own.</summary>
    private static Reply Moved(ApiContentRoute route) => Reply.Problem(StatusCodes.Status301MovedPermanently, "Moved", $"The document is now at {route.Path}.") with
    {
        Moved = (route.Path, route.StartItem.Path, route.StartItem.Id),
    };
}
