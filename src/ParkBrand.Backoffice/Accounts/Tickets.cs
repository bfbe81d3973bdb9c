using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>One-time tokens for accounts. One that was made before the account's password, rights to sign in or second factor changed is worth nothing.</summary>
internal sealed class Tickets(AccountTokens tokens, StoredAccounts accounts, TimeProvider clock)
{
    public const string Invitation = "invitation", Password = "password", SecondStep = "second-step", Enrolment = "enrolment", SignedIn = "signed-in", Code = "code";

    public async Task<string> Issue(Account account, string purpose, TimeSpan life, string payload = "", bool replace = false, CancellationToken cancel = default)
    {
        var token = AccountSecrets.NewToken();
        await tokens.Add(new AccountToken(AccountSecrets.HashOf(token), account.Id, purpose, account.SecurityStamp, payload, clock.GetUtcNow() + life), replace, cancel);
        return token;
    }

    public Account? Peek(string? token, string purpose) => token is null ? null : Holder(tokens.Peek(AccountSecrets.HashOf(token), purpose));

    public async Task<(TokenUse Use, Account? Account, string Payload)> Take(string? token, string purpose, CancellationToken cancel)
    {
        if (token is null)
            return (TokenUse.Unknown, null, "");
        var (use, taken) = await tokens.Take(AccountSecrets.HashOf(token), purpose, cancel);
        return Holder(taken) is { } account ? (use, account, taken!.Payload) : (use == TokenUse.Again ? use : TokenUse.Unknown, null, "");
    }

    private Account? Holder(AccountToken? token) =>
        token is not null && accounts.Find(token.Account) is { } account && account.SecurityStamp == token.Stamp && account.State != AccountState.Disabled ? account : null;
}
