using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>Where people go from a right password. What they have proved so far is a one-time token in a cookie, not yet a session.</summary>
internal sealed class AfterSignIn(Tickets tickets, AccountCookies cookies, AccountPolicy policy, ContentSchema schema)
{
    public async Task<IResult> AskForCode(HttpContext http, Account account, string returnPath)
    {
        cookies.SetStep(http, await tickets.Issue(account, Tickets.SecondStep, policy.StepLife, replace: true, cancel: http.RequestAborted));
        return SeeOther(http, AccountPage.With(AccountPages.Code, ("lang", AccountPage.Texts(http).Language), ("returnPath", returnPath)));
    }

    /// <summary>On to the client, which asks for its authorization code and gets it for the token; or first to what a group of the person demands.</summary>
    public async Task<IResult> GoOn(HttpContext http, Account account, string returnPath)
    {
        if (SecondFactor.IsMissing(schema, account))
            return await OfferSecondFactor(http, account, returnPath);
        cookies.SetStep(http, await tickets.Issue(account, Tickets.SignedIn, policy.SignedInLife, cancel: http.RequestAborted));
        return SeeOther(http, returnPath);
    }

    public async Task<IResult> OfferSecondFactor(HttpContext http, Account account, string returnPath)
    {
        cookies.SetStep(http, await tickets.Issue(account, Tickets.Enrolment, policy.StepLife, replace: true, cancel: http.RequestAborted));
        return SeeOther(http, AccountPage.With(AccountPages.SecondFactor, ("lang", AccountPage.Texts(http).Language), ("returnPath", returnPath)));
    }

    /// <summary>303: whatever was posted, the next page is fetched, and going back does not post again.</summary>
    public static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        http.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
