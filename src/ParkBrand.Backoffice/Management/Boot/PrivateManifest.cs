using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class PrivateManifest
{
    // One package, and it is public: see PublicManifest.
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/manifest/manifest/private", () => Results.Ok(Array.Empty<object>()));
}
