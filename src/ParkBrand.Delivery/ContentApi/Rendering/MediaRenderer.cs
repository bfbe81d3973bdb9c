using System.Globalization;
using System.Text.Json;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi.Rendering;

/// <summary>Writes media items: address, size, what stays in view when they are cut, and, where they are expanded, their description.</summary>
internal static class MediaRenderer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static DeliveredMedia Picked(PublicView view, PublishedMedia media, PropertyTree? fields, bool expanded) =>
        new(Inner(view, media, fields, expanded), Focus(media), Crops(media));

    public static DeliveredLibraryItem Item(PublicView view, PublishedMedia media, PropertyTree fields) =>
        new(Inner(view, media, fields, expanded: true), Focus(media), Crops(media), PathOf(media), media.CreatedAt.UtcDateTime, media.UpdatedAt.UtcDateTime);

    public static string PathOf(PublishedMedia media) => $"/{media.LibraryPath.ToLowerInvariant()}/";

    private static ApiMedia Inner(PublicView view, PublishedMedia media, PropertyTree? fields, bool expanded) => new(
        media.Id, media.Name, TypeOf(view.Schema, media), media.Url, Path.GetExtension(media.Name).TrimStart('.').ToLowerInvariant(), media.Width, media.Height, media.Bytes,
        expanded && (fields is null || fields.IsEmpty || fields.Of("alt") is not null) ? new Dictionary<string, object?> { ["alt"] = media.Alt[view.Culture] } : new Dictionary<string, object?>());

    public static string TypeOf(ContentSchema schema, PublishedMedia media) => schema.MediaTypeOf(media.Name)?.Alias ?? "file";

    private static ImageFocalPoint? Focus(PublishedMedia media)
    {
        if (media.Focus?.Split('-') is not [var x, var y])
            return null;
        return new ImageFocalPoint(decimal.Parse(x, CultureInfo.InvariantCulture) / 100, decimal.Parse(y, CultureInfo.InvariantCulture) / 100);
    }

    /// <summary>Crops come as the editor's client wrote them; one that is not whole is none.</summary>
    private static List<ImageCrop>? Crops(PublishedMedia media)
    {
        if (media.Crops is null)
            return null;
        try
        {
            return JsonSerializer.Deserialize<List<StoredCrop>>(media.Crops, Json)?.Where(c => c.Alias is not null)
                .Select(c => new ImageCrop(c.Alias!, c.Width, c.Height, c.Coordinates is { } at ? new ImageCropCoordinates(at.X1, at.Y1, at.X2, at.Y2) : null)).ToList();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record StoredCrop(string? Alias, int Width, int Height, StoredCorners? Coordinates);

    private sealed record StoredCorners(decimal X1, decimal Y1, decimal X2, decimal Y2);
}
