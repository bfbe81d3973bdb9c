using System.Runtime.CompilerServices;
using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.ContentApi.Rendering;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>The media that one snapshot shows in one language, by path.</summary>
internal sealed class MediaShelf
{
    private static readonly ConditionalWeakTable<Snapshot, MediaShelf?[]> Known = [];
    private readonly SortedDictionary<string, PublishedMedia> byPath = new(StringComparer.Ordinal);

    private MediaShelf(PublicView view)
    {
        foreach (var media in view.Snapshot.AllMedia)
            if (view.Media(media.Id) is not null)
                byPath[MediaRenderer.PathOf(media)] = media;
    }

    public static MediaShelf Of(Inquiry inquiry)
    {
        var byCulture = Known.GetValue(inquiry.View.Snapshot, s => new MediaShelf?[s.Schema.Languages.Count]);
        return byCulture[inquiry.View.Culture] ??= new MediaShelf(inquiry.View);
    }

    public PublishedMedia? At(string path) => byPath.GetValueOrDefault(Closed(path));

    /// <summary>The files directly in a folder, by path.</summary>
    public List<PublishedMedia> In(string folder)
    {
        var beginning = Closed(folder);
        return [.. byPath.Where(m => m.Key.StartsWith(beginning, StringComparison.Ordinal) && m.Key.IndexOf('/', beginning.Length) == m.Key.Length - 1).Select(m => m.Value)];
    }

    private static string Closed(string path) => path.Trim('/') is { Length: > 0 } inner ? $"/{inner.ToLowerInvariant()}/" : "/";
}
