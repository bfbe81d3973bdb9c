using System.Globalization;
using System.Text.Json.Nodes;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.PublicSite;

/// <summary>What pages tell search engines: complete by the rules of each type, and nothing that the page does not say.</summary>
[Collection(nameof(RunningSite))]
public sealed class StructuredDataTests(RunningSite site)
{
    public static TheoryData<string, string[]> Required => new()
    {
        // Google for Jobs: the first five are demanded, the rest recommended.
        { "job", ["JobPosting", "title", "description", "datePosted", "hiringOrganization.name", "jobLocation.address.addressLocality", "jobLocation.address.streetAddress", "jobLocation.address.addressRegion", "jobLocation.address.addressCountry",
            "validThrough", "identifier.value", "employmentType", "baseSalary.currency", "baseSalary.value.minValue", "baseSalary.value.maxValue", "baseSalary.value.unitText", "directApply", "url"] },
        { "park", ["Place", "name", "address.streetAddress", "geo.latitude", "geo.longitude", "image.url", "url", "containedInPlace.name"] },
        { "space", ["RealEstateListing", "name", "datePosted", "mainEntity.floorSize.maxValue", "mainEntity.floorSize.unitCode", "mainEntity.containedInPlace.address.streetAddress", "offers", "url"] },
        { "resource", ["Service", "name", "description", "provider.name", "serviceType", "url"] },
        { "policy", ["GovernmentService", "name", "description", "provider.name", "offers.validFrom", "url"] },
        { "financeProduct", ["FinancialProduct", "name", "description", "provider.name", "url"] },
        { "contactPoint", ["GovernmentOffice", "name", "telephone", "url"] },
        { "topic", ["WebPage", "name", "description", "dateModified", "url"] },
        { "list", ["CollectionPage", "name", "description", "mainEntity.numberOfItems", "url"] },
    };

    [Theory, MemberData(nameof(Required))]
    public async Task Every_page_of_a_type_has_what_its_type_demands(string type, string[] required)
    {
        foreach (var (culture, prefix) in new[] { (0, ""), (1, "/en") })
            foreach (var document in site.Now.OfType(type, culture).Where(d => type != "list" || d.Slug is "spaces" or "policies").Take(12))
            {
                var subject = Subject(await Graph(prefix + document.Path), required[0]);
                foreach (var path in required[1..])
                    Assert.True(At(subject, path) is not null, $"{document.Path}: {required[0]} has no {path}");
                Assert.StartsWith(site.Address + (prefix + document.Path).TrimStart('/'), (string)subject["url"]!, StringComparison.Ordinal);
            }
    }

    [Fact]
    public async Task A_job_is_told_as_it_is_published()
    {
        var job = site.Now.OfType("job").First(j => Values(j).Text("jobType") == "full");
        var told = Subject(await Graph(job.Path!), "JobPosting");
        var values = Values(job);
        Assert.Equal((values.Number("payMin"), values.Number("payMax"), "MONTH", "CNY"),
            ((decimal)At(told, "baseSalary.value.minValue")!, (decimal)At(told, "baseSalary.value.maxValue")!, (string?)At(told, "baseSalary.value.unitText"), (string?)At(told, "baseSalary.currency")));
        Assert.Equal(job.ExpiresAt!.Value.AddSeconds(-1), DateTimeOffset.Parse((string)told["validThrough"]!, CultureInfo.InvariantCulture));
        Assert.Equal(("FULL_TIME", false, job.Id.ToString()), ((string?)told["employmentType"], (bool)told["directApply"]!, (string?)At(told, "identifier.value")));
        Assert.Contains("<p>", (string)told["description"]!, StringComparison.Ordinal);
        Assert.Equal(values.Flag("sample"), told["disambiguatingDescription"] is not null);
    }

