using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>After the first password: set up an authenticator app, or leave it for later. Where a group demands it, at every sign-in, and there is no later.</summary>
internal sealed class SecondFactorPage(AccountPage page, SecondFactor secondFactor, Tickets tickets, AccountCookies cookies, AfterSignIn after, ContentSchema schema)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(AccountPages.SecondFactor, (HttpContext http, SecondFactorPage page) => page.Get(http));
        app.MapPost(AccountPages.SecondFactor, (HttpContext http, SecondFactorPage page) => page.Post(http));
    }

    private async Task<IResult> Get(HttpContext http) => tickets.Peek(cookies.Step(http), Tickets.Enrolment) is { } account
        ? await Show(http, account, null)
        : Over(http);

    private async Task<IResult> Show(HttpContext http, Account account, string? alert, int status = StatusCodes.Status200OK)
    {
        var (texts, proposal) = (AccountPage.Texts(http), await secondFactor.Propose(account, http.RequestAborted));
        var demanded = SecondFactor.IsDemanded(schema, account);
        var later = demanded ? Html.None : Html.Of($""" <button name="do" value="later" class="quiet">{texts["later"]}</button>""");
        var fields = Html.Of($"""
            <input type="hidden" name="returnPath" value="{AccountPage.ReturnPath(http)}"><label for="code">{texts["code"]}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="10">
            <button name="do" value="confirm">{texts["confirm"]}</button>{later}
            """);
        var body = Html.Of($"""
            <p>{texts["secondFactorWhy"]}{(demanded ? texts["secondFactorDemanded"] : "")}</p>{AccountPage.Alert(alert is null ? null : texts[alert])}
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
            return await Show(http, account, "expired", StatusCodes.Status400BadRequest);
        if (http.Request.Form["do"] == "later")
        {
            await tickets.Take(cookies.Step(http), Tickets.Enrolment, http.RequestAborted);
            return await after.GoOn(http, account, AccountPage.ReturnPath(http));
        }

        if (await secondFactor.Enable(account, http.Request.Form["code"].ToString(), http.RequestAborted) is not { } recovery)
            return await Show(http, account, "codeWrong", StatusCodes.Status400BadRequest);
        await after.GoOn(http, account, AccountPage.ReturnPath(http));
        http.Response.Headers.Remove("Location");
        return Recovery(http, recovery);
    }

    private static IResult Recovery(HttpContext http, IReadOnlyList<string> codes)
    {
        var texts = AccountPage.Texts(http);
        return AccountPage.Show(http, texts["recoveryTitle"], Html.Of($"""
            <p>{texts["recovery"]}</p><ul class="codes">{codes.Select(c => Html.Of($"<li><code>{c}</code></li>"))}</ul><p><a class="button" href="{AccountPage.ReturnPath(http)}">{texts["goOn"]}</a></p>
            """));
    }

    private static IResult Over(HttpContext http) => AfterSignIn.SeeOther(http, AccountPage.With(AccountPages.Login, ("lang", AccountPage.Texts(http).Language), ("reason", "expired")));
}
