using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Backoffice.Management;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>Looking after accounts, for those who may. For everybody else there is nothing at these addresses.</summary>
internal static class UserRoutes
{
    public const string Root = ManagementApi.Root + "/parkbrand/users";

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Invitation(string? UserName, string? Name, string? Email, IReadOnlyList<string>? Groups, Guid? StartNode, Guid? MediaStartNode);

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    internal sealed record Rights(IReadOnlyList<string>? Groups, Guid? StartNode, Guid? MediaStartNode);

    /// <param name="Link">Path below the site's address; told once.</param>
    /// <param name="Until">When the link stops working.</param>
    private sealed record Done(Guid? Id, string? Link, DateTimeOffset? Until);

    public static void Map(IEndpointRouteBuilder app)
    {
        var users = app.MapGroup(Root);
        users.AddEndpointFilter(async (call, next) => Editor.Of(call.HttpContext) switch
        {
            null => Problem.Unauthorized(),
            { Actor.LooksAfterAccounts: false } => Problem.NotFound(),
            _ => await next(call),
        });
        ListUsers.Map(users);
        users.MapPost("", (HttpContext http, Invitation body, InviteUser invite) => Answer(http, by => invite.Execute(
            by, new InviteUser.Command(body.UserName ?? "", body.Name ?? "", body.Email, body.Groups ?? [], body.StartNode, body.MediaStartNode), http.RequestAborted)));
        users.MapPost("/{id:guid}/link", (HttpContext http, Guid id, RenewLink renew) => Answer(http, by => renew.Execute(by, id, http.RequestAborted)));
        users.MapPost("/{id:guid}/disable", (HttpContext http, Guid id, SwitchUser user) => Answer(http, by => user.Execute(by, id, enabled: false, http.RequestAborted)));
        users.MapPost("/{id:guid}/enable", (HttpContext http, Guid id, SwitchUser user) => Answer(http, by => user.Execute(by, id, enabled: true, http.RequestAborted)));
        users.MapPost("/{id:guid}/two-factor-reset", (HttpContext http, Guid id, ResetTwoFactor reset) => Answer(http, by => reset.Execute(by, id, http.RequestAborted)));
        users.MapPost("/{id:guid}/sign-out", (HttpContext http, Guid id, SignOutUser user) => Answer(http, by => user.Execute(by, id, http.RequestAborted)));
        users.MapPut("/{id:guid}/rights", (HttpContext http, Guid id, Rights body, SetRights set) =>
            Answer(http, by => set.Execute(by, id, new SetRights.Command(body.Groups ?? [], body.StartNode, body.MediaStartNode), http.RequestAborted)));
    }

    private static async Task<IResult> Answer(HttpContext http, Func<Editor, Task<UserOutcome>> useCase)
    {
        var editor = Editor.Of(http)!;
        var outcome = await useCase(editor);
        if (outcome.IsOk)
            return Results.Json(new Done(outcome.Id, outcome.Link, outcome.Until));
        var language = http.RequestServices.GetService(typeof(StoredAccounts)) is StoredAccounts accounts ? accounts.Find(editor.Id)?.Language : null;
        return Problem.Of(outcome.HttpStatus, AccountTexts.In(language)[outcome.Text!]);
    }
}
