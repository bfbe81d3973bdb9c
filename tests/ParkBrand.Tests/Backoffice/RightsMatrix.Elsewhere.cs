using ParkBrand.Tests.Accounts;

namespace ParkBrand.Tests.Backoffice;

internal static partial class RightsMatrix
{
    /// <summary>Routes that ask about no document, and the tests that say who gets what there.</summary>
    public static IReadOnlyDictionary<string, Type> Elsewhere { get; } = new Dictionary<string, Type>(Media.Select(r => KeyValuePair.Create(r, typeof(MediaFlowTests))))
    {
        ["DELETE recycle-bin/document"] = typeof(ForeignTests),
        ["GET server/status"] = typeof(BootTests),
        ["GET server/configuration"] = typeof(BootTests),
        ["GET manifest/manifest/public"] = typeof(BootTests),
        ["GET security/back-office/graphics/{name}"] = typeof(BootTests),
        ["GET security/back-office/authorize"] = typeof(AuthorizationCodeTests),
        ["POST security/back-office/token"] = typeof(AuthorizationCodeTests),
        ["POST security/back-office/revoke"] = typeof(SessionTests),
        ["GET security/back-office/signout"] = typeof(SessionTests),
        ["GET security/configuration"] = typeof(CurrentUserTests),
        ["GET user/configuration"] = typeof(CurrentUserTests),
        ["GET user/current"] = typeof(CurrentUserTests),
        ["GET user/current/configuration"] = typeof(CurrentUserTests),
        ["GET user/current/login-providers"] = typeof(CurrentUserTests),
        ["GET user/current/permissions"] = typeof(CurrentUserTests),
        ["GET user/current/permissions/media"] = typeof(CurrentUserTests),
        ["PUT user/current/profile"] = typeof(CurrentUserTests),
        ["POST user/current/change-password"] = typeof(CurrentUserTests),
        ["GET user/current/2fa"] = typeof(TwoFactorTests),
        ["GET user/current/2fa/{provider}"] = typeof(TwoFactorTests),
        ["POST user/current/2fa/{provider}"] = typeof(TwoFactorTests),
        ["DELETE user/current/2fa/{provider}"] = typeof(TwoFactorTests),
        ["GET item/user"] = typeof(CurrentUserTests),
        ["GET item/user-group"] = typeof(CurrentUserTests),
        ["GET parkbrand/questions"] = typeof(QuestionTaskTests),
        ["POST parkbrand/questions/{id:guid}/done"] = typeof(QuestionTaskTests),
        ["POST parkbrand/questions/{id:guid}/reopen"] = typeof(QuestionTaskTests),
        ["GET webhook"] = typeof(WebhookRouteTests),
        ["POST webhook"] = typeof(WebhookRouteTests),
        ["GET webhook/events"] = typeof(WebhookRouteTests),
        ["GET webhook/logs"] = typeof(WebhookRouteTests),
        ["GET webhook/{id:guid}"] = typeof(WebhookRouteTests),
        ["PUT webhook/{id:guid}"] = typeof(WebhookRouteTests),
        ["DELETE webhook/{id:guid}"] = typeof(WebhookRouteTests),
        ["GET webhook/{id:guid}/logs"] = typeof(WebhookRouteTests),
        ["GET item/webhook"] = typeof(WebhookRouteTests),
        ["GET parkbrand/webhook/{id:guid}"] = typeof(WebhookRouteTests),
        ["GET parkbrand/webhook/{id:guid}/deliveries"] = typeof(WebhookRouteTests),
        ["POST parkbrand/webhook/{id:guid}/secret"] = typeof(WebhookRouteTests),
        ["POST parkbrand/webhook/{id:guid}/resume"] = typeof(WebhookRouteTests),
        ["POST parkbrand/webhook/{id:guid}/deliveries/{delivery:guid}/replay"] = typeof(WebhookRouteTests),
        ["GET parkbrand/users"] = typeof(UserTests),
        ["POST parkbrand/users"] = typeof(UserTests),
        ["GET parkbrand/users/groups"] = typeof(UserTests),
        ["GET parkbrand/users/{id:guid}"] = typeof(UserTests),
        ["POST parkbrand/users/{id:guid}/link"] = typeof(UserTests),
        ["POST parkbrand/users/{id:guid}/disable"] = typeof(UserTests),
        ["POST parkbrand/users/{id:guid}/enable"] = typeof(UserTests),
        ["POST parkbrand/users/{id:guid}/two-factor-reset"] = typeof(UserTests),
        ["POST parkbrand/users/{id:guid}/sign-out"] = typeof(UserTests),
        ["PUT parkbrand/users/{id:guid}/rights"] = typeof(UserTests),
    };

    private static IEnumerable<Row> Boot()
    {
        yield return Get("server/information", Need.SignedIn, (_, _) => "server/information");
        yield return Get("manifest/manifest/private", Need.SignedIn, (_, _) => "manifest/manifest/private");
        yield return Get("language", Need.SignedIn, (_, _) => "language");
        yield return Get("item/language", Need.SignedIn, (_, _) => "item/language?isoCode=zh-CN");
        yield return Get("item/language/default", Need.SignedIn, (_, _) => "item/language/default");
        yield return Get("culture", Need.SignedIn, (_, _) => "culture");
        yield return Get("segment", Need.SignedIn, (_, _) => "segment");
        yield return Get("temporary-file/configuration", Need.SignedIn, (_, _) => "temporary-file/configuration");
    }

    // Files stand below folders of their own; who reaches which is told with the flows of media.
    private static string[] Media =>
    [
        "GET tree/media/root", "GET tree/media/children", "GET tree/media/ancestors", "GET tree/media/siblings",
        "GET item/media", "GET item/media/ancestors", "GET item/media/search", "GET collection/media", "GET media/{id:guid}", "GET media/configuration",
        "GET media-type/{id:guid}", "GET media-type/batch", "GET media-type/configuration", "GET media-type/allowed-at-root", "GET media-type/{id:guid}/allowed-children",
        "GET media-type/{id:guid}/allowed-parents", "GET item/media-type", "GET item/media-type/allowed", "GET item/media-type/folders", "GET item/media-type/ancestors",
        "GET item/media-type/search", "GET tree/media-type/root", "GET tree/media-type/ancestors",
        "GET media/{id:guid}/referenced-by", "GET media/{id:guid}/referenced-descendants", "GET media/are-referenced", "GET media/{id:guid}/audit-log", "GET media/urls", "GET imaging/resize/urls",
        "POST media", "PUT media/{id:guid}", "POST media/validate", "PUT media/{id:guid}/validate", "PUT media/{id:guid}/move", "PUT media/sort", "PUT media/{id:guid}/move-to-recycle-bin", "DELETE media/{id:guid}",
        "GET recycle-bin/media/root", "GET recycle-bin/media/children", "GET recycle-bin/media/referenced-by", "GET recycle-bin/media/{id:guid}/original-parent",
        "PUT recycle-bin/media/{id:guid}/restore", "DELETE recycle-bin/media/{id:guid}", "DELETE recycle-bin/media",
        "POST temporary-file", "GET temporary-file/{id:guid}", "DELETE temporary-file/{id:guid}",
    ];
}
