namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>Ends every session of an account, and every step of signing in that is under way.</summary>
internal sealed class SignOutUser(AccountRights rights)
{
    public async Task<UserOutcome> Execute(Editor by, Guid id, CancellationToken cancel)
    {
        if (rights.Find(by, id) is not { } account)
            return UserOutcome.NotFound;
        AccountRules.Restamp(account);
        return await rights.Save(by, account, "sign-out", null, cancel);
    }
}
