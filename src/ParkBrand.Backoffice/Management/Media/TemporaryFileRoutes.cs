using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Uploading a file before it is saved. What it is, is looked at when it is saved.</summary>
internal static class TemporaryFileRoutes
{
    private const long FormOverhead = 64 * 1024;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("temporary-file", Post);
        api.MapGet("temporary-file/{id:guid}", (Guid id, HttpContext http, TemporaryFiles files) => files.Find(Owner(http), id) is { } file
            ? Call.Json(new { id, fileName = file.Name, availableUntil = Models.Time(file.Until) })
            : Answer.NotFound(http));
        api.MapDelete("temporary-file/{id:guid}", (Guid id, HttpContext http, TemporaryFiles files) => files.Delete(Owner(http), id) ? Results.Ok() : Answer.NotFound(http));
    }

    public static Guid Owner(HttpContext http) => Editor.Of(http)!.Id;

    private static async Task<IResult> Post(HttpContext http, TemporaryFiles files, ContentSchema schema)
    {
        var most = schema.MediaTypes.Max(t => t.MaxBytes);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most + FormOverhead;
        if (!http.Request.HasFormContentType)
            return Refused(http, StatusCodes.Status415UnsupportedMediaType, "a form with a file is expected");
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most + FormOverhead, ValueCountLimit = 4, KeyLengthLimit = 64 }, http.RequestAborted);
            if (!Guid.TryParse(form["Id"], out var id) || form.Files is not [{ Name: "File" } file] || form.Keys.Any(k => k != "Id"))
                return Refused(http, StatusCodes.Status400BadRequest, "a form with a file is expected");
            if (schema.MediaTypeOf(file.FileName) is not { } type)
                return Refused(http, StatusCodes.Status400BadRequest, "files ending in {0} are not accepted", Path.GetExtension(file.FileName));
            if (file.Length > type.MaxBytes)
                return Refused(http, StatusCodes.Status400BadRequest, "the request is larger than {0} MB", type.MaxBytes / 1024 / 1024);
            await using var content = file.OpenReadStream();
            return await files.Keep(Owner(http), id, file.FileName, file.Length, content, http.RequestAborted)
                ? Call.Created(http, "temporary-file", id)
                : Refused(http, StatusCodes.Status400BadRequest, "too many files were uploaded and not saved; save or close what you have begun, then try again");
        }
        catch (InvalidDataException)
        {
            return Refused(http, StatusCodes.Status400BadRequest, "a form with a file is expected");
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(http, StatusCodes.Status413PayloadTooLarge, "the request is larger than {0} MB", most / 1024 / 1024);
        }
    }

    private static IResult Refused(HttpContext http, int status, string template, params object[] arguments) => Answer.Problem(http, status, Wording.Of(http).Say(template, arguments));
}
