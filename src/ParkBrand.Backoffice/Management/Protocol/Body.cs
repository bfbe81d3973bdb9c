using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ParkBrand.Backoffice.Accounts;

namespace ParkBrand.Backoffice.Management.Protocol;

/// <summary>A request body that could not be read; the group's filter answers with the problem before the operation runs.</summary>
internal interface IRefusedBody
{
    IResult? Problem { get; }
}

/// <summary>
/// A request body, read strictly: a member that the operation does not know or that is missing is an error which names it.
/// A misspelt member must never be a request that succeeds and does something else.
/// </summary>
internal sealed partial record Body<T>(T? Read, IResult? Problem) : IRefusedBody where T : class
{
    public T Value => Read!;

    public static async ValueTask<Body<T>> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        // Nothing is read from somebody who is not signed in; the group's filter refuses such a request.
        if (Editor.Of(http) is null)
            return new Body<T>(null, null);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ManagementApi.MaxBodyBytes;
        if (!http.Request.HasJsonContentType())
            return Refused(StatusCodes.Status415UnsupportedMediaType, "a body of JSON is expected");
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, ManagementJson.Strict, http.RequestAborted);
            return value is null ? Refused(StatusCodes.Status400BadRequest, "a body of JSON is expected") : new Body<T>(value, null);
        }
        catch (JsonException e)
        {
            return Refused(StatusCodes.Status400BadRequest, "the request does not keep to the interface at {0}", Place(e));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge, "the request is larger than {0} MB", ManagementApi.MaxBodyBytes / 1024 / 1024);
        }

        Body<T> Refused(int status, string template, params object[] arguments) =>
            new(null, Answer.Problem(http, status, Wording.Of(http).Say(template, arguments)));
    }

    /// <summary>Where in the body the mistake is; for missing members the JSON reader gives the names only in words.</summary>
    private static string Place(JsonException e)
    {
        var missing = e.Message.Contains("missing required", StringComparison.Ordinal)
            ? string.Join(", ", Quoted().Matches(e.Message[e.Message.IndexOf("including", StringComparison.Ordinal)..]).Select(m => m.Groups[1].Value))
            : Unmapped().Match(e.Message) is { Success: true } unknown && e.Path?.EndsWith(unknown.Groups[1].Value, StringComparison.Ordinal) != true ? unknown.Groups[1].Value : "";
        var path = string.IsNullOrEmpty(e.Path) ? "$" : e.Path;
        return missing.Length == 0 ? path : $"{path}.{missing}";
    }

    [GeneratedRegex("['\"]([^'\"]+)['\"]")]
    private static partial Regex Quoted();

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();
}

internal static class ManagementJson
{
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        // Answers are JSON and nothing else, so Chinese may stand in them as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };
}
