using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.MediaLibrary;

namespace ParkBrand.Backoffice.Management.Media;

/// <summary>Files and folders in the shapes that the client knows.</summary>
internal static class MediaModels
{
    private sealed record NameModel(string Name, string? Culture);

    public static object TreeItem(MediaSchema schema, MediaItem item) => new
    {
        item.Id, parent = Parent(item), mediaType = MediaSchema.Reference(item.Type), variants = Names(item), item.HasChildren, isTrashed = item.Trashed,
        createDate = Models.Time(item.CreatedAt), noAccess = false, flags = Flags(schema, item),
    };

    public static object Item(MediaItem item) => new
    {
        item.Id, parent = Parent(item), mediaType = MediaSchema.Reference(item.Type), variants = Names(item), item.HasChildren, isTrashed = item.Trashed, flags = Array.Empty<object>(),
    };

    public static object BinItem(MediaItem item) => new
    {
        item.Id, parent = Parent(item), mediaType = MediaSchema.Reference(item.Type), variants = Names(item), item.HasChildren, createDate = Models.Time(item.CreatedAt),
    };

    public static object Detail(MediaSchema schema, MediaItem item) => new
    {
        item.Id, mediaType = MediaSchema.Reference(item.Type), isTrashed = item.Trashed, values = Values(schema, item), variants = Variants(item), flags = Flags(schema, item),
        urls = item.Url is { } url ? new[] { new { culture = (string?)null, url } } : [],
    };

    public static object CollectionItem(MediaSchema schema, MediaItem item, int place) => new
    {
        item.Id, mediaType = new { id = MediaSchema.IdOf(item.Type), alias = item.Type, icon = MediaSchema.Icon(item.Type), collection = MediaSchema.Reference(item.Type).Collection },
        creator = (string?)null, sortOrder = place, values = Values(schema, item), variants = Variants(item), flags = Flags(schema, item),
    };

    public static IResult Page(MediaPage page, Func<MediaItem, object> model) => Call.Json(new { total = page.Total, items = page.Items.Select(model).ToList() });

    // The client marks such a picture: it cannot go public in a language that it is not described in.
    private static object[] Flags(MediaSchema schema, MediaItem item) =>
        item.Type == MediaSchema.Image && schema.Content.Languages.Any(l => string.IsNullOrWhiteSpace(item.Alt.GetValueOrDefault(l.IsoCode))) ? [new { alias = "ParkBrand.Undescribed" }] : [];

    private static Reference? Parent(MediaItem item) => item.Parent is { } parent ? new Reference(parent) : null;

    private static NameModel[] Names(MediaItem item) => [new(item.Name, null)];

    private static object[] Variants(MediaItem item) =>
        [new { culture = (string?)null, segment = (string?)null, name = item.Name, createDate = Models.Time(item.CreatedAt), updateDate = EditStamp.Of(item.UpdatedAt, item.Version) }];

    private static List<object> Values(MediaSchema schema, MediaItem item)
    {
        if (item.IsFolder)
            return [];
        List<object> values = [Value(MediaSchema.FileAlias, File(item))];
        values.AddRange(schema.Content.Languages.Select(l => Value(MediaSchema.AltAlias(l), item.Alt.GetValueOrDefault(l.IsoCode))));
        return values;

        object Value(string alias, object? value) => new { editorAlias = MediaSchema.EditorOf(item.Type, alias), culture = (string?)null, segment = (string?)null, alias, value };
    }

    private static object File(MediaItem item) => item.Type != MediaSchema.Image ? new { src = item.Url } : new
    {
        src = item.Url,
        focalPoint = new { left = (item.Focus?.X ?? 50) / 100.0, top = (item.Focus?.Y ?? 50) / 100.0 },
        crops = JsonNode.Parse(item.Crops ?? "[]"),
    };
}
