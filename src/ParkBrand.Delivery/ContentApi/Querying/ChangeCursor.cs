using System.Globalization;
using ParkBrand.Content.Queries;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>How far somebody is with what has changed: an entry of the change feed, and the moment up to which records that expired are known.</summary>
internal readonly record struct ChangeCursor(long Seq, DateTimeOffset At)
{
    public const string Allowed = "the cursor of an answer, an instant (2026-11-22T08:00:00Z), or 0 for everything";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seq}-{At.ToUnixTimeMilliseconds()}");

    public static ChangeCursor? Parse(string text, ReadChanges changes)
    {
        if (text == "0")
            return new ChangeCursor(0, DateTimeOffset.UnixEpoch);
        if (text.Split('-') is [var seq, var at] && Whole(seq) is { } entry && Whole(at) is { } milliseconds)
            return new ChangeCursor(entry, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? new ChangeCursor(changes.At(instant), instant) : null;
    }

    private static long? Whole(string text) => text.Length <= 14 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
