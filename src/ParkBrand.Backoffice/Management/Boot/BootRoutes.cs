using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Client;

namespace ParkBrand.Backoffice.Management.Boot;

/// <summary>What the client asks while it starts. None of it tells anything of the content.</summary>
internal static class BootRoutes
{
    /// <summary>Asked before anybody is signed in.</summary>
    public static void MapOpen(IEndpointRouteBuilder api, ClientBundle? client)
    {
        ServerStatus.Map(api);
        ServerConfiguration.Map(api);
        PublicManifest.Map(api, client);
        Graphics.Map(api, client);
    }

    public static void MapSignedIn(IEndpointRouteBuilder api)
    {
        ServerInformation.Map(api);
        PrivateManifest.Map(api);
        ListLanguages.Map(api);
        LanguageItems.Map(api);
        DefaultLanguage.Map(api);
        ListCultures.Map(api);
        ListSegments.Map(api);
        TemporaryFileConfiguration.Map(api);
    }
}
