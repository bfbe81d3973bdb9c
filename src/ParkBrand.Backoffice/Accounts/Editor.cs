using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Who is signed in. Set on the request by the accounts when its session holds; nothing else sets it.</summary>
/// <param name="Id">Of the account.</param>
/// <param name="Actor">As the content engine knows the person: name, groups, start node.</param>
internal sealed record Editor(Guid Id, Actor Actor)
{
    /// <summary>Null when nobody is signed in.</summary>
    public static Editor? Of(HttpContext http) => http.Features.Get<Editor>();
}
