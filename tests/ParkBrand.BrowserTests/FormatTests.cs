using System.Diagnostics;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests;

/// <summary>What the site gives to machines, read by readers that others wrote: feeds, sitemaps, calendars, structured data, open data.</summary>
public sealed class FormatTests(LiveSite site)
{
    [Fact]
    public async Task Readers_that_others_wrote_find_nothing_wrong()
    {
        var folder = RepositoryRoot.File("tests", "ParkBrand.BrowserTests");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("formats.mjs");
        start.ArgumentList.Add(site.Origin.ToString());
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var problems = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("", "", 0), (problems, await errors, node.ExitCode));
    }
}
