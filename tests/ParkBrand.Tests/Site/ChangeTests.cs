using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>What an editor does is on every page when the use case returns, whatever was cached before.</summary>
public sealed class ChangeTests : IAsyncLifetime
{
    private readonly RunningSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();
    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_publication_is_on_the_page_and_the_lists_at_once()
    {
        var job = site.Now.OfType("job").First();
        var park = site.Now.Find(job.ParentId)!;
        var pages = new[] { job.Path!, "/jobs", park.Path! };
        var tags = new List<string?>();
        foreach (var page in pages)
            tags.Add((await site.Read(page))["ETag"]);

        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(job.Id, Named(job, "一个全新的名字")), c));
        for (var i = 0; i < pages.Length; i++)
            Assert.Equal(304, (await site.Read(pages[i], ("If-None-Match", tags[i]!))).Status); // a draft is nobody's business

        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(job.Id, ["zh-CN"]), c));
        for (var i = 0; i < pages.Length; i++)
        {
            var answer = await site.Read(pages[i], ("If-None-Match", tags[i]!));
            Assert.Equal((pages[i], 200), (pages[i], answer.Status));
            Assert.Contains("一个全新的名字", answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("一个全新的名字", (await site.Read("/en" + job.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_the_city_before_does_not_stay()
    {
        await site.Indexed();
        var job = site.Now.OfType("job").First();
        var search = "/search?type=job&q=" + Uri.EscapeDataString("蓝鲸驯养师");
        Assert.DoesNotContain(job.Path!, (await site.Read(search)).Text, StringComparison.Ordinal);
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(job.Id, Named(job, "蓝鲸驯养师")), c));
        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(job.Id, ["zh-CN"]), c));
        // Asked at once and again: what the index did not have yet must not have been kept.
        for (var i = 0; i < 400 && !(await site.Read(search)).Text.Contains(job.Path!, StringComparison.Ordinal); i++)
            await Task.Delay(25, TestContext.Current.CancellationToken);
        Assert.Contains(job.Path!, (await site.Read(search)).Text, StringComparison.Ordinal);
        Assert.True((await site.Read("/jobs?q=" + Uri.EscapeDataString("蓝鲸驯养师"))).Text.Contains(job.Path!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/assistant")]
    [InlineData("/awards")]
    [InlineData("/privacy")]
    public async Task No_page_leads_to_one_that_was_withdrawn(string withdrawn)
    {
        var pages = new[] { "/", "/parks", site.Now.OfType("park").First().Path! };
        foreach (var page in pages)
            Assert.Contains($"\"{withdrawn}", (await site.Read(page)).Text, StringComparison.Ordinal);
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(site.Now.Resolve(withdrawn).Document!.Id, []), c));
        foreach (var page in pages)
            Assert.DoesNotContain($"\"{withdrawn}", (await site.Read(page)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await site.Read(withdrawn)).Status);
    }

    [Fact]
    public async Task A_new_record_appears_and_a_withdrawn_one_leaves()
    {
        var park = site.Now.OfType("park").First();
        var before = Markup.Of(await site.Read("/resources")).Hits;
        var template = site.Now.ChildrenOf(park.Id).First(d => d.Type.Alias == "resource");
        var made = await RunningSite.Do(c => site.Get<CreateDocument>().Execute(site.Editor, new CreateDocument.Command("resource", park.Id, new DocumentContent(
            new JsonObject { ["kind"] = "platform", ["confirmedOn"] = "2026-11-22", ["sample"] = true },
            new Dictionary<string, CultureContent> { ["zh-CN"] = new("新平台", new JsonObject { ["provider"] = "园区", ["text"] = "说明", ["eligibility"] = "企业", ["priceBasis"] = "免费" }) }), Slug: "new-platform"), c));
        var path = $"{park.Path}/resources/new-platform";
        Assert.Equal(404, (await site.Read(path)).Status);

        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(made.Id, ["zh-CN"]), c));
        Assert.Equal(200, (await site.Read(path)).Status);
        Assert.Equal(before + 1, Markup.Of(await site.Read("/resources")).Hits);
        Assert.Contains(path, Markup.Of(await site.Read(park.Path!)).Links);

        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(made.Id, []), c));
        Assert.Equal(404, (await site.Read(path)).Status);
        Assert.Equal(before, Markup.Of(await site.Read("/resources")).Hits);
        Assert.DoesNotContain(path, Markup.Of(await site.Read(park.Path!)).Links);
        Assert.Contains(template.Path!, Markup.Of(await site.Read(park.Path!)).Links);
    }

    [Fact]
    public async Task A_renamed_park_takes_its_records_along_and_old_addresses_lead_to_the_new()
    {
        var park = site.Now.OfType("park").First(p => p.Slug == "laser-park");
        var space = site.Now.ChildrenOf(park.Id).First(d => d.Type.Alias == "space");
        foreach (var page in new[] { park.Path!, space.Path!, "/parks" })
            await site.Read(page);

        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(park.Id, Named(park, "激光产业园"), Slug: "light-park"), c));
        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(park.Id, ["zh-CN", "en-US"]), c));
        foreach (var (old, to) in new[]
        {
            ("/parks/laser-park", "/parks/light-park"), ("/en/parks/laser-park?a=1&b=%E5%9B%AD", "/en/parks/light-park?a=1&b=%E5%9B%AD"),
            ($"/parks/laser-park/spaces/{space.Slug}", $"/parks/light-park/spaces/{space.Slug}"),
        })
        {
            var answer = await site.Read(old);
            Assert.Equal((301, to), (answer.Status, answer["Location"]));
            Assert.Equal(200, (await site.Read(to)).Status);
        }

        var links = Markup.Of(await site.Read("/parks")).Links.ToList();
        Assert.Contains("/parks/light-park", links);
        Assert.DoesNotContain("/parks/laser-park", links);
    }

    [Fact]
    public async Task A_moved_record_belongs_to_the_other_park_on_every_page()
    {
        var (from, to) = (site.Now.OfType("park").First(p => p.Slug == "nev-park"), site.Now.OfType("park").First(p => p.Slug == "laser-park"));
        var job = site.Now.ChildrenOf(from.Id).First(d => d.Type.Alias == "job");
        foreach (var park in new[] { from, to })
            await site.Read(park.Path!);
        await RunningSite.Do(c => site.Get<MoveDocument>().Execute(site.Editor, new MoveDocument.Command(job.Id, to.Id), c));
        var path = $"{to.Path}/jobs/{job.Slug}";
        Assert.Equal((301, path), await site.Read(job.Path!) is var moved ? (moved.Status, moved["Location"]) : default);
        Assert.Contains(path, Markup.Of(await site.Read(to.Path!)).Links);
        Assert.DoesNotContain(Markup.Of(await site.Read(from.Path!)).Links, l => l.EndsWith("/jobs/" + job.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawn_park_takes_its_records_with_it_and_leaves_no_dead_link()
    {
        var park = site.Now.OfType("park").First(p => p.Slug == "nev-park");
        var below = site.Now.ChildrenOf(park.Id).ToList();
        var referrers = site.Now.ReferrersOf(park.Id).Where(r => r.Path is not null).ToList();
        Assert.NotEmpty(referrers);
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(park.Id, []), c));
        foreach (var record in below.Append(park))
            Assert.Equal((record.Path, 404), (record.Path, (await site.Read(record.Path!)).Status));
        foreach (var page in referrers.Select(r => r.Path!).Concat(["/", "/parks", "/spaces", "/jobs", "/districts/ketd", "/industries/new-energy"]))
        {
            var answer = await site.Read(page);
            Assert.Equal((page, 200), (page, answer.Status));
            Assert.DoesNotContain("/parks/nev-park", answer.Text, StringComparison.Ordinal);
            Assert.Empty(Markup.Of(answer).Faults());
        }
    }

    [Fact]
    public async Task A_language_that_is_withdrawn_falls_back_with_a_notice()
    {
        var feature = site.Now.OfType("feature").First(f => f.IsIn(1));
        Assert.DoesNotContain("In Chinese only", (await site.Read("/en" + feature.Path)).Text, StringComparison.Ordinal);
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(feature.Id, ["en-US"]), c));
        Assert.Contains("In Chinese only", (await site.Read("/en" + feature.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_content_stays_text_wherever_it_is_shown()
    {
        var job = site.Now.OfType("job").First();
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' & [x](javascript:alert(1))";
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(job.Id, new DocumentContent(new JsonObject
        {
            ["field"] = "research", ["degree"] = "phd", ["payMin"] = 10000, ["payMax"] = 20000, ["jobType"] = Values(job).Text("jobType"), ["headCount"] = 1,
            ["datePosted"] = "2026-11-22", ["confirmedOn"] = "2026-11-22", ["validThrough"] = "2026-12-31",
        }, new Dictionary<string, CultureContent>
        {
            ["zh-CN"] = new(hostile, new JsonObject { ["employer"] = hostile, ["text"] = hostile, ["apply"] = hostile, ["skills"] = new JsonArray(hostile[..60]), ["housing"] = hostile }),
        })), c));
        await RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(job.Id, ["zh-CN"]), c));
        foreach (var page in new[] { job.Path!, "/jobs", site.Now.Find(job.ParentId)!.Path!, "/" })
        {
            var markup = Markup.Of(await site.Read(page));
            Assert.Empty(markup.Faults());
            Assert.Empty(markup.Document.QuerySelectorAll("img[src=x]"));
            Assert.DoesNotContain(markup.Document.QuerySelectorAll("a[href]"), a => a.GetAttribute("href")!.Contains("javascript", StringComparison.OrdinalIgnoreCase));
        }
    }

    private PublishedValues Values(PublishedDocument document) => document.In(0, site.Now.Schema)!.Values;

    /// <summary>Only a name: what is not given stays as it is, culture by culture, so the culture's other values are repeated.</summary>
    private DocumentContent Named(PublishedDocument document, string name) => Named(site, document, name);

    internal static DocumentContent Named(RunningSite site, PublishedDocument document, string name)
    {
        var (invariant, variant) = (new JsonObject(), new JsonObject());
        foreach (var property in document.Type.Properties)
            if (Stored.Json(document.In(0, site.Now.Schema)!.Values[property]) is { } value)
                (property.Variant ? variant : invariant)[property.Alias] = value;
        return new DocumentContent(invariant, new Dictionary<string, CultureContent> { ["zh-CN"] = new(name, variant) });
    }
}

/// <summary>Published values in the form in which they are given.</summary>
internal static class Stored
{
    public static JsonNode? Json(object? value) => value switch
    {
        null => null,
        string text => text,
        decimal number => number,
        bool flag => flag,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Guid id => id.ToString(),
        GeoPosition at => new JsonObject { ["latitude"] = at.Latitude, ["longitude"] = at.Longitude },
        string[] texts => new JsonArray([.. texts.Select(t => (JsonNode)t)]),
        Guid[] ids => new JsonArray([.. ids.Select(i => (JsonNode)i.ToString())]),
        PublishedValues[] blocks => new JsonArray([.. blocks.Select(Block)]),
        _ => throw new ArgumentException($"{value.GetType()} has no stored form", nameof(value)),
    };

    private static JsonObject Block(PublishedValues block)
    {
        var json = new JsonObject { ["block"] = block.Holder.Alias };
        foreach (var property in block.Holder.Properties)
            if (Json(block[property]) is { } value)
                json[property.Alias] = value;
        return json;
    }
}
