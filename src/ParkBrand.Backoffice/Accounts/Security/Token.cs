using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Security;

/// <summary>
/// The second half: a code becomes a session, whose id goes into a cookie that no script can read. What the client is told are placeholders and how
/// long it may go without asking; it takes four times that as the life of the session.
/// </summary>
internal sealed class Token(Tickets tickets, AccountSessions stored, EditorSessions sessions, AccountCookies cookies, AccountPolicy policy, TimeProvider clock)
{
    private const int ClientsFactor = 4;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(SecurityRoutes.Root + "/token", (HttpContext http, Token token) => token.Execute(http));

    private async Task<IResult> Execute(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return OAuthError.Of("invalid_request");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["client_id"] != Authorize.Client)
            return OAuthError.Of("invalid_client");
        return form["grant_type"].ToString() switch
        {
            "authorization_code" => await Exchange(http, form),
            "refresh_token" => await Refresh(http),
            _ => OAuthError.Of("unsupported_grant_type"),
        };
    }

    private async Task<IResult> Exchange(HttpContext http, IFormCollection form)
    {
        var code = form["code"].ToString();
        var (use, account, payload) = await tickets.Take(code, Tickets.Code, http.RequestAborted);
        // Whoever shows a code a second time may have stolen it before it was shown the first time.
        if (use == TokenUse.Again)
            await stored.CloseOfCode(AccountSecrets.HashOf(code), http.RequestAborted);
        if (account is not { State: AccountState.Active } || JsonSerializer.Deserialize<CodeBinding>(payload) is not { } binding
            || binding.RedirectUri != form["redirect_uri"] || !Fits(binding.Challenge, form["code_verifier"].ToString()))
            return OAuthError.Of("invalid_grant");
        await sessions.Open(http, account, AccountSecrets.HashOf(code));
        return Granted(policy.Idle);
    }

    private async Task<IResult> Refresh(HttpContext http)
    {
        if (http.Features.Get<EditorSession>() is not { } session)
        {
            // Not the step: the client asks this first, also when somebody has just passed the sign-in page.
            cookies.ClearSession(http);
            return OAuthError.Of("invalid_grant");
        }

        await stored.Touch(session.Hash, http.RequestAborted);
        var left = session.ExpiresAt - clock.GetUtcNow();
        return Granted(left < policy.Idle ? left : policy.Idle);
    }

    private static bool Fits(string challenge, string verifier) => verifier.Length is >= 43 and <= 128
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)))), Encoding.UTF8.GetBytes(challenge));

    private static IResult Granted(TimeSpan life) => Results.Json(new Answer("[redacted]", "[redacted]", "Bearer", Math.Max(1, (long)life.TotalSeconds / ClientsFactor)));

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("refresh_token")] string RefreshToken,
        [property: JsonPropertyName("token_type")] string TokenType, [property: JsonPropertyName("expires_in")] long ExpiresIn);
}
