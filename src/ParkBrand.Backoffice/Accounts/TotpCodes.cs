using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>RFC 6238 as every authenticator app has it: SHA-1, 30 seconds, six digits, one step of drift either way. A code is good once.</summary>
internal sealed class TotpCodes(AccountSecrets secrets, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const int Seconds = 30, Drift = 1, Million = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.TotpSecret is not null);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => throw new NotSupportedException("The code comes from the person's own device.");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        if (StepOf(user.TotpSecret, token, user.TotpStep) is not { } step)
            return false;
        user.TotpStep = step;
        // Two requests with the same code: the second finds the account changed and fails.
        return (await manager.UpdateAsync(user)).Succeeded;
    }

    /// <returns>The time step that the code belongs to, or null when it is of none that may be used now.</returns>
    public long? StepOf(string? closedSecret, string code, long usedUpTo)
    {
        code = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        if (secrets.Open(closedSecret) is not { } secret || code.Length != 6)
            return null;
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / Seconds;
        long? found = null;
        for (var step = now - Drift; step <= now + Drift; step++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(secret, step)), Encoding.UTF8.GetBytes(code)) && step > usedUpTo)
                found = step;
        return found;
    }

    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238's default, and the only one that all authenticator apps know; HMAC does not need collision resistance
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & int.MaxValue) % Million).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>160 bits in base 32, which is what apps take when somebody types it.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Alphabet, 32);

    private static byte[] Decode(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        int bits = 0, value = 0, at = 0;
        foreach (var sign in secret)
        {
            value = (value << 5) | Alphabet.IndexOf(sign, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
                bytes[at++] = (byte)(value >> (bits -= 8));
        }

        return bytes;
    }
}
