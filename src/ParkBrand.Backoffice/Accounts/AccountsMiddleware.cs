using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Content.Storage;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Below <c>/umbraco</c> only: refuses changes that other sites ask for, and says who is signed in.</summary>
internal sealed class AccountsMiddleware(RequestDelegate next, EditorSessions sessions, Origins origins, ILogger<AccountsMiddleware> log)
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
        catch (Exception e) when (e is StorageException or CryptographicException && !http.Response.HasStarted)
        {
            // Cryptography fails where keys can be neither read nor made, as in a data folder that nobody may write to.
            log.LogWarning("{Path} cannot be answered: {Reason}", http.Request.Path, e.InnerException?.Message ?? e.Message);
            await Unavailable(http, e).ExecuteAsync(http);
        }
    }

    /// <summary>Not 401: the person may be signed in, and their form must not be thrown away for a busy disk. The public site needs neither disk nor keys.</summary>
    private static IResult Unavailable(HttpContext http, Exception e)
    {
        http.Response.Headers.RetryAfter = "60";
        return AccountPages.Has(http.Request.Path)
            ? AccountPage.Unavailable(http)
            : Problem.Of(StatusCodes.Status503ServiceUnavailable, "The store cannot be used at the moment.", e is StorageException ? e.Message : "The data folder cannot be written to, or its keys cannot be read.");
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
