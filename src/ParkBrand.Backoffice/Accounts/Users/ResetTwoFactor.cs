namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>For somebody who lost their authenticator app. They sign in with the password alone until they set up another.</summary>
internal sealed class ResetTwoFactor(AccountRights rights)
{
    public async Task<UserOutcome> Execute(Editor by, Guid id, CancellationToken cancel)
    {
        if (rights.Find(by, id) is not { } account)
            return UserOutcome.NotFound;
        // One's own is taken away with a code, in one's own profile.
        if (account.Id == by.Id)
            return UserOutcome.Invalid("notYourself");
        SecondFactor.Clear(account);
        return await rights.Save(by, account, "two-factor-reset", null, cancel);
    }
}
