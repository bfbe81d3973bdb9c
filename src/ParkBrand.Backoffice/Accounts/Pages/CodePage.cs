using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>The second factor: a code of the authenticator app, or a recovery code.</summary>
internal sealed class CodePage(AccountPage page, SignIn signIn, Tickets tickets, AccountCookies cookies, AfterSignIn after)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(AccountPages.Code, (HttpContext http, CodePage code) => code.Show(http, null));
        app.MapPost(AccountPages.Code, (HttpContext http, CodePage code) => code.Post(http));
    }

    private IResult Show(HttpContext http, string? alert, int status = StatusCodes.Status200OK)
    {
        var texts = AccountPage.Texts(http);
        if (tickets.Peek(cookies.Step(http), Tickets.SecondStep) is null)
            return AfterSignIn.SeeOther(http, AccountPage.With(AccountPages.Login, ("lang", texts.Language), ("reason", "expired"), ("returnPath", AccountPage.ReturnPath(http))));
        var fields = Html.Of($"""
            <input type="hidden" name="returnPath" value="{AccountPage.ReturnPath(http)}">
            <label for="code">{texts["code"]}</label><input id="code" name="code" autocomplete="one-time-code" autocapitalize="none" spellcheck="false" maxlength="40" required autofocus>
            <p class="hint">{texts["codeHint"]}</p><button>{texts["signIn"]}</button>
            """);
        return AccountPage.Show(http, texts["codeTitle"], Html.Of($"{AccountPage.Alert(alert is null ? null : texts[alert])}{page.Form(http, AccountPages.Code, fields)}"), status);
    }

    private async Task<IResult> Post(HttpContext http)
    {
        if (!await page.IsOurForm(http))
            return Show(http, "expired", StatusCodes.Status400BadRequest);
        if (tickets.Peek(cookies.Step(http), Tickets.SecondStep) is not { } waiting)
            return Show(http, null);
        var answer = await signIn.Code(waiting.Id, http.Request.Form["code"].ToString(), http.RequestAborted);
        if (answer is { Status: SignInStatus.Done, Account: { } account })
        {
            await tickets.Take(cookies.Step(http), Tickets.SecondStep, http.RequestAborted);
            return await after.GoOn(http, account, AccountPage.ReturnPath(http));
        }

        return Show(http, answer.Status == SignInStatus.Locked ? "locked" : "codeWrong", StatusCodes.Status401Unauthorized);
    }
}
