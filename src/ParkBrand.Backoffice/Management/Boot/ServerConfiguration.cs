using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class ServerConfiguration
{
    private sealed record Answer(bool AllowPasswordReset, int VersionCheckPeriod, bool AllowLocalLogin, string UmbracoCssPath, SignalR SignalR);

    private sealed record SignalR(bool SkipNegotiation);

    // A period of 0: nobody is asked whether there is a newer version.
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/server/configuration", () => Results.Ok(new Answer(AllowPasswordReset: false, VersionCheckPeriod: 0, AllowLocalLogin: true, UmbracoCssPath: "/umbraco/backoffice", new(SkipNegotiation: false))));
}
