using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>The language of the editing interface, for oneself.</summary>
internal static class ChooseLanguage
{
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Request(string? LanguageIsoCode);

    public static void Map(IEndpointRouteBuilder api) => api.MapPut("/user/current/profile", async (HttpContext http, Request request, StoredAccounts accounts) =>
    {
        if (accounts.Find(Editor.Of(http)!.Id) is not { } account)
            return Problem.Unauthorized();
        if (AccountTexts.In(request.LanguageIsoCode).Language != request.LanguageIsoCode)
            return Problem.Of(StatusCodes.Status400BadRequest, $"languageIsoCode is {AccountTexts.Chinese} or {AccountTexts.English}.");
        account.Language = AccountTexts.In(request.LanguageIsoCode).Language;
        return await accounts.Save(account, cancel: http.RequestAborted) == AccountOutcome.Saved ? Results.Ok() : Problem.Of(StatusCodes.Status409Conflict, AccountTexts.In(account.Language)["changedMeanwhile"]);
    });
}
