using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts.Pages;

/// <summary>What every page around signing in has in common: frame, words, antiforgery. None of them needs a script.</summary>
internal sealed class AccountPage(IAntiforgery antiforgery)
{
    public static AccountTexts Texts(HttpContext http) => AccountTexts.In(http.Request.HasFormContentType ? http.Request.Form["lang"] : http.Request.Query["lang"]);

    /// <summary>False for a form that was not made by this site for this browser, or that is too old.</summary>
    public Task<bool> IsOurForm(HttpContext http) => http.Request.HasFormContentType ? antiforgery.IsRequestValidAsync(http) : Task.FromResult(false);

    /// <summary>A form that posts to <paramref name="action"/> with what every form needs.</summary>
    public Html Form(HttpContext http, string action, Html fields) => Html.Of($"""
        <form method="post" action="{action}"><input type="hidden" name="__RequestVerificationToken" value="{antiforgery.GetAndStoreTokens(http).RequestToken}"><input type="hidden" name="lang" value="{Texts(http).Language}">{fields}</form>
        """);

    public static Html Alert(string? text) => text is null ? Html.None : Html.Of($"""<p class="alert" role="alert">{text}</p>""");

    /// <param name="other">Address of the same page in the other language; null where it cannot be asked for again.</param>
    public static IResult Show(HttpContext http, string title, Html body, int status = StatusCodes.Status200OK, string? other = null)
    {
        var texts = Texts(http);
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        // Links of invitations hold a token. "no-referrer" would also take the origin off our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex";
        var switcher = other is null ? Html.None : Html.Of($"""<a class="switch" href="{other}" lang="{texts.Other}" hreflang="{texts.Other}">{texts["otherLanguage"]}</a>""");
        return Results.Text(Html.Of($"""
            <!doctype html>
            <html lang="{texts.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} – {texts["brand"]}</title>
            <link rel="stylesheet" href="{AccountPages.Styles}"><link rel="icon" href="{AccountPages.Mark}" type="image/svg+xml"></head>
            <body><header><img src="{AccountPages.Mark}" width="40" height="40" alt=""><span class="brand">{texts["brand"]}</span>{switcher}</header><main><h1>{title}</h1>{body}</main><footer>{texts["footer"]}</footer></body></html>
            """).Text, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    /// <summary>Without a form: what would make one may be what failed.</summary>
    public static IResult Unavailable(HttpContext http)
    {
        var texts = AccountTexts.In(http.Request.Query["lang"]);
        return Show(http, texts["unavailableTitle"], Html.Of($"""<p role="alert">{texts["unavailable"]}</p>"""), StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Where the person wanted to go before signing in; always a path of ours.</summary>
    public static string ReturnPath(HttpContext http) => Origins.SafeReturn(http.Request.HasFormContentType ? http.Request.Form["returnPath"] : http.Request.Query["returnPath"]);

    public static string With(string path, params (string Name, string? Value)[] query) =>
        path + QueryString.Create(query.Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value))).ToUriComponent();
}
