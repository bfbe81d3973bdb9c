using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Web.Hosting;

internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health/ready", (SnapshotSource snapshots) => snapshots.IsLoaded
            ? Results.Text("ready")
            : Results.Text("the published content is not loaded yet", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
