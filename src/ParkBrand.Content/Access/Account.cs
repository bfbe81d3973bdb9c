namespace ParkBrand.Content.Access;

public enum AccountState
{
    /// <summary>Has a link to choose a password with, and no password yet.</summary>
    Invited,
    Active,

    /// <summary>Cannot sign in. Accounts are never deleted: their names stand in versions and trails.</summary>
    Disabled,
}

/// <summary>A person who may sign in, as stored. Changes count when they are given to <see cref="StoredAccounts.Save"/>.</summary>
public sealed class Account
{
    public required Guid Id { get; init; }

    /// <summary>What the person types to sign in; unique without regard to case.</summary>
    public required string UserName { get; set; }

    public string NormalizedName { get; set; } = "";

    /// <summary>As shown to others and written into versions and trails.</summary>
    public required string Name { get; set; }

    public string? Email { get; set; }

    /// <summary>Of the editing interface, a BCP 47 code.</summary>
    public string Language { get; set; } = "zh-CN";

    public AccountState State { get; set; }

    /// <summary>Aliases of user groups. One that the schema no longer has gives no right.</summary>
    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>The document that groups with <see cref="Schema.UserGroup.OwnStartNode"/> reach, with all below it.</summary>
    public Guid? StartNode { get; set; }

    public Guid? MediaStartNode { get; set; }

    /// <summary>As ASP.NET Core Identity's hasher writes it; null before a password was chosen.</summary>
    public string? PasswordHash { get; set; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>A session and a token hold only as long as this is what it was when they began.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Encrypted by the module that signs people in; null while there is no second factor.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>A secret that was shown and waits for its first code, encrypted.</summary>
    public string? TotpPending { get; set; }

    /// <summary>RFC 6238 time step of the last code that was taken.</summary>
    public long TotpStep { get; set; }

    /// <summary>Hashes of the codes that are left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];

    /// <summary>Failed attempts in a row.</summary>
    public int Failed { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }
    public DateTimeOffset CreatedAt { get; internal set; }
    public DateTimeOffset UpdatedAt { get; internal set; }
    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>Counts the writes, so that two who change the same account do not overwrite each other. 0 before the first.</summary>
    public int Version { get; internal set; }
}
