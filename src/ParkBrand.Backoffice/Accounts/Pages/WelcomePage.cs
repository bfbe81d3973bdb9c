using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>Where the link of an invitation or of a new password leads: choose a password. The link works once.</summary>
internal sealed class WelcomePage(AccountPage page, AccountRules rules, StoredAccounts accounts, Tickets tickets, AccountPolicy policy, AfterSignIn after)
{
    private static readonly string[] Purposes = [Tickets.Invitation, Tickets.Password];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(AccountPages.Welcome, (HttpContext http, WelcomePage welcome) => welcome.Show(http, http.Request.Query["link"], null));
        app.MapPost(AccountPages.Welcome, (HttpContext http, WelcomePage welcome) => welcome.Post(http));
    }

    private IResult Show(HttpContext http, string? link, string? alert, int status = StatusCodes.Status200OK)
    {
        var texts = AccountPage.Texts(http);
        if (Holder(link).Account is not { } account)
            return AccountPage.Show(http, texts["linkOverTitle"], Html.Of($"<p>{texts["linkOver"]}</p>"), StatusCodes.Status404NotFound);
        var fields = Html.Of($"""
            <input type="hidden" name="link" value="{link}"><input type="hidden" name="userName" value="{account.UserName}" autocomplete="username">
            <label for="password">{texts["newPassword"]}</label><input id="password" name="password" type="password" autocomplete="new-password" maxlength="200" required>
            <p class="hint">{texts.Format("passwordHint", policy.ShortestPassword)}</p>
            <label for="again">{texts["newPasswordAgain"]}</label><input id="again" name="again" type="password" autocomplete="new-password" maxlength="200" required>
            <button>{texts["choose"]}</button>
            """);
        var body = Html.Of($"""<p>{texts.Format("welcome", account.Name)} {texts["userNameIs"]} <strong>{account.UserName}</strong></p>{AccountPage.Alert(alert)}{page.Form(http, AccountPages.Welcome, fields)}""");
        return AccountPage.Show(http, texts["welcomeTitle"], body, status, AccountPage.With(AccountPages.Welcome, ("lang", texts.Other), ("link", link)));
    }

    private async Task<IResult> Post(HttpContext http)
    {
        var texts = AccountPage.Texts(http);
        var link = http.Request.HasFormContentType ? http.Request.Form["link"].ToString() : null;
        if (!await page.IsOurForm(http))
            return Show(http, link, texts["expired"], StatusCodes.Status400BadRequest);
        var (password, again) = (http.Request.Form["password"].ToString(), http.Request.Form["again"].ToString());
        if (password != again)
            return Show(http, link, texts["passwordsDiffer"], StatusCodes.Status400BadRequest);
        var (purpose, account) = Holder(link);
        if (account is null)
            return Show(http, link, null);
        if (await rules.Choose(account, password) is { } broken)
            return Show(http, link, texts.Format(broken, policy.ShortestPassword, policy.LongestPassword), StatusCodes.Status400BadRequest);
        account.State = AccountState.Active;
        if (account.TotpSecret is null)
            account.LastSignedInAt = account.PasswordChangedAt; // the link leads on into the house
        // The link first: of two who use it at once, one chooses the password.
        if ((await tickets.Take(link, purpose, http.RequestAborted)).Account is null
            || await accounts.Save(account, new AccountTrail(account.Name, "password", "by link"), http.RequestAborted) != AccountOutcome.Saved)
            return Show(http, null, null);
        // A link that somebody else handed out does not stand in for the second factor.
        return account.TotpSecret is null
            ? await after.OfferSecondFactor(http, account, Origins.Start)
            : AfterSignIn.SeeOther(http, AccountPage.With(AccountPages.Login, ("lang", texts.Language), ("reason", "chosen")));
    }

    private (string Purpose, Account? Account) Holder(string? link) =>
        Purposes.Select(purpose => (purpose, tickets.Peek(link, purpose))).FirstOrDefault(h => h.Item2 is not null);
}
