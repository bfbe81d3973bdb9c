using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Client;

namespace ParkBrand.Backoffice.Management.Boot;

/// <summary>Logo and sign-in picture, under the names by which the client asks for them.</summary>
internal static class Graphics
{
    public static void Map(IEndpointRouteBuilder api, ClientBundle? client) => api.MapGet("/security/back-office/graphics/{name}", async (HttpContext http, string name) =>
    {
        if (client?.Graphics.GetValueOrDefault(name) is not { } file)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // This name stays when the picture changes.
        await client.Files[file].Send(http, "public, max-age=3600");
    });
}
