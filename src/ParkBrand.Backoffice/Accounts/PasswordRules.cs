using Microsoft.AspNetCore.Identity;
using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Long, and not what everybody tries first. Which kinds of signs it is made of is nobody's business (NIST SP 800-63B).</summary>
internal sealed class PasswordRules(AccountPolicy policy) : IPasswordValidator<Account>
{
    public const string TooShort = "passwordTooShort", TooLong = "passwordTooLong", IsName = "passwordIsName", IsCommon = "passwordIsCommon";

    private const int FewestDifferentSigns = 5;

    private static readonly HashSet<string> Common = [.. Resource.Lines("common-passwords.txt")];
    private static readonly string[] Rows = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(Broken(user, password ?? "") is { } code
        ? IdentityResult.Failed(new IdentityError { Code = code, Description = code })
        : IdentityResult.Success);

    private string? Broken(Account account, string password)
    {
        if (password.Length < policy.ShortestPassword)
            return TooShort;
        if (password.Length > policy.LongestPassword)
            return TooLong;
        var plain = password.ToLowerInvariant();
        if (Without(plain, account.UserName).Length < FewestDifferentSigns || Without(plain, account.Name).Length < FewestDifferentSigns)
            return IsName;
        return IsWellKnown(plain) ? IsCommon : null;
    }

    private static string Without(string password, string name) => name.Length < 3 ? password : password.Replace(name, "", StringComparison.OrdinalIgnoreCase);

    private static bool IsWellKnown(string plain)
    {
        var word = string.Concat(plain.Where(char.IsAsciiLetterOrDigit));
        var stem = word.TrimEnd("0123456789".ToCharArray());
        return plain.Distinct().Count() < FewestDifferentSigns || Common.Contains(word) || Common.Contains(stem) || Rows.Any(r => word.Length > 0 && r.Contains(word, StringComparison.Ordinal));
    }
}
