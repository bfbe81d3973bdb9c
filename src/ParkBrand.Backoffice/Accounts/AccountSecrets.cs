using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Makes, hashes and encrypts what must not stand in the database as it is.</summary>
internal sealed class AccountSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ParkBrand.Accounts.Totp.v1");

    public string Close(string secret) => protector.Protect(secret);

    /// <summary>Null when there is none, and when the keys it was encrypted with are lost: then nobody gets in with it, and it has to be reset.</summary>
    public string? Open(string? closed)
    {
        try
        {
            return closed is null ? null : protector.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>256 bits, fit for an address or a cookie.</summary>
    public static string NewToken() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>A token is as random as a key, so one round of SHA-256 is enough to store it by.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Recovery codes are short, so they are stretched; the account is the salt, and one computation serves all its codes.</summary>
    public static string HashOf(Account account, string code)
    {
        var plain = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(plain, account.Id.ToByteArray(), 100_000, HashAlgorithmName.SHA512, 32));
    }

    /// <summary>Twenty signs without those that look alike, for a password that is printed once.</summary>
    public static string NewPassword() => string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789", 20).Chunk(5).Select(c => new string(c)));
}