    [Fact]
    public async Task A_story_names_its_publishing_body_and_keeps_its_label()
    {
        foreach (var story in site.Now.OfType("feature").Take(20))
        {
            var page = await site.Read(story.Path!);
            var told = Graph(page)["@graph"]!.AsArray().Select(n => n!.AsObject()).Single(n => (string?)n["@type"] is "NewsArticle" or "Article");
            Assert.Equal(Values(story).Text("outlet"), (string?)At(told, "author.name"));
            Assert.Equal(Values(story).Date("publishedOn")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (string?)told["datePublished"]);
            Assert.NotNull(At(told, "image.url"));
            Assert.NotNull(At(told, "publisher.name"));
            Assert.Equal(Values(story).Flag("aiAssisted"), Markup.Of(page).Document.QuerySelector(".tag.ai") is not null);
        }
    }

    [Fact]
    public async Task Home_tells_of_the_site_and_every_other_page_of_the_way_to_it()
    {
        var home = await Graph("/en");
        Assert.Contains("{search_term_string}", (string)At(Subject(home, "WebSite"), "potentialAction.target.urlTemplate")!, StringComparison.Ordinal);
        Assert.NotNull(Subject(home, "GovernmentOrganization")["name"]);
        foreach (var type in site.Now.Schema.DocumentTypes.Keys.Except(["home"]))
            if (site.Now.OfType(type, 1).FirstOrDefault(d => d.Path is not null) is { } document)
            {
                var steps = Subject(await Graph("/en" + document.Path), "BreadcrumbList")["itemListElement"]!.AsArray();
                Assert.True(steps.Count >= 2, document.Path);
                Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(s => (int)s!["position"]!));
                Assert.Equal((site.Address + "en", site.Address + "en" + document.Path), ((string?)steps[0]!["item"], (string?)steps[^1]!["item"]));
                foreach (var step in steps)
                {
                    Assert.NotEqual("", (string?)step!["name"]);
                    Assert.Equal(200, (await site.Read(new Uri((string)step["item"]!).PathAndQuery)).Status);
                }
            }
    }

    [Fact]
    public async Task What_is_not_there_tells_nothing() =>
        Assert.DoesNotContain("ld+json", (await site.Read("/parks/nowhere")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_shared_link_has_a_card()
    {
        foreach (var (path, locale, other) in new[] { ("/", "zh_CN", "en_US"), ("/en/features", "en_US", "zh_CN"), (site.Now.OfType("park").First().Path!, "zh_CN", "en_US") })
        {
            var head = Markup.Of(await site.Read(path)).Document.Head!;
            string? Meta(string name) => head.QuerySelector($"meta[property='{name}'],meta[name='{name}']")?.GetAttribute("content");
            Assert.Equal((locale, other, "summary_large_image"), (Meta("og:locale"), Meta("og:locale:alternate"), Meta("twitter:card")));
            var picture = Meta("og:image")!;
            Assert.StartsWith(site.Address.ToString(), picture, StringComparison.Ordinal);
            var file = await site.Read(new Uri(picture).PathAndQuery);
            Assert.Equal((200, "image/png"), (file.Status, file["Content-Type"]));
            Assert.Equal(Meta("og:image:width"), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(file.Bytes.AsSpan(16)).ToString(CultureInfo.InvariantCulture));
        }
    }

    private PublishedValues Values(PublishedDocument document) => document.In(0, site.Now.Schema)!.Values;

    private async Task<JsonObject> Graph(string path) => Graph(await site.Read(path));

    private static JsonObject Graph(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        var script = Assert.Single(Markup.Of(answer).Document.QuerySelectorAll("script[type='application/ld+json']"));
        var graph = JsonNode.Parse(script.TextContent)!.AsObject();
        Assert.Equal("https://schema.org", (string?)graph["@context"]);
        Assert.DoesNotContain('<', script.TextContent);
        return graph;
    }

    private static JsonObject Subject(JsonObject graph, string type) => graph["@graph"]!.AsArray().Select(n => n!.AsObject()).Single(n => (string?)n["@type"] == type);

    private static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (n, name) => n?[name]);
}
