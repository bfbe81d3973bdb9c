using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>Who may look after whom.</summary>
internal sealed class AccountRights(StoredAccounts accounts, ContentSchema schema, ReadDrafts drafts)
{
    /// <summary>The account, if the editor may change it: with the permission, and without power over somebody who may do more.</summary>
    public Account? Find(Editor by, Guid id) =>
        by.Actor.LooksAfterAccounts && accounts.Find(id) is { } account && Groups(account.Groups).All(by.Actor.Outranks) ? account : null;

    /// <returns>Key of what is wrong with the groups and the start node, or null.</returns>
    public string? Problem(Editor by, IReadOnlyList<string> groups, Guid? startNode)
    {
        if (groups.Count == 0 || groups.Any(g => !schema.UserGroups.ContainsKey(g)))
            return "groupUnknown";
        if (!Groups(groups).All(by.Actor.Outranks))
            return "groupAboveYou";
        if (startNode is null && Groups(groups).Any(g => g.OwnStartNode))
            return "startNodeMissing";
        return startNode is { } node && !drafts.Read(by.Actor, node).IsOk ? "startNodeUnknown" : null;
    }

    public bool GivesUsers(IEnumerable<string> groups) => Groups(groups).Any(g => g.Permissions.Contains(Permissions.Users));

    /// <summary>Writes the account with its trail.</summary>
    public async Task<UserOutcome> Save(Editor by, Account account, string action, string? detail, CancellationToken cancel) =>
        await accounts.Save(account, new AccountTrail(by.Actor.Name, action, detail), cancel) switch
        {
            AccountOutcome.Saved => UserOutcome.Done(account.Id),
            AccountOutcome.LastAdministrator => UserOutcome.Invalid("lastAdministrator"),
            AccountOutcome.NameTaken => UserOutcome.Invalid("nameTaken"),
            _ => new UserOutcome(UserStatus.Conflict, "changedMeanwhile"),
        };

    private IEnumerable<UserGroup> Groups(IEnumerable<string> aliases) => aliases.Where(schema.UserGroups.ContainsKey).Select(g => schema.UserGroups[g]);
}
