using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class ListSegments
{
    private sealed record Answer(int Total, object[] Items);

    // Content differs by language only.
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/segment", () => Results.Ok(new Answer(0, [])));
}
