using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>What the person may do with which documents; for one that they may not know of, 404 as for one that is not there.</summary>
internal static class CurrentPermissions
{
    private const int MostIds = 500;

    private sealed record Node(Guid NodeKey, IReadOnlyList<string> Permissions);

    private sealed record Answer(IReadOnlyList<Node> Permissions);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/user/current/permissions", Documents);
        api.MapGet("/user/current/permissions/document", Documents);
        api.MapGet("/parkbrand/rights", Known);
        // The client knows no verbs of media; which files somebody reaches is the media module's to say.
        api.MapGet("/user/current/permissions/media", (HttpContext http) => Ids(http) is { } ids ? Results.Json(new Answer([.. ids.Select(id => new Node(id, []))])) : Problem.NotFound());
    }

    private static IResult Documents(HttpContext http, ReadRights rights)
    {
        if (Ids(http) is not { } ids)
            return Problem.NotFound();
        var found = rights.Of(Editor.Of(http)!.Actor, ids);
        return ids.All(found.ContainsKey) ? Results.Json(new Answer([.. ids.Select(id => new Node(id, ClientPermissions.Of(found[id])))])) : Problem.NotFound();
    }

    /// <summary>As above, but what the person may not know of, or is not stored yet, is left out: our client asks about whole trees.</summary>
    private static IResult Known(HttpContext http, ReadRights rights) => Ids(http) is { } ids
        ? Results.Json(new { items = rights.Of(Editor.Of(http)!.Actor, ids).Select(r => new { id = r.Key, verbs = ClientPermissions.Of(r.Value) }) })
        : Problem.NotFound();

    private static List<Guid>? Ids(HttpContext http)
    {
        // The client sends an empty id when it asks about nothing.
        var texts = http.Request.Query["id"].Where(t => !string.IsNullOrEmpty(t)).ToList();
        var ids = texts.Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Distinct().ToList();
        return ids.Count > MostIds || ids.Contains(Guid.Empty) ? null : ids;
    }
}
