using System.Collections.Concurrent;

namespace ParkBrand.Site.Caching;

/// <summary>
/// Rendered pages by address. An entry is valid for one snapshot stamp and one day in China, so a publication or an
/// expiry makes every page new at once; what is rendered again is only what is asked for again.
/// </summary>
internal sealed class PageCache
{
    /// <summary>Set to <c>off</c>, nothing is kept and every page is rendered anew: for measuring rendering itself.</summary>
    public const string Switch = "PARKBRAND_PAGE_CACHE";

    private readonly bool keeps = Environment.GetEnvironmentVariable(Switch) != "off";

    // Bound what addresses with made-up queries can take. Compressed forms add about a fifth to the bytes counted here.
    private const int MaxEntries = 4000;
    private const int LongestKey = 2048;
    private const long MaxBytes = 64L * 1024 * 1024;

    private ConcurrentDictionary<string, CachedPage> entries = new(StringComparer.Ordinal);
    private long bytes;

    public CachedPage? Find(string key, long stamp, DateOnly today) =>
        entries.TryGetValue(key, out var page) && page.Stamp == stamp && page.Day == today ? page : null;

    public void Keep(string key, CachedPage page)
    {
        if (!keeps || key.Length > LongestKey)
            return;
        // Replaced pages are counted again: the bound is met early rather than late, and begins anew.
        if (Interlocked.Add(ref bytes, page.Html.Length) > MaxBytes || entries.Count >= MaxEntries)
        {
            entries = new ConcurrentDictionary<string, CachedPage>(StringComparer.Ordinal);
            Interlocked.Exchange(ref bytes, page.Html.Length);
        }

        entries[key] = page;
    }
}
