using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>Disables an account at once, with all its sessions and links, or lets it in again, also before a lock has run out.</summary>
internal sealed class SwitchUser(AccountRights rights)
{
    public async Task<UserOutcome> Execute(Editor by, Guid id, bool enabled, CancellationToken cancel)
    {
        if (rights.Find(by, id) is not { } account)
            return UserOutcome.NotFound;
        if (!enabled && account.Id == by.Id)
            return UserOutcome.Invalid("notYourself");
        if (enabled && account.State != AccountState.Disabled)
            return account.LockedUntil is null ? UserOutcome.Done(account.Id) : await Unlock(by, account, cancel);
        account.State = !enabled ? AccountState.Disabled : account.PasswordHash is null ? AccountState.Invited : AccountState.Active;
        (account.Failed, account.LockedUntil) = (0, null);
        AccountRules.Restamp(account);
        return await rights.Save(by, account, enabled ? "enable" : "disable", null, cancel);
    }

    /// <summary>Somebody who mistyped need not wait; their sessions go on.</summary>
    private Task<UserOutcome> Unlock(Editor by, Account account, CancellationToken cancel)
    {
        (account.Failed, account.LockedUntil) = (0, null);
        return rights.Save(by, account, "unlock", null, cancel);
    }
}
