using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Asking;

/// <summary>
/// The switch by which administrators turn the assistant off. It is a property of the site's settings, so it counts from the
/// moment of publication, on every node, and has versions, an audit trail and rights like everything that is published.
/// </summary>
/// <param name="Reason">As it was written; null where none was.</param>
public sealed record OffSwitch(string? Reason)
{
    private const string Settings = "settings", Off = "assistantOff", Why = "assistantOffReason";

    /// <returns>Null while the assistant answers.</returns>
    public static OffSwitch? Find(Snapshot snapshot, int culture)
    {
        foreach (var settings in snapshot.OfType(Settings))
            if (settings.Type.Find(Off) is { } off && Any(settings, snapshot) is { } any && any.Values[off] is true)
                return new OffSwitch(settings.In(culture, snapshot.Schema)?.Values.Text(Why)?.Trim() is { Length: > 0 } reason ? reason : null);
        return null;
    }

    // The switch is the same in all languages; one of them may not be published.
    private static PublishedVariant? Any(PublishedDocument settings, Snapshot snapshot) =>
        snapshot.Schema.Languages.Select((_, culture) => settings.In(culture, snapshot.Schema)).FirstOrDefault(v => v is not null);
}
