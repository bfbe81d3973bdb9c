using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>Pictures for a person to look at: PARKBRAND_SHOTS=DIR dotnet test --filter Screenshot.</summary>
public sealed class ScreenshotTests(LiveSite site)
{
    private static readonly (int Width, ColorScheme Mode)[] Views =
        [(390, ColorScheme.Light), (820, ColorScheme.Light), (1440, ColorScheme.Light), (390, ColorScheme.Dark)];

    [Fact]
    public async Task Pictures_are_taken_when_a_folder_is_named()
    {
        var folder = Environment.GetEnvironmentVariable("PARKBRAND_SHOTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "PARKBRAND_SHOTS names no folder.");
        Directory.CreateDirectory(folder!);
        await Tour.Visit(site, site.Pages, [SitePage.Chinese], stop => Shoot(stop, folder!));
        await Tour.Visit(site, site.Pages.Where(p => p.Path == "/" || p.Name.StartsWith("park ", StringComparison.Ordinal)), [SitePage.English], stop => Shoot(stop, folder!));
    }

    private static async Task<IEnumerable<string>> Shoot(Tour.Stop stop, string folder)
    {
        var name = string.Concat($"{stop.Page.Name} {stop.Language[..2]}".Select(c => char.IsLetterOrDigit(c) ? c : '-'));
        await stop.Open();
        foreach (var (width, mode) in Views)
        {
            await stop.Tab.SetViewportSizeAsync(width, 900);
            await stop.Tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = mode });
            // Pictures below the first screen load when they come near it.
            await stop.Tab.EvaluateAsync("async () => { document.querySelectorAll('img').forEach(i => i.loading = 'eager'); await Promise.all([...document.images].map(i => i.decode().catch(() => {}))); }");
            await stop.Tab.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{width}-{mode}.png".ToLowerInvariant()), FullPage = true });
        }

        return [];
    }
}
