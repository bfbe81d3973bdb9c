using Microsoft.AspNetCore.Identity;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

internal enum SignInStatus
{
    /// <summary>Wrong, whatever is wrong: an unknown name, a password, an account that may not sign in.</summary>
    Refused,

    /// <summary>Too many failures under this name, whether or not somebody has it.</summary>
    Locked,
    NeedsCode,
    Done,
}

internal sealed record SignInAnswer(SignInStatus Status, Account? Account = null);

/// <summary>Checks a password, and a code after it. For a name that nobody has it does the same work, counts and locks the same.</summary>
internal sealed class SignIn(AccountRules rules, StoredAccounts accounts, UnknownNames unknown, AccountPolicy policy, TimeProvider clock)
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];
    private readonly Lazy<string> nobodysHash = new(() => rules.PasswordHasher.HashPassword(null!, AccountSecrets.NewToken()));

    public Task<SignInAnswer> Password(string userName, string password, CancellationToken cancel) => OneByOne(Normalize(userName), name => Check(name, password, cancel), cancel);

    /// <param name="code">From the authenticator app, or a recovery code.</param>
    public Task<SignInAnswer> Code(Guid id, string code, CancellationToken cancel) => OneByOne(id.ToString(), async _ =>
    {
        if (accounts.Find(id) is not { State: AccountState.Active } account)
            return new SignInAnswer(SignInStatus.Refused);
        if (await rules.IsLockedOutAsync(account))
            return new SignInAnswer(SignInStatus.Locked);
        var right = code.Length <= 40 && (await rules.VerifyTwoFactorTokenAsync(account, AccountRules.Totp, code)
            || (code.Count(char.IsAsciiLetterOrDigit) > 6 && (await rules.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded));
        return right ? await Done(account, "two-factor", cancel) : await Failed(account, cancel);
    }, cancel);

    private async Task<SignInAnswer> Check(string name, string password, CancellationToken cancel)
    {
        // Beyond the longest password there is nothing to compare; hashing it would only cost.
        password = password.Length > policy.LongestPassword ? "" : password;
        if (accounts.FindByName(name) is not { State: AccountState.Active, PasswordHash: not null } account)
            return await Nobody(AccountSecrets.HashOf(name), password, cancel);
        var right = await rules.CheckPasswordAsync(account, password);
        if (await rules.IsLockedOutAsync(account))
            return new SignInAnswer(SignInStatus.Locked);
        if (!right)
            return await Failed(account, cancel);
        return account.TotpSecret is null ? await Done(account, "password", cancel) : new SignInAnswer(SignInStatus.NeedsCode, account);
    }

    private async Task<SignInAnswer> Nobody(string nameHash, string password, CancellationToken cancel)
    {
        rules.PasswordHasher.VerifyHashedPassword(null!, nobodysHash.Value, password);
        if (unknown.IsLocked(nameHash))
            return new SignInAnswer(SignInStatus.Locked);
        await unknown.Fail(nameHash, policy.FailuresUntilLocked, policy.Lockout, cancel);
        return new SignInAnswer(SignInStatus.Refused);
    }

    private async Task<SignInAnswer> Failed(Account account, CancellationToken cancel)
    {
        await rules.AccessFailedAsync(account);
        if (await rules.IsLockedOutAsync(account))
            await accounts.Note(account.Id, new AccountTrail(account.Name, "locked"), cancel);
        return new SignInAnswer(SignInStatus.Refused);
    }

    private async Task<SignInAnswer> Done(Account account, string how, CancellationToken cancel)
    {
        (account.Failed, account.LockedUntil, account.LastSignedInAt) = (0, null, clock.GetUtcNow());
        return await accounts.Save(account, new AccountTrail(account.Name, "sign-in", how), cancel) == AccountOutcome.Saved
            ? new SignInAnswer(SignInStatus.Done, account)
            : new SignInAnswer(SignInStatus.Refused);
    }

    private string Normalize(string userName) => rules.NormalizeName(userName.Length > 200 ? userName[..200] : userName) ?? "";

    /// <summary>Tries under one name wait for each other: sent all at once they would otherwise count as one failure.</summary>
    private async Task<SignInAnswer> OneByOne(string key, Func<string, Task<SignInAnswer>> check, CancellationToken cancel)
    {
        var turn = turns[(uint)StringComparer.Ordinal.GetHashCode(key) % turns.Length];
        await turn.WaitAsync(cancel);
        try
        {
            return await check(key);
        }
        finally
        {
            turn.Release();
        }
    }
}
