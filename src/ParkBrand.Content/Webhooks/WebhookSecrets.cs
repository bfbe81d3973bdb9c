using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>Makes secrets that receivers check signatures with, and encrypts them for the store.</summary>
internal sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ParkBrand.Webhooks.v1");

    /// <summary>256 bits; the prefix lets people and scanners tell what it is.</summary>
    public static string New() => "whsec_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <exception cref="StorageException">The folder of keys cannot be used.</exception>
    public string Close(string text)
    {
        try
        {
            return protector.Protect(text);
        }
        catch (Exception e) when (IsKeyless(e))
        {
            throw new StorageException("The keys that secrets of webhooks are encrypted with cannot be used.", e);
        }
    }

    /// <summary>Null when the key it was encrypted with is lost.</summary>
    public string? Open(string? closed)
    {
        try
        {
            return closed is null ? null : protector.Unprotect(closed);
        }
        catch (Exception e) when (IsKeyless(e))
        {
            return null;
        }
    }

    private static bool IsKeyless(Exception e) => e is CryptographicException or IOException or UnauthorizedAccessException;
}
