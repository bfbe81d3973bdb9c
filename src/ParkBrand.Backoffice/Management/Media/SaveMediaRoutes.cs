using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Creating and changing files and folders, and asking beforehand whether that would do.</summary>
internal static class SaveMediaRoutes
{
    // Files are looked at in memory: so many of the largest at once, not more.
    private static readonly SemaphoreSlim Reading = new(2, 2);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("media", Create);
        api.MapPut("media/{id:guid}", Update);
        api.MapPost("media/validate", (Body<CreateMediaRequest> body, HttpContext http, MediaSchema schema, ReadMedia media) => ValidateNew(body.Value, http, schema, media));
        api.MapPut("media/{id:guid}/validate", (Guid id, Body<UpdateMediaRequest> body, HttpContext http, MediaSchema schema, SaveMedia save) =>
            With(http, MediaForm.Read(schema, body.Value.Values, body.Value.Variants), async form => (await save.Validate(http.Actor(), Command(id, form), http.RequestAborted))
                .To(http, _ => Results.Ok(), refused => MediaForm.Errors(http, schema, refused.Problems))));
    }

    private static Task<IResult> Create(Body<CreateMediaRequest> body, HttpContext http, MediaSchema schema, TemporaryFiles files, UploadMedia upload, CreateMediaFolder folder) =>
        With(http, MediaForm.Read(schema, body.Value.Values, body.Value.Variants), async form =>
        {
            var request = body.Value;
            if (schema.Alias(request.MediaType.Id) is not { } type)
                return Wrong(http, "$.mediaType.id");
            if (type == MediaItem.FolderType)
                return Made(http, schema, await folder.Execute(http.Actor(), new(request.Parent?.Id, form.Name, request.Id), http.RequestAborted));
            if (form.TemporaryFile is not { } temporary)
                return NoFile(http);
            return await WithFile(http, files, temporary, async (name, bytes) => Made(http, schema,
                await upload.Execute(http.Actor(), new(request.Parent?.Id, form.Name, name, bytes, form.Alt, request.Id, type), http.RequestAborted)));
        });

    private static Task<IResult> Update(Guid id, Body<UpdateMediaRequest> body, HttpContext http, MediaSchema schema, TemporaryFiles files, SaveMedia save) =>
        With(http, MediaForm.Read(schema, body.Value.Values, body.Value.Variants), async form =>
        {
            if (form.BasedOn is null)
                return Wrong(http, "$.variants[*].updateDate");
            async Task<IResult> Save(SaveMedia.NewFile? file) => (await save.Execute(http.Actor(), Command(id, form) with { File = file }, http.RequestAborted))
                .To(http, _ => Results.Ok(), refused => MediaForm.Errors(http, schema, refused.Problems));
            return form.TemporaryFile is { } temporary ? await WithFile(http, files, temporary, (name, bytes) => Save(new(name, bytes))) : await Save(null);
        });

    private static SaveMedia.Command Command(Guid id, MediaForm form) => new(id, form.Name, form.Alt, form.Focus, form.Crops, null, form.BasedOn);

    private static Task<IResult> ValidateNew(CreateMediaRequest request, HttpContext http, MediaSchema schema, ReadMedia media) =>
        With(http, MediaForm.Read(schema, request.Values, request.Variants), form => Task.FromResult(
            schema.Alias(request.MediaType.Id) is not { } type ? Wrong(http, "$.mediaType.id")
            : media.CheckNew(http.Actor(), request.Parent?.Id, form.Name, form.Alt, needsAlt: type == MediaSchema.Image) is { IsOk: false } refused
                ? refused.To(http, _ => Results.Ok(), r => MediaForm.Errors(http, schema, r.Problems))
            : type != MediaItem.FolderType && form.TemporaryFile is null ? NoFile(http) : Results.Ok()));

    private static async Task<IResult> With(HttpContext http, MediaForm form, Func<MediaForm, Task<IResult>> run) =>
        form.Problem is { } path ? Wrong(http, path) : await run(form);

    private static async Task<IResult> WithFile(HttpContext http, TemporaryFiles files, Guid temporary, Func<string, byte[], Task<IResult>> run)
    {
        var owner = TemporaryFileRoutes.Owner(http);
        if (files.Find(owner, temporary) is not { } file)
            return NoFile(http);
        await Reading.WaitAsync(http.RequestAborted);
        try
        {
            if (await files.Read(owner, temporary, http.RequestAborted) is not { } bytes)
                return NoFile(http);
            var result = await run(file.Name, bytes);
            if (result is IStatusCodeHttpResult { StatusCode: < 300 })
                files.Delete(owner, temporary);
            return result;
        }
        finally
        {
            Reading.Release();
        }
    }

    private static IResult Made(HttpContext http, MediaSchema schema, Outcome<Guid> outcome) =>
        outcome.To(http, id => Call.Created(http, "media", id), refused => MediaForm.Errors(http, schema, refused.Problems));

    private static IResult NoFile(HttpContext http)
    {
        var said = Wording.Of(http).Say("the uploaded file is no longer there; choose it again");
        return Answer.Problem(http, StatusCodes.Status400BadRequest, said, new() { ["$." + Values.Places.Value(MediaSchema.FileAlias, null)] = [said] });
    }

    private static IResult Wrong(HttpContext http, string path) =>
        Answer.Problem(http, StatusCodes.Status400BadRequest, Wording.Of(http).Say("the request does not keep to the interface at {0}", path));
}
