using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class ServerStatus
{
    private sealed record Answer(string ServerStatus);

    // There is no installer and no upgrade to be led through: a server that answers runs.
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/server/status", () => Results.Ok(new Answer("Run")));
}
