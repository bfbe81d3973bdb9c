using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Delivery.ContentApi.Rendering;

/// <summary>A picture or file as a property shows it. Core has the contract and leaves the class to its server.</summary>
internal class DeliveredMedia(ApiMedia media, ImageFocalPoint? focus, IReadOnlyList<ImageCrop>? crops) : IApiMediaWithCrops
{
    public Guid Id => media.Id;
    public string Name => media.Name;
    public string MediaType => media.MediaType;
    public string Url => media.Url;
    public string? Extension => media.Extension;
    public int? Width => media.Width;
    public int? Height => media.Height;
    public int? Bytes => media.Bytes;
    public IDictionary<string, object?> Properties => media.Properties;
    public ImageFocalPoint? FocalPoint => focus;
    public IEnumerable<ImageCrop>? Crops => crops;
}

/// <summary>The same as an item of the library.</summary>
internal sealed class DeliveredLibraryItem(ApiMedia media, ImageFocalPoint? focus, IReadOnlyList<ImageCrop>? crops, string path, DateTime created, DateTime updated)
    : DeliveredMedia(media, focus, crops), IApiMediaWithCropsResponse
{
    public string Path => path;
    public DateTime CreateDate => created;
    public DateTime UpdateDate => updated;
}
