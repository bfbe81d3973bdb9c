using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <param name="State"><c>invited</c>, <c>active</c> or <c>disabled</c>.</param>
/// <param name="Groups">Aliases of user groups.</param>
/// <param name="LockedUntil">Set while too many failures keep the account from signing in.</param>
/// <param name="Sessions">How many browsers are signed in.</param>
internal sealed record UserSummary(
    Guid Id, string UserName, string Name, string? Email, string State, IReadOnlyList<string> Groups, Guid? StartNode, Guid? MediaStartNode, bool TwoFactor,
    DateTimeOffset? LockedUntil, DateTimeOffset? LastSignedInAt, DateTimeOffset CreatedAt, int Sessions, bool IsYou);

/// <summary>Accounts by name, some at a time; one of them with its sessions and trail; the groups there are.</summary>
internal static class ListUsers
{
    private const int Most = 100;
    private static readonly string[] States = [.. Enum.GetNames<AccountState>().Select(n => n.ToLowerInvariant()), StoredAccounts.Locked];

    public static void Map(IEndpointRouteBuilder users)
    {
        users.MapGet("", (HttpContext http, string? filter, string? group, string? state, int? skip, int? take, StoredAccounts accounts, AccountSessions sessions, TimeProvider clock) =>
        {
            if (skip is < 0 || take is < 1 or > Most)
                return Problem.Of(StatusCodes.Status400BadRequest, $"skip is 0 or more, take is 1 to {Most}.");
            if (state is not null && !States.Contains(state))
                return Problem.Of(StatusCodes.Status400BadRequest, $"state is one of {string.Join(", ", States)}.");
            var (total, page) = accounts.List(filter, skip ?? 0, take ?? Most, group, state);
            return Results.Json(new { Total = total, Items = page.Select(a => Summary(http, a, sessions, clock)) });
        });
        users.MapGet("/{id:guid}", (HttpContext http, Guid id, StoredAccounts accounts, AccountSessions sessions, TimeProvider clock) => accounts.Find(id) is not { } account
            ? Problem.NotFound()
            : Results.Json(new
            {
                User = Summary(http, account, sessions, clock),
                Sessions = sessions.Of(id).Where(s => s.Stamp == account.SecurityStamp).Select(s => new { s.Agent, s.CreatedAt, s.LastUsedAt, s.ExpiresAt }),
                Trail = accounts.Trail(id),
            }));
        users.MapGet("/groups", (ContentSchema schema) => Results.Json(schema.UserGroups.Values.OrderBy(g => g.Alias, StringComparer.Ordinal)
            .Select(g => new { Id = GroupId.Of(g.Alias), g.Alias, g.Name, g.OwnStartNode, Permissions = g.Permissions.Order(StringComparer.Ordinal), Types = g.Types.Order(StringComparer.Ordinal) })));
    }

    private static UserSummary Summary(HttpContext http, Account a, AccountSessions sessions, TimeProvider clock) => new(
        a.Id, a.UserName, a.Name, a.Email, a.State.ToString().ToLowerInvariant(), a.Groups, a.StartNode, a.MediaStartNode, a.TotpSecret is not null,
        a.LockedUntil > clock.GetUtcNow() ? a.LockedUntil : null, a.LastSignedInAt, a.CreatedAt, sessions.Of(a.Id).Count(s => s.Stamp == a.SecurityStamp), a.Id == Editor.Of(http)!.Id);
}
