using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>A new password for oneself. Every other session ends; this one goes on under a new id.</summary>
internal static class ChangePassword
{
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Request(string? OldPassword, string? NewPassword);

    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/user/current/change-password", Execute);

    private static async Task<IResult> Execute(HttpContext http, Request request, StoredAccounts accounts, AccountRules rules, EditorSessions sessions, AccountPolicy policy)
    {
        if (accounts.Find(Editor.Of(http)!.Id) is not { } account)
            return Problem.Unauthorized();
        var texts = AccountTexts.In(account.Language);
        if (await rules.IsLockedOutAsync(account))
            return Problem.Of(StatusCodes.Status400BadRequest, texts["locked"]);
        // Somebody at a desk that was left alone must not make the account theirs.
        if (request.OldPassword is not { Length: > 0 } old || old.Length > policy.LongestPassword || !await rules.CheckPasswordAsync(account, old))
        {
            await rules.AccessFailedAsync(account);
            return Problem.Of(StatusCodes.Status400BadRequest, texts["oldPasswordWrong"]);
        }

        if (await rules.Choose(account, request.NewPassword ?? "") is { } broken)
            return Problem.Of(StatusCodes.Status400BadRequest, texts.Format(broken, policy.ShortestPassword, policy.LongestPassword));
        if (await accounts.Save(account, new AccountTrail(account.Name, "password", "by themselves"), http.RequestAborted) != AccountOutcome.Saved)
            return Problem.Of(StatusCodes.Status409Conflict, texts["changedMeanwhile"]);
        await sessions.Open(http, account, null);
        return Results.Ok();
    }
}
