using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>Names of users and groups by id, as the client shows them beside versions. A name is all that is told.</summary>
internal static class Items
{
    private const int MostIds = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/item/user", (HttpContext http, StoredAccounts accounts) => Results.Json(Ids(http).Select(accounts.Find).OfType<Account>()
            .Select(a => new { a.Id, a.Name, Kind = "Default", AvatarUrls = Array.Empty<string>(), Flags = Array.Empty<string>() })));
        api.MapGet("/item/user-group", (HttpContext http, ContentSchema schema) => Results.Json(Ids(http) is var ids && schema.UserGroups.Values.Where(g => ids.Contains(GroupId.Of(g.Alias))) is var found
            ? found.Select(g => new { Id = GroupId.Of(g.Alias), g.Name, g.Alias, Icon = "icon-users", Flags = Array.Empty<string>() })
            : []));
    }

    private static List<Guid> Ids(HttpContext http) => [.. http.Request.Query["id"].Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(MostIds)];
}
