using System.Diagnostics;
using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>What editors do all day, in the real client, from the first page to the public one.</summary>
[Collection(nameof(EditorsSite))]
public sealed class EditingTests(EditorsSite site, ITestOutputHelper output)
{
    private const string Park = "/parks/advanced-computing-park";

    [Fact]
    public async Task An_administrator_signs_in_publishes_and_keeps_a_draft()
    {
        await using var desk = await site.NewPerson();
        var watch = Stopwatch.StartNew();
        await desk.Tab.GotoAsync("/umbraco");
        await desk.Picture("login");
        await EditorsSite.SignIn(desk, "chen");
        await desk.InTree("园区").WaitForAsync();
        output.WriteLine($"tree after {watch.ElapsedMilliseconds} ms and {desk.Requests} requests");
        Assert.InRange(desk.Requests, 1, 150);

        await desk.Unfold("园区");
        await desk.InTree("先进计算产业园").ClickAsync();
        await desk.Fill("tagline", "液冷机柜紫金山试编");
        await desk.SaveAndPublish();
        await desk.Said("positive");
        Assert.Contains("液冷机柜紫金山试编", await desk.Public(Park), StringComparison.Ordinal);
        await site.City.Indexed();
        Assert.Contains($"href=\"{Park}\"", await desk.Public("/search?q=" + Uri.EscapeDataString("紫金山试编")), StringComparison.Ordinal);

        await desk.Fill("tagline", "只是草稿的一句话");
        Assert.Equal(200, (await desk.Save()).Status);
        await desk.Picture("saved");
        Assert.Contains("液冷机柜紫金山试编", await desk.Public(Park), StringComparison.Ordinal);
        Assert.DoesNotContain("只是草稿的一句话", await desk.Public(Park), StringComparison.Ordinal);

        var answers = new List<IResponse>();
        desk.Tab.Context.Response += (_, r) =>
        {
            if (r.Url.Contains("/umbraco/preview/", StringComparison.Ordinal))
                answers.Add(r);
        };
        var preview = await desk.Tab.Context.RunAndWaitForPageAsync(() => desk.Press("SaveAndPreview"));
        await Assertions.Expect(preview.FrameLocator("iframe").GetByText("只是草稿的一句话").First).ToBeVisibleAsync();
        await new Desk(preview).Picture("preview");
        Assert.True(answers.Count >= 2, "the frame and the page inside");
        Assert.All(answers, r =>
        {
            Assert.Equal(200, r.Status);
            Assert.Contains("no-store", r.Headers["cache-control"], StringComparison.Ordinal);
            Assert.Contains("noindex", r.Headers["x-robots-tag"], StringComparison.Ordinal);
            Assert.Equal("no-referrer", r.Headers["referrer-policy"]);
        });
        desk.NothingWrong();
    }

    [Fact]
    public async Task The_second_to_save_is_told_and_keeps_the_text()
    {
        var address = site.Address("park", "aero-parts-park");
        await using var first = await site.Desk("chen", address);
        await using var second = await site.Desk("wang", address);
        await first.Fill("tagline", "先保存的一句话");
        await second.Fill("tagline", "后保存的一句话");
        Assert.Equal(200, (await first.Save()).Status);

        second.Expect(409, "/management/api/v1/document/");
        Assert.Equal(409, (await second.Save()).Status);
        Assert.Contains("内容已被他人改动", await second.Said("danger"), StringComparison.Ordinal);
        await second.Picture("conflict");
        Assert.Equal("后保存的一句话", await second.Field("tagline").InputValueAsync());
        first.NothingWrong();
        second.NothingWrong();
    }
}

[CollectionDefinition(nameof(EditorsSite))]
public sealed class SharedEditorsSite : ICollectionFixture<EditorsSite>;
