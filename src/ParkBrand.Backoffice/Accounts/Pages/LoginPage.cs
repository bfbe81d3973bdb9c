using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>User name and password. Every wrong answer looks and takes the same.</summary>
internal sealed class LoginPage(AccountPage page, SignIn signIn, SignInPace pace, AfterSignIn after, AccountPolicy policy, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(AccountPages.Login, (HttpContext http, LoginPage login) => login.Show(http, http.Request.Query["reason"].ToString() switch
        {
            "expired" => "expired",
            "chosen" => "passwordChosen",
            _ => null,
        }));
        app.MapPost(AccountPages.Login, (HttpContext http, LoginPage login) => login.Post(http));
    }

    private IResult Show(HttpContext http, string? alert, int status = StatusCodes.Status200OK, string? userName = null)
    {
        var texts = AccountPage.Texts(http);
        var returnPath = AccountPage.ReturnPath(http);
        var fields = Html.Of($"""
            <input type="hidden" name="returnPath" value="{returnPath}">
            <label for="user">{texts["userName"]}</label><input id="user" name="userName" value="{userName}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="200" required>
            <label for="password">{texts["password"]}</label><input id="password" name="password" type="password" autocomplete="current-password" required>
            <button>{texts["signIn"]}</button>
            """);
        var body = Html.Of($"""{AccountPage.Alert(alert is null ? null : texts[alert])}{page.Form(http, AccountPages.Login, fields)}<p class="hint">{texts["forgotten"]}</p>""");
        return AccountPage.Show(http, texts["signInTitle"], body, status, AccountPage.With(AccountPages.Login, ("lang", texts.Other), ("returnPath", returnPath)));
    }

    private async Task<IResult> Post(HttpContext http)
    {
        var start = clock.GetTimestamp();
        if (!await page.IsOurForm(http))
            return Show(http, "expired", StatusCodes.Status400BadRequest);
        var form = http.Request.Form;
        var (userName, password) = (form["userName"].ToString(), form["password"].ToString());
        if (pace.Wait(http.Connection.RemoteIpAddress, userName) is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Show(http, "tooMany", StatusCodes.Status429TooManyRequests, userName);
        }

        var answer = await signIn.Password(userName, password, http.RequestAborted);
        if (policy.SoonestAnswer - clock.GetElapsedTime(start) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, http.RequestAborted);
        return answer switch
        {
            { Status: SignInStatus.NeedsCode, Account: { } account } => await after.AskForCode(http, account, AccountPage.ReturnPath(http)),
            { Status: SignInStatus.Done, Account: { } account } => await after.GoOn(http, account, AccountPage.ReturnPath(http)),
            { Status: SignInStatus.Locked } => Show(http, "locked", StatusCodes.Status401Unauthorized, userName),
            { Status: SignInStatus.Refused } => Show(http, "refused", StatusCodes.Status401Unauthorized, userName),
            _ => throw new UnreachableException(),
        };
    }
}
