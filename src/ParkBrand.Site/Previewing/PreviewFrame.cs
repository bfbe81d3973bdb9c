using ParkBrand.Content.Queries;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Previewing;

/// <summary>The page around a draft: its name, how long the link lasts, and the widths of a desk, a tablet and a phone.</summary>
public sealed class PreviewFrame : Page
{
    public override string View => "Preview";

    /// <summary>Address of the draft's own page.</summary>
    public required string Address { get; init; }

    /// <summary>When the link ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    internal static PreviewFrame Of(DraftPreview preview, PageContext context, string token) => new()
    {
        Context = context,
        Title = context.Name(preview.Document),
        Indexed = false,
        Address = PreviewEndpoint.PageOf(token),
        ExpiresAt = preview.ExpiresAt,
    };
}
