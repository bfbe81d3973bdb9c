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
    private readonly Store pages = new(4000, 64L * 1024 * 1024);

    // What people type has no end: made-up words push out one another and never a page that everyone reads.
    private readonly Store answers = new(600, 24L * 1024 * 1024);

    public CachedPage? Find(string key, long stamp, DateOnly today) =>
        (pages.Find(key) ?? answers.Find(key)) is { } page && page.Stamp == stamp && page.Day == today ? page : null;

    public void Keep(string key, CachedPage page, bool answersWords = false)
    {
        if (keeps)
            (answersWords ? answers : pages).Keep(key, page);
    }

    private sealed class Store(int maxEntries, long maxBytes)
    {
        private ConcurrentDictionary<string, CachedPage> entries = new(StringComparer.Ordinal);
        private long bytes;

        public CachedPage? Find(string key) => entries.GetValueOrDefault(key);

        public void Keep(string key, CachedPage page)
        {
            // Replaced pages are counted again: the bound is met early rather than late, and begins anew.
            if (Interlocked.Add(ref bytes, page.Html.Length) > maxBytes || entries.Count >= maxEntries)
            {
                entries = new ConcurrentDictionary<string, CachedPage>(StringComparer.Ordinal);
                Interlocked.Exchange(ref bytes, page.Html.Length);
            }

            entries[key] = page;
        }
    }
}
