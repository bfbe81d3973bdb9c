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
            await Recognize(http);
            await next(http);
        }
        catch (StorageException e) when (!http.Response.HasStarted)
        {
            // Not 401: the person may be signed in, and their form must not be thrown away for a busy disk.
            await Problem.Of(StatusCodes.Status503ServiceUnavailable, "The store cannot be used at the moment.", e.Message).ExecuteAsync(http);
        }
    }

    private async Task Recognize(HttpContext http)
    {
        try
        {
            await sessions.Recognize(http);
        }
        catch (StorageException) when (Editor.Of(http) is not null)
        {
            // The person is known; that this use of the session could not be noted does no harm.
        }
    }
}
