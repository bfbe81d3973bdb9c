using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Security;

/// <summary>What an authorization code is bound to.</summary>
/// <param name="Challenge">BASE64URL(SHA-256(code_verifier)), RFC 7636.</param>
internal sealed record CodeBinding(string Challenge, string RedirectUri);

/// <summary>The first half of RFC 6749's authorization-code grant, for one client: our own editing interface.</summary>
internal sealed class Authorize(Tickets tickets, StoredAccounts accounts, AccountCookies cookies, Origins origins, AccountPolicy policy)
{
    public const string Client = "umbraco-back-office";
    public const string ReturnPath = Origins.Start + "/oauth_complete";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(SecurityRoutes.Root + "/authorize", (HttpContext http, Authorize authorize) => authorize.Execute(http));

    private async Task<IResult> Execute(HttpContext http)
    {
        var query = http.Request.Query;
        // A mistake is told here and never at the redirect address, which somebody else may have written.
        if (query["client_id"] != Client || query["response_type"] != "code")
            return OAuthError.Of("unauthorized_client");
        if (!origins.IsOwnAddress(http, query["redirect_uri"], ReturnPath))
            return OAuthError.Of("invalid_redirect_uri");
        var (challenge, state) = (query["code_challenge"].ToString(), query["state"].ToString());
        if (query["code_challenge_method"] != "S256" || challenge.Length != 43 || state.Length is 0 or > 200)
            return OAuthError.Of("invalid_request");

        if (await Who(http) is not { } account)
            return Results.Redirect($"{Origins.Start}/login?returnPath={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        var binding = JsonSerializer.Serialize(new CodeBinding(challenge, query["redirect_uri"]!));
        var code = await tickets.Issue(account, Tickets.Code, policy.CodeLife, binding, cancel: http.RequestAborted);
        return Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = state }));
    }

    /// <summary>Whoever just passed the sign-in page, or is signed in already.</summary>
    private async Task<Account?> Who(HttpContext http)
    {
        if (cookies.Step(http) is { } step && await tickets.Take(step, Tickets.SignedIn, http.RequestAborted) is { Account: { } signedIn })
        {
            cookies.ClearStep(http);
            return signedIn;
        }

        return Editor.Of(http) is { } editor ? accounts.Find(editor.Id) : null;
    }
}
