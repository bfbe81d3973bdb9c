using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>The account that makes all others. It exists only where there was none.</summary>
internal sealed class FirstAdministrator(StoredAccounts accounts, AccountRules rules, ContentSchema schema)
{
    public const string UserName = "admin";

    /// <returns>Its password, told this once; null when there are accounts already, or no group that could make others.</returns>
    public async Task<string?> Create(CancellationToken cancel = default)
    {
        var group = schema.UserGroups.Values.Where(g => g.Permissions.Contains(Permissions.Users)).OrderByDescending(g => g.Permissions.Count).FirstOrDefault();
        if (group is null || accounts.Any())
            return null;
        var account = new Account { Id = Guid.NewGuid(), UserName = UserName, Name = group.Name, State = AccountState.Active, Groups = [group.Alias] };
        account.NormalizedName = rules.NormalizeName(UserName)!;
        var password = AccountSecrets.NewPassword();
        if (await rules.Choose(account, password) is not null)
            return null;
        return await accounts.Add(account, new AccountTrail("serve", "create", "first administrator"), onlyFirst: true, cancel: cancel) == AccountOutcome.Saved ? password : null;
    }
}
