using System.Text;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>The authenticator app of the person who is signed in, as the client's own dialogues ask about it.</summary>
internal static class CurrentTwoFactor
{
    /// <summary>The client shows its dialogue for the provider of this name.</summary>
    public const string Provider = "Authenticator";

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Request(string? Code, string? Secret);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/user/current/2fa", (HttpContext http, StoredAccounts accounts) =>
            Results.Json(new[] { new { ProviderName = Provider, IsEnabledOnUser = accounts.Find(Editor.Of(http)!.Id)?.TotpSecret is not null } }));
        api.MapGet("/user/current/2fa/{provider}", (string provider, HttpContext http, StoredAccounts accounts, SecondFactor secondFactor) => With(http, provider, accounts, async account =>
        {
            if (account.TotpSecret is not null)
                return Refuse(account, "secondFactorOn");
            var proposal = await secondFactor.Propose(account, http.RequestAborted);
            return Results.Json(new { proposal.Secret, QrCodeSetupImageUrl = "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(proposal.Svg)) });
        }));
        api.MapPost("/user/current/2fa/{provider}", (string provider, Request request, HttpContext http, StoredAccounts accounts, SecondFactor secondFactor, EditorSessions sessions) =>
            With(http, provider, accounts, async account =>
            {
                if (account.TotpSecret is not null)
                    return Refuse(account, "secondFactorOn");
                // The secret that the client sends back is not asked: the one that was shown is kept here.
                if (await secondFactor.Enable(account, request.Code ?? "", http.RequestAborted) is not { } codes)
                    return Refuse(account, "codeWrong");
                await sessions.Open(http, account, null);
                return Results.Json(new { RecoveryCodes = codes });
            }));
        api.MapDelete("/user/current/2fa/{provider}", (string provider, string? code, HttpContext http, StoredAccounts accounts, SecondFactor secondFactor, EditorSessions sessions, ContentSchema schema) =>
            With(http, provider, accounts, async account =>
            {
                // They would have to set it up again at once.
                if (SecondFactor.IsDemanded(schema, account))
                    return Refuse(account, "secondFactorKept");
                if (account.TotpSecret is null || !await secondFactor.Disable(account, code ?? "", http.RequestAborted))
                    return Refuse(account, "codeWrong");
                await sessions.Open(http, account, null);
                return Results.Ok();
            }));
    }

    private static async Task<IResult> With(HttpContext http, string provider, StoredAccounts accounts, Func<Account, Task<IResult>> work) =>
        provider == Provider && accounts.Find(Editor.Of(http)!.Id) is { } account ? await work(account) : Problem.NotFound();

    private static IResult Refuse(Account account, string text) => Problem.Of(StatusCodes.Status400BadRequest, AccountTexts.In(account.Language)[text]);
}
