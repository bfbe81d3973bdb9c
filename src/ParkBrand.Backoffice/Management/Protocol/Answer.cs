using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;

namespace ParkBrand.Backoffice.Management.Protocol;

/// <summary>The one place where the outcome of a use case becomes a status.</summary>
internal static class Answer
{
    public static IResult To<T>(this Outcome<T> outcome, HttpContext http, Func<T, IResult> ok, Func<Outcome<T>, Dictionary<string, string[]>>? places = null) => outcome.Status switch
    {
        OutcomeStatus.Ok => ok(outcome.Value!),
        OutcomeStatus.NotFound => NotFound(http),
        OutcomeStatus.Forbidden => Forbidden(http),
        OutcomeStatus.Conflict => Problem(http, StatusCodes.Status409Conflict, Said(http, outcome)),
        OutcomeStatus.Unavailable => Unavailable(http, outcome.Message!),
        _ => Problem(http, StatusCodes.Status400BadRequest, Said(http, outcome), places?.Invoke(outcome)),
    };

    public static IResult Forbidden(HttpContext http) => Problem(http, StatusCodes.Status403Forbidden, Wording.Of(http).Say("this needs a right that you do not have"));

    public static IResult NotFound(HttpContext http) => Problem(http, StatusCodes.Status404NotFound, Wording.Of(http).Say("there is no such document"));

    public static IResult Unavailable(HttpContext http, string reason)
    {
        // The reason is for who runs the site: it may name folders.
        http.RequestServices.GetRequiredService<ILogger<StorageException>>().LogWarning("An editor's request could not be served: {Reason}", reason);
        return Problem(http, StatusCodes.Status503ServiceUnavailable, Wording.Of(http).Say("the store cannot be used at the moment; nothing was changed, try again"));
    }

    /// <param name="errors">JSON path in the request → what is wrong there; the client puts it beside the field.</param>
    public static IResult Problem(HttpContext http, int status, string detail, Dictionary<string, string[]>? errors = null)
    {
        var extensions = new Dictionary<string, object?>();
        if (errors is { Count: > 0 })
            extensions["errors"] = errors;
        return Results.Problem(detail, statusCode: status, type: "Error", title: Wording.Of(http).Say("status:" + status.ToString(CultureInfo.InvariantCulture)), extensions: extensions);
    }

    private static string Said<T>(HttpContext http, Outcome<T> outcome)
    {
        var wording = Wording.Of(http);
        return outcome.Sentence is { } sentence ? wording.Say(sentence)
            : outcome.Problems.Count > 0 ? string.Join('\n', outcome.Problems.Select(p => wording.Say(p.Sentence)).Distinct().Take(5))
            : outcome.Message ?? "";
    }
}
