using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi.Rendering;

/// <summary>Writes documents in Umbraco's shapes. What a property refers to is looked up in the view, so that nothing else can come along.</summary>
internal sealed class ContentRenderer(PublicView view, PropertyTree expand, PropertyTree fields)
{
    /// <summary>Expanding multiplies: each document of a page may bring others with all that they have.</summary>
    private const int MostExpanded = 2000;
    private int expanded;

    /// <summary>Whether the answer is not whole, because more was to be expanded than one answer may hold.</summary>
    public bool IsTooMuch => expanded > MostExpanded;

    public ApiContentResponse Response(Row row)
    {
        var (document, variant) = row;
        var cultures = new Dictionary<string, IApiContentRoute>();
        for (var i = 0; i < view.Schema.Languages.Count; i++)
            if (document.IsIn(i))
                cultures[view.Schema.Languages[i].IsoCode] = view.Route(document, i);
        return new ApiContentResponse(
            document.Id, variant.Name, document.Type.Alias, Instant(variant.FirstPublishedAt), Instant(variant.PublishedAt), view.Route(document), Properties(variant.Values, document.Id, fields, expand), cultures);
    }

    private ApiContent Picked(Row row, PropertyTree? include, PropertyTree? further)
    {
        var (document, variant) = row;
        var properties = further is null || ++expanded > MostExpanded ? new Dictionary<string, object?>() : Properties(variant.Values, document.Id, include, further);
        return new ApiContent(document.Id, variant.Name, document.Type.Alias, Instant(variant.FirstPublishedAt), Instant(variant.PublishedAt), view.Route(document), properties);
    }

    private Dictionary<string, object?> Properties(PublishedValues values, Guid owner, PropertyTree? include, PropertyTree? further)
    {
        var result = new Dictionary<string, object?>(values.Holder.Properties.Count);
        foreach (var property in values.Holder.Properties)
        {
            var included = include?.Of(property.Alias);
            if (include is null or { IsEmpty: true } || included is not null)
                result[property.Alias] = Value(property, values[property], owner, included, further?.Of(property.Alias));
        }

        return result;
    }

    /// <param name="include">What of the things in the value is wanted; null is everything.</param>
    /// <param name="further">What of them is expanded; null leaves what is referred to unexpanded.</param>
    private object? Value(Property property, object? value, Guid owner, PropertyTree? include, PropertyTree? further) => (property.DataType.Kind, value) switch
    {
        (_, null) => null,
        // A day, as Umbraco writes one: midnight without a zone.
        (_, DateOnly day) => day.ToDateTime(TimeOnly.MinValue),
        (ValueKind.Media, Guid id) => Media([id], include, further),
        (ValueKind.Medias, Guid[] ids) => Media(ids, include, further),
        (ValueKind.Document, Guid id) => Documents([id], include, further),
        (ValueKind.Documents, Guid[] ids) => Documents(ids, include, further),
        (_, PublishedValues[] blocks) => new ApiBlockListModel(blocks.Select((b, i) => Block(property, b, owner, i, include, further)).ToList()),
        _ => value,
    };

    private List<ApiContent> Documents(Guid[] ids, PropertyTree? include, PropertyTree? further)
    {
        var found = new List<ApiContent>(ids.Length);
        foreach (var id in ids)
            if (view.Find(id) is { } row)
                found.Add(Picked(row, include, further));
        return found;
    }

    private List<DeliveredMedia> Media(Guid[] ids, PropertyTree? include, PropertyTree? further)
    {
        var found = new List<DeliveredMedia>(ids.Length);
        foreach (var id in ids)
            if (view.Snapshot.Media(id) is { } media) // what is written here is visible, and so is what it shows
                found.Add(MediaRenderer.Picked(view, media, include, expanded: further is not null));
        return found;
    }

    /// <summary>Blocks have no id in the store; theirs follows from where they stand, so that it is the same on every node and after every start.</summary>
    private ApiBlockItem Block(Property property, PublishedValues values, Guid owner, int place, PropertyTree? include, PropertyTree? further)
    {
        var id = SchemaId.Of("block", $"{owner}/{property.Alias}[{place}]");
        return new ApiBlockItem(new ApiElement(id, "", values.Holder.Alias, Properties(values, id, include, further)), null);
    }

    private static DateTime Instant(DateTimeOffset at) => at.UtcDateTime;
}
