using System.Globalization;
using ParkBrand.Content.Queries;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>How far somebody is with what has changed: an entry of the change feed, and the moment up to which records that expired are known.</summary>
/// <param name="Given">Of the documents that show the media item of the next entry, those up to this id are known already.</param>
internal readonly record struct ChangeCursor(long Seq, DateTimeOffset At, Guid Given = default)
{
    public const string Allowed = "the cursor of an answer, an instant (2026-11-22T08:00:00Z), or 0 for everything";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seq}-{At.ToUnixTimeMilliseconds()}") + (Given == default ? "" : $"-{Given:N}");

    public static ChangeCursor? Parse(string text, ReadChanges changes)
    {
        if (text == "0")
            return new ChangeCursor(0, DateTimeOffset.UnixEpoch);
        if (text.Split('-', 3) is [var seq, var at, .. var rest] && Whole(seq) is { } entry && Whole(at) is { } milliseconds && (rest is [var id] ? Guid.TryParseExact(id, "N", out var known) ? known : (Guid?)null : Guid.Empty) is { } given)
            return new ChangeCursor(entry, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), given);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? new ChangeCursor(changes.At(instant), instant) : null;
    }

    private static long? Whole(string text) => text.Length <= 14 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
