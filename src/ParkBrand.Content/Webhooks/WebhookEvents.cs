namespace ParkBrand.Content.Webhooks;

/// <summary>What a webhook can be told of: Umbraco's aliases, and one of ours.</summary>
public static class WebhookEvents
{
    public const string ContentPublish = "Umbraco.ContentPublish", ContentUnpublish = "Umbraco.ContentUnpublish", ContentDelete = "Umbraco.ContentDelete",
        MediaSave = "Umbraco.MediaSave", MediaDelete = "Umbraco.MediaDelete";

    /// <summary>A document's time is over, by the date that stands in it. Nobody did anything, so no event of Umbraco's says it.</summary>
    public const string ContentExpire = "ParkBrand.ContentExpire";

    public static IReadOnlyList<string> All { get; } = [ContentPublish, ContentUnpublish, ContentExpire, ContentDelete, MediaSave, MediaDelete];

    public static bool IsMedia(string alias) => alias is MediaSave or MediaDelete;
}
