using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Client;

/// <summary>The page that holds the client, at /umbraco and at every address below it that the client routes by itself.</summary>
internal static class ClientPage
{
    private const string NotBundled = "The editors' client is not bundled. Run tools/backoffice in the repository, then build again.";

    // The first part of an address that the client knows; any other is 404 as everywhere.
    private static readonly string[] Routes = ["section", "logout", "oauth_complete", "error", "preview"];

    public static void Map(IEndpointRouteBuilder app, ClientBundle? bundle)
    {
        app.MapMethods("/umbraco", [HttpMethods.Get, HttpMethods.Head], http => Send(http, bundle));
        foreach (var route in Routes)
            app.MapMethods($"/umbraco/{route}/{{**rest}}", [HttpMethods.Get, HttpMethods.Head], http => Send(http, bundle));
    }

    private static async Task Send(HttpContext http, ClientBundle? bundle)
    {
        if (bundle is null)
        {
            await Results.Text(NotBundled, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
            return;
        }

        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        ClientHeaders.Apply(http, nonce);
        await Results.Text(string.Join(nonce, bundle.Page), "text/html; charset=utf-8").ExecuteAsync(http);
    }
}
