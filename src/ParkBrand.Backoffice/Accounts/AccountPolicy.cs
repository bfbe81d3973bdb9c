namespace ParkBrand.Backoffice.Accounts;

/// <summary>The numbers of the accounts, in one place.</summary>
internal sealed record AccountPolicy
{
    /// <summary>NIST SP 800-63B: length over composition. The upper bound is what one request may cost in hashing.</summary>
    public int ShortestPassword { get; init; } = 12;

    public int LongestPassword { get; init; } = 128;

    /// <summary>PBKDF2-HMAC-SHA512; OWASP's figure. Hashes with fewer are made anew at the next sign-in.</summary>
    public int HashIterations { get; init; } = 210_000;

    public int FailuresUntilLocked { get; init; } = 5;
    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A session ends when it was not used for so long, and after <see cref="Longest"/> in any case.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromHours(8);

    public TimeSpan Longest { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A use is written down at most this often, so that reading costs no write.</summary>
    public TimeSpan TouchEvery { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan CodeLife { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For the page that asks for the second factor, and for setting one up.</summary>
    public TimeSpan StepLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From the last step to the authorization code, while the editing interface loads.</summary>
    public TimeSpan SignedInLife { get; init; } = TimeSpan.FromMinutes(2);

    public TimeSpan InvitationLife { get; init; } = TimeSpan.FromHours(72);

    /// <summary>No answer to a password comes sooner, so that time tells nothing of what was looked up.</summary>
    public TimeSpan SoonestAnswer { get; init; } = TimeSpan.FromMilliseconds(250);

    public int TriesPerMinuteAndAddress { get; init; } = 60;
    public int TriesPerMinuteAndName { get; init; } = 10;
}
