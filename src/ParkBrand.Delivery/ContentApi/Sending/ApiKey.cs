using System.Security.Cryptography;
using System.Text;

namespace ParkBrand.Delivery.ContentApi.Sending;

/// <summary>Who asks. What is kept for one class is never given to another.</summary>
internal enum Credential
{
    Public,
    Keyed,

    /// <summary>A key was given that is not ours, or a draft was asked for without one.</summary>
    Refused,
}

/// <summary>The one key for reading drafts, as configured; without one nobody has it.</summary>
internal sealed class ApiKey(string? configured)
{
    private readonly byte[]? hash = string.IsNullOrEmpty(configured) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(configured));

    public Credential Check(string? given, bool preview)
    {
        if (string.IsNullOrEmpty(given))
            return preview ? Credential.Refused : Credential.Public;
        // Hashes have one length, and are compared in a time that does not tell how much of them is right.
        return hash is not null && CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(Encoding.UTF8.GetBytes(given))) ? Credential.Keyed : Credential.Refused;
    }
}
