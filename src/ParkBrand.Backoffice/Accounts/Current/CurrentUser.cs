using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts.Users;
using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;

namespace ParkBrand.Backoffice.Accounts.Current;

internal sealed record Reference(Guid Id);

/// <summary>The client's CurrentUserResponseModel.</summary>
internal sealed record CurrentUserAnswer(
    Guid Id, string LanguageIsoCode, IReadOnlyList<Reference> DocumentStartNodeIds, bool HasDocumentRootAccess, IReadOnlyList<Reference> MediaStartNodeIds, bool HasMediaRootAccess,
    IReadOnlyList<Reference> ElementStartNodeIds, bool HasElementRootAccess, IReadOnlyList<string> AvatarUrls, IReadOnlyList<string> Languages, bool HasAccessToAllLanguages,
    bool HasAccessToSensitiveData, IReadOnlyList<string> FallbackPermissions, IReadOnlyList<object> Permissions, IReadOnlyList<string> AllowedSections, bool IsAdmin, string Email,
    string UserName, string Name, IReadOnlyList<Reference> UserGroupIds);

/// <summary>Who is signed in and what the client shows them.</summary>
internal static class CurrentUser
{
    private const string Content = "Umb.Section.Content", Media = "Umb.Section.Media", Questions = "ParkBrand.Section.Questions", Users = "ParkBrand.Section.Users", Settings = "Umb.Section.Settings";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/user/current", (HttpContext http, StoredAccounts accounts, ReadMedia media) =>
        Editor.Of(http) is { } editor && accounts.Find(editor.Id) is { } account ? Results.Json(Answer(account, editor.Actor, media)) : Problem.Unauthorized());

    private static CurrentUserAnswer Answer(Account account, Actor actor, ReadMedia media)
    {
        // One group that reaches everything opens the root; each operation is still asked of the concrete document.
        var root = actor.Groups.Any(g => !g.OwnStartNode);
        var verbs = ClientPermissions.Of(actor.Groups.SelectMany(g => g.Permissions));
        return new CurrentUserAnswer(
            account.Id, account.Language, Node(root ? null : account.StartNode), root, root ? [] : [.. media.Children(actor, null, 0, ReadMedia.MaxPage).Value!.Items.Select(i => new Reference(i.Id))], root, [], false, [], [], true, true, verbs, [],
            Sections(actor), actor.LooksAfterAccounts, account.Email ?? "", account.UserName, account.Name,
            [.. actor.Groups.Select(g => new Reference(GroupId.Of(g.Alias)))]);
    }

    // What visitors ask belongs to no park.
    private static string[] Sections(Actor actor) => [Content, Media, .. actor.SeesAll ? [Questions] : Array.Empty<string>(), .. actor.LooksAfterAccounts ? [Users, Settings] : Array.Empty<string>()];

    private static Reference[] Node(Guid? id) => id is { } node ? [new Reference(node)] : [];
}
