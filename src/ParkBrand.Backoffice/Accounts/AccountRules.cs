using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>ASP.NET Core Identity over our store, by our clock.</summary>
internal sealed class AccountRules : UserManager<Account>
{
    public const string Totp = "Totp";

    private readonly AccountPolicy policy;
    private readonly TimeProvider clock;

    public AccountRules(AccountStore store, AccountPolicy policy, AccountSecrets secrets, TimeProvider clock, IServiceProvider services)
        : base(store, Microsoft.Extensions.Options.Options.Create(new IdentityOptions()), new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = policy.HashIterations })),
            [new UserValidator<Account>()], [new PasswordRules(policy)], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), services,
            (services.GetService(typeof(ILogger<UserManager<Account>>)) as ILogger<UserManager<Account>>) ?? NullLogger<UserManager<Account>>.Instance)
    {
        (this.policy, this.clock) = (policy, clock);
        RegisterTokenProvider(Totp, new TotpCodes(secrets, clock));
    }

    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.LockedUntil > clock.GetUtcNow());

    public override Task<IdentityResult> AccessFailedAsync(Account user)
    {
        if (++user.Failed >= policy.FailuresUntilLocked)
            (user.Failed, user.LockedUntil) = (0, clock.GetUtcNow() + policy.Lockout);
        return UpdateUserAsync(user);
    }

    /// <summary>Gives the account a password and ends its sessions; nothing is written yet.</summary>
    /// <returns>Key of the rule that the password breaks, null when it was set.</returns>
    public async Task<string?> Choose(Account account, string password)
    {
        var result = await UpdatePasswordHash(account, password, validatePassword: true);
        if (result.Succeeded)
            (account.PasswordChangedAt, account.Failed, account.LockedUntil) = (clock.GetUtcNow(), 0, null);
        return result.Errors.FirstOrDefault()?.Code;
    }

    /// <summary>Ends every session and every step of signing in that is under way; nothing is written yet.</summary>
    public static void Restamp(Account account) => account.SecurityStamp = AccountSecrets.NewToken();
}
