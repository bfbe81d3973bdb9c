using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>What a first visit transfers, as the server compresses it: pictures apart, they come later and are cached for good.</summary>
public sealed class WeightTests(LiveSite site)
{
    private const int WholeLimit = 90 * 1024, ScriptLimit = 20 * 1024;
    private static readonly string[] Counted = ["document", "stylesheet", "script", "font"];

    [Fact]
    public async Task Every_page_is_light() => (await site.EveryPage()).Nothing(nameof(Weight));

    /// <summary>The browser's own count of what went over the wire, beside ours.</summary>
    [Fact]
    public async Task The_browser_measures_the_same_weight()
    {
        await using var visitor = await site.Visitor();
        var tab = await visitor.NewPageAsync();
        await tab.GotoAsync("/");
        var transferred = await tab.EvaluateAsync<int>("""
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
              .filter(e => /^(navigation|link|css|script)$/.test(e.initiatorType)).reduce((sum, e) => sum + e.encodedBodySize, 0)
            """);
        Assert.InRange(transferred, 10 * 1024, WholeLimit);
    }

    /// <param name="loading">Of the page that has just been opened.</param>
    internal static async Task<IEnumerable<string>> Weight(Loading loading, Resources resources)
    {
        var (whole, script) = (0, 0);
        var kinds = new HashSet<string>();
        foreach (var request in loading.Requests.Where(r => Counted.Contains(r.ResourceType)).DistinctBy(r => r.Url))
        {
            var (_, size) = await resources.Of(request.Url);
            whole += size;
            script += request.ResourceType == "script" ? size : 0;
            kinds.Add(request.ResourceType);
        }

        var wrong = new List<string>();
        if (whole > WholeLimit)
            wrong.Add($"{whole / 1024.0:0.0} KB in all");
        if (script > ScriptLimit)
            wrong.Add($"{script / 1024.0:0.0} KB of script");
        if (!kinds.IsSupersetOf(Counted))
            wrong.Add($"only {string.Join(", ", kinds)} was seen, so the sum cannot be right");
        return wrong;
    }
}
