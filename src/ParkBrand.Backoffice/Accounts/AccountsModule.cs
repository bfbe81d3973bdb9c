using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Backoffice.Accounts.Current;
using ParkBrand.Backoffice.Accounts.Pages;
using ParkBrand.Backoffice.Accounts.Security;
using ParkBrand.Backoffice.Accounts.Users;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>Who may come in: accounts, sessions, the pages and routes of signing in, and looking after all of them.</summary>
internal static class AccountsModule
{
    /// <summary>The rules alone, for the command line.</summary>
    public static IServiceCollection AddAccountRules(this IServiceCollection services, string dataFolder)
    {
        // Whoever has the folder has both; the encryption is for copies of the database alone.
        services.AddDataProtection().SetApplicationName("ParkBrand").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddSingleton(new AccountPolicy()).AddSingleton<AccountSecrets>().AddSingleton<AccountStore>().AddSingleton<AccountRules>().AddSingleton<Tickets>();
        return services.AddSingleton<FirstAdministrator>().AddSingleton<AccountRights>().AddSingleton<InviteUser>().AddSingleton<RenewLink>().AddSingleton<SwitchUser>()
            .AddSingleton<ResetTwoFactor>().AddSingleton<SetRights>().AddSingleton<SignOutUser>();
    }

    public static IServiceCollection AddAccounts(this IServiceCollection services, string dataFolder, string? publicUrl)
    {
        var origins = new Origins(publicUrl);
        services.AddAccountRules(dataFolder).AddSingleton(origins).AddSingleton<AccountCookies>().AddSingleton<EditorSessions>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie = new FormCookie(origins);
            forms.SuppressXFrameOptionsHeader = true; // frame-ancestors says it, and more strictly
        });
        services.AddSingleton<SignIn>().AddSingleton<SignInPace>().AddSingleton<SecondFactor>().AddSingleton<Authorize>().AddSingleton<Token>();
        return services.AddSingleton<AccountPage>().AddSingleton<AfterSignIn>().AddSingleton<LoginPage>().AddSingleton<CodePage>().AddSingleton<WelcomePage>().AddSingleton<SecondFactorPage>();
    }

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        SecurityRoutes.Map(app);
        AccountPages.Map(app);
        CurrentRoutes.Map(app);
        UserRoutes.Map(app);
    }
}
