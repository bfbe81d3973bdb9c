using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Client;

namespace ParkBrand.Backoffice.Management.Boot;

/// <summary>Our extensions, registered the way every package is. They come before the sign-in, because they also hide what there is none of.</summary>
internal static class PublicManifest
{
    private sealed record Package(string Name, string Id, string Version, Extension[] Extensions);

    private sealed record Extension(string Type, string Alias, string Name, string Js);

    public static void Map(IEndpointRouteBuilder api, ClientBundle? client) => api.MapGet("/manifest/manifest/public", () => Results.Ok<Package[]>(client is null ? [] :
        [new("ParkBrand", "ParkBrand", "1.0.0", [new("appEntryPoint", "ParkBrand.EntryPoint", "ParkBrand", $"/umbraco/backoffice/{client.Extension}")])]));
}
