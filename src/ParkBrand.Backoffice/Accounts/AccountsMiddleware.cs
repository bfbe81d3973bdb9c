using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Storage;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Below <c>/umbraco</c> only: refuses changes that other sites ask for, and says who is signed in.</summary>
internal sealed class AccountsMiddleware(RequestDelegate next, EditorSessions sessions, Origins origins)
{
    public Task InvokeAsync(HttpContext http) => http.Request.Path.StartsWithSegments(Origins.Start) ? Guarded(http) : next(http);

    private async Task Guarded(HttpContext http)
    {
        var method = http.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method) && !origins.CameFromHere(http))
        {
            await Problem.Of(StatusCodes.Status403Forbidden, "The request came from another site.").ExecuteAsync(http);
            return;
        }

        try
        {
            await sessions.Recognize(http);
        }
        catch (StorageException)
        {
            // Not 401: the person is signed in, and their form must not be thrown away for a busy disk. A use that cannot be noted does no harm.
            if (Editor.Of(http) is null)
            {
                await Problem.Of(StatusCodes.Status503ServiceUnavailable, "The store cannot be read at the moment. Try again shortly.").ExecuteAsync(http);
                return;
            }
        }

        await next(http);
    }
}
