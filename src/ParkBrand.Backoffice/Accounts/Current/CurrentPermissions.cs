using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>The client knows no verbs of media, so it is told none; which files somebody reaches is the library's to say, file by file.</summary>
internal static class CurrentPermissions
{
    private const int MostIds = 500;

    private sealed record Node(Guid NodeKey, IReadOnlyList<string> Permissions);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/user/current/permissions/media", (HttpContext http) => Results.Json(new
    {
        Permissions = http.Request.Query["id"].Take(MostIds).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Select(id => new Node(id, [])),
    }));
}
