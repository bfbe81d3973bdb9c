using ParkBrand.Site.Caching;

namespace ParkBrand.Tests.PublicSite;

public sealed class PageCacheTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public void A_page_is_found_for_its_stamp_and_its_day_only()
    {
        var cache = new PageCache();
        cache.Keep("/a", new CachedPage([1], 200, 7, Day));
        Assert.NotNull(cache.Find("/a", 7, Day));
        Assert.Null(cache.Find("/a", 8, Day));
        Assert.Null(cache.Find("/a", 7, Day.AddDays(1)));
        Assert.Null(cache.Find("/b", 7, Day));
    }

    [Fact]
    public void Made_up_queries_do_not_fill_the_memory()
    {
        var cache = new PageCache();
        for (var i = 0; i < 20_000; i++)
            cache.Keep($"/parks?x={i}", new CachedPage([1], 200, 1, Day));
        Assert.InRange(Enumerable.Range(0, 20_000).Count(i => cache.Find($"/parks?x={i}", 1, Day) is not null), 1, 4000);
    }

    [Fact]
    public void Made_up_words_push_out_one_another_and_no_page()
    {
        var cache = new PageCache();
        cache.Keep("/parks", new CachedPage([1], 200, 1, Day));
        for (var i = 0; i < 5_000; i++)
            cache.Keep($"/search?q={i}", new CachedPage(new byte[10_000], 200, 1, Day), answersWords: true);
        Assert.NotNull(cache.Find("/parks", 1, Day));
        Assert.NotNull(cache.Find("/search?q=4999", 1, Day));
        Assert.InRange(Enumerable.Range(0, 5_000).Count(i => cache.Find($"/search?q={i}", 1, Day) is not null), 1, 600);
    }

    [Fact]
    public void A_page_that_was_just_kept_is_found_even_when_the_cache_was_full()
    {
        var cache = new PageCache();
        for (var i = 0; i < 9_000; i++)
        {
            cache.Keep($"/{i}", new CachedPage([1], 200, 1, Day));
            Assert.NotNull(cache.Find($"/{i}", 1, Day));
        }
    }
}
