using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Client;

/// <summary>The client's page and files. They hold nothing of the content, so they need no sign-in.</summary>
internal static class ClientModule
{
    public static void Map(IEndpointRouteBuilder app, ClientBundle? bundle)
    {
        ClientPage.Map(app, bundle);
        app.MapMethods("/umbraco/backoffice/{file}", [HttpMethods.Get, HttpMethods.Head], async (HttpContext http, string file) =>
        {
            if (bundle?.Files.GetValueOrDefault(file) is { } found)
                await found.Send(http);
            else
                http.Response.StatusCode = StatusCodes.Status404NotFound;
        });
    }
}
