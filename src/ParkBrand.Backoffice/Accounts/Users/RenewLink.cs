using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>A new link to choose a password: for an invitation that ran out, or for a password that was forgotten. The old password works until the link is used.</summary>
internal sealed class RenewLink(AccountRights rights, StoredAccounts accounts, Tickets tickets, AccountPolicy policy, TimeProvider clock)
{
    public async Task<UserOutcome> Execute(Editor by, Guid id, CancellationToken cancel)
    {
        if (rights.Find(by, id) is not { } account)
            return UserOutcome.NotFound;
        if (account.State == AccountState.Disabled)
            return UserOutcome.Invalid("userDisabled");
        await accounts.Note(account.Id, new AccountTrail(by.Actor.Name, "link"), cancel);
        return await InviteUser.LinkFor(account, tickets, policy, clock, cancel);
    }
}
