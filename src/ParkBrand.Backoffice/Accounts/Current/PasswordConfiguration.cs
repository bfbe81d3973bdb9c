using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>What the client must know of the rules of passwords, and what of accounts it offers.</summary>
internal static class PasswordConfiguration
{
    private sealed record Rules(int MinimumPasswordLength, bool RequireNonLetterOrDigit, bool RequireDigit, bool RequireLowercase, bool RequireUppercase);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/security/configuration", (AccountPolicy policy) => Results.Json(new { PasswordConfiguration = Of(policy) }));
        api.MapGet("/user/current/configuration", (AccountPolicy policy) =>
            Results.Json(new { KeepUserLoggedIn = false, PasswordConfiguration = Of(policy), AllowChangePassword = true, AllowTwoFactor = true }));
        api.MapGet("/user/configuration", (AccountPolicy policy) =>
            Results.Json(new { CanInviteUsers = false, UsernameIsEmail = false, PasswordConfiguration = Of(policy), AllowChangePassword = true, AllowTwoFactor = true }));
        // Nobody signs in by way of another provider.
        api.MapGet("/user/current/login-providers", () => Results.Json(Array.Empty<string>()));
    }

    private static Rules Of(AccountPolicy policy) => new(policy.ShortestPassword, false, false, false, false);
}
