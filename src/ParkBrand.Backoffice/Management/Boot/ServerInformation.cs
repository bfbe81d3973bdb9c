using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class ServerInformation
{
    private sealed record Answer(string Version, string AssemblyVersion, string BaseUtcOffset, string RuntimeMode);

    // The version of the client and of the contract that the routes keep to. Editors work on China's time wherever the server stands.
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/server/information", () => Results.Ok(new Answer("18.2.0", "18.2.0.0", "08:00:00", "Production")));
}
