using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>After the first password: set up an authenticator app, or leave it for later.</summary>
internal sealed class SecondFactorPage(AccountPage page, SecondFactor secondFactor, Tickets tickets, AccountCookies cookies, AfterSignIn after)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(AccountPages.SecondFactor, (HttpContext http, SecondFactorPage page) => page.Get(http));
        app.MapPost(AccountPages.SecondFactor, (HttpContext http, SecondFactorPage page) => page.Post(http));
    }

    private async Task<IResult> Get(HttpContext http) => tickets.Peek(cookies.Step(http), Tickets.Enrolment) is { } account
        ? Show(http, await secondFactor.Propose(account, http.RequestAborted), null)
        : Over(http);

    private IResult Show(HttpContext http, Proposal proposal, string? alert, int status = StatusCodes.Status200OK)
    {
        var texts = AccountPage.Texts(http);
        var fields = Html.Of($"""
            <label for="code">{texts["code"]}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10">
            <button name="do" value="confirm">{texts["confirm"]}</button> <button name="do" value="later" class="quiet">{texts["later"]}</button>
            """);
        var body = Html.Of($"""
            <p>{texts["secondFactorWhy"]}</p>{AccountPage.Alert(alert is null ? null : texts[alert])}
            <div class="qr" role="img" aria-label="{texts["qrCode"]}">{new Html(proposal.Svg)}</div><p class="hint">{texts["secretHint"]} <code>{proposal.Grouped}</code></p>
            {page.Form(http, AccountPages.SecondFactor, fields)}
            """);
        return AccountPage.Show(http, texts["secondFactorTitle"], body, status);
    }

    private async Task<IResult> Post(HttpContext http)
    {
        if (tickets.Peek(cookies.Step(http), Tickets.Enrolment) is not { } account)
            return Over(http);
        if (!await page.IsOurForm(http))
            return Show(http, await secondFactor.Propose(account, http.RequestAborted), "expired", StatusCodes.Status400BadRequest);
        if (http.Request.Form["do"] == "later")
        {
            await tickets.Take(cookies.Step(http), Tickets.Enrolment, http.RequestAborted);
            return await after.GoOn(http, account, Origins.Start);
        }

        if (await secondFactor.Enable(account, http.Request.Form["code"].ToString(), http.RequestAborted) is not { } recovery)
            return Show(http, await secondFactor.Propose(account, http.RequestAborted), "codeWrong", StatusCodes.Status400BadRequest);
        await after.GoOn(http, account, Origins.Start);
        http.Response.Headers.Remove("Location");
        return Recovery(http, recovery);
    }

    private static IResult Recovery(HttpContext http, IReadOnlyList<string> codes)
    {
        var texts = AccountPage.Texts(http);
        return AccountPage.Show(http, texts["recoveryTitle"], Html.Of($"""
            <p>{texts["recovery"]}</p><ul class="codes">{codes.Select(c => Html.Of($"<li><code>{c}</code></li>"))}</ul><p><a class="button" href="{Origins.Start}">{texts["goOn"]}</a></p>
            """));
    }

    private static IResult Over(HttpContext http) => AfterSignIn.SeeOther(http, AccountPage.With(AccountPages.Login, ("lang", AccountPage.Texts(http).Language), ("reason", "expired")));
}
