using Microsoft.AspNetCore.Identity;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using QRCoder;

namespace ParkBrand.Backoffice.Accounts;

/// <param name="Secret">Base 32, to be typed where no camera is at hand.</param>
/// <param name="Svg">The same as a QR code.</param>
internal sealed record Proposal(string Secret, string Svg)
{
    public string Grouped => string.Join(' ', Secret.Chunk(4).Select(c => new string(c)));
}

/// <summary>Sets up and takes away the authenticator app of an account. Either ends all sessions of the account.</summary>
internal sealed class SecondFactor(AccountRules rules, StoredAccounts accounts, AccountSecrets secrets, TimeProvider clock)
{
    private const int RecoveryCodes = 10;
    private const string Issuer = "ParkBrand";

    /// <summary>A secret that counts once a code made from it was typed. Asking again shows the same one.</summary>
    public async Task<Proposal> Propose(Account account, CancellationToken cancel)
    {
        var secret = secrets.Open(account.TotpPending);
        if (secret is null)
        {
            account.TotpPending = secrets.Close(secret = TotpCodes.NewSecret());
            await accounts.Save(account, cancel: cancel);
        }

        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.UserName)}?secret={secret}&issuer={Issuer}", QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new Proposal(secret, code.GetGraphic(4, "#16222B", "#FFFFFF", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }

    /// <returns>Recovery codes, shown this once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> Enable(Account account, string code, CancellationToken cancel)
    {
        if (account.TotpPending is null || new TotpCodes(secrets, clock).StepOf(account.TotpPending, code, account.TotpStep) is not { } step)
            return null;
        (account.TotpSecret, account.TotpPending, account.TotpStep) = (account.TotpPending, null, step);
        AccountRules.Restamp(account);
        // Writes the account with all of the above.
        var codes = await rules.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        if (codes is null)
            return null;
        await accounts.Note(account.Id, new AccountTrail(account.Name, "two-factor-on"), cancel);
        return [.. codes];
    }

    /// <summary>Taken away by the person, who still has it.</summary>
    public async Task<bool> Disable(Account account, string code, CancellationToken cancel)
    {
        if (!await rules.VerifyTwoFactorTokenAsync(account, AccountRules.Totp, code))
            return false;
        Clear(account);
        return await accounts.Save(account, new AccountTrail(account.Name, "two-factor-off"), cancel) == AccountOutcome.Saved;
    }

    /// <summary>Whether a group of the account demands a second factor that it does not have. Until it has, nothing else works.</summary>
    public static bool IsMissing(ContentSchema schema, Account account) => account.TotpSecret is null && IsDemanded(schema, account);

    public static bool IsDemanded(ContentSchema schema, Account account) => account.Groups.Any(g => schema.UserGroups.GetValueOrDefault(g) is { TwoFactor: true });

    public static void Clear(Account account)
    {
        (account.TotpSecret, account.TotpPending, account.RecoveryCodes) = (null, null, []);
        AccountRules.Restamp(account);
    }
}
