using System.Text.Json.Nodes;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using static ParkBrand.Tests.Delivery.DeliveryScene;

namespace ParkBrand.Tests.Delivery;

/// <summary>Each option of a list does what Umbraco documents, and ours what docs/headless.md says.</summary>
public sealed class DeliveryOptionTests : IClassFixture<RunningSite>
{
    private readonly RunningSite site;
    private readonly DeliveryScene scene;

    public DeliveryOptionTests(RunningSite site) => (this.site, scene) = (site, new DeliveryScene(site));

    private IEnumerable<PublishedDocument> All => site.Now.Schema.DocumentTypes.Values.Where(t => t.Route is not null).SelectMany(t => site.Now.OfType(t.Alias)).Where(d => d.IsIn(0));

    private PublishedValues Values(PublishedDocument document) => document.In(0, site.Now.Schema)!.Values;

    private async Task<(int Total, List<Guid> Ids)> Ids(string query, params (string, string)[] headers)
    {
        var json = await scene.Json("/content?fields=properties[none]&" + query, headers);
        return (json["total"]!.GetValue<int>(), json["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>()).ToList());
    }

    [Fact]
    public async Task Places_in_the_tree()
    {
        var park = site.Now.Resolve("/parks/robotics-park").Document!;
        var space = site.Now.ChildrenOf(park.Id).First(d => d.Type.Alias == "space");
        var children = site.Now.ChildrenOf(park.Id).Select(d => d.Id).ToHashSet();
        foreach (var named in new[] { park.Id.ToString(), "/parks/robotics-park", "parks/robotics-park/", "/en/parks/robotics-park" })
            Assert.Equal(children, (await Ids($"fetch=children:{named}&take=100")).Ids.ToHashSet());
        Assert.Equal(site.Now.ChildrenOf(park.ParentId!.Value).Sum(p => 1 + site.Now.ChildrenOf(p.Id).Count), (await Ids("fetch=descendants:/parks&take=0")).Total);
        Assert.Equal([park.ParentId!.Value, park.Id], (await Ids($"fetch=ancestors:{space.Id}")).Ids);
        Assert.Equal((0, 0), ((await Ids($"fetch=children:{Guid.NewGuid()}")).Total, (await Ids("fetch=children:/nowhere")).Total));
        Assert.Equal(All.Count(), (await Ids("take=0")).Total);
    }

    [Fact]
    public async Task Start_items()
    {
        var list = site.Now.Resolve("/policies").Document!;
        var below = site.Now.ChildrenOf(list.Id).Select(d => d.Id).ToHashSet();
        foreach (var named in new[] { "policies", "/policies/", list.Id.ToString() })
            Assert.Equal(below, (await Ids("take=100", ("Start-Item", named))).Ids.ToHashSet());
        var slug = site.Now.Find(below.First())!.Slug;
        Assert.Equal(200, (await scene.Read($"/content/item/{slug}", ("Start-Item", "policies"))).Status);
        Assert.Equal(404, (await scene.Read($"/content/item/policies/{slug}", ("Start-Item", "parks"))).Status);
        Assert.Equal(404, (await scene.Read("/content", ("Start-Item", "nowhere"))).Status);
        Assert.Equal(404, (await scene.Read("/content", ("Start-Item", below.First().ToString()))).Status);
    }

    [Fact]
    public async Task Filters_and_orders()
    {
        var spaces = site.Now.OfType("space").Where(d => d.IsIn(0)).ToList();
        var wanted = spaces.Where(s => Values(s).Number("areaMax") > 5000 && Values(s).Text("kind") is "factory" or "lab").ToList();
        Assert.NotEmpty(wanted);
        var (total, ids) = await Ids("filter=contentType:space&filter=areaMax>5000&filter=kind:factory,lab&sort=areaMax:desc&take=100");
        Assert.Equal(wanted.Select(s => s.Id).Order(), ids.Order());
        Assert.Equal(wanted.Count, total);
        Assert.Equal(ids.Select(i => Values(site.Now.Find(i)!).Number("areaMax")), ids.Select(i => Values(site.Now.Find(i)!).Number("areaMax")).OrderDescending());

        Assert.Equal(All.Count(d => d.Type.Alias is "park" or "space"), (await Ids("filter=contentType:park,space&take=0")).Total);
        Assert.Equal(All.Count(d => d.Type.Alias is not ("park" or "space")), (await Ids("filter=contentType:!park,space&take=0")).Total);
        var name = Uri.EscapeDataString("机器人");
        Assert.Equal(All.Count(d => d.In(0, site.Now.Schema)!.Name.Contains("机器人", StringComparison.Ordinal)), (await Ids($"filter=name:{name}&take=0")).Total);
        Assert.Equal(All.Count(d => !d.In(0, site.Now.Schema)!.Name.Contains("机器人", StringComparison.Ordinal)), (await Ids($"filter=name:!{name}&take=0")).Total);
        Assert.Equal((All.Count(), 0), ((await Ids("filter=createDate>:2026-11-22&take=0")).Total, (await Ids("filter=updateDate<2026-11-22&take=0")).Total));
        var day = new DateOnly(2027, 6, 30);
        Assert.Equal(spaces.Count(s => Values(s).Date("expiresOn") == day), (await Ids("filter=contentType:space&filter=expiresOn>:2027-06-30&filter=expiresOn<:2027-06-30&take=0")).Total);
        var district = site.Now.OfType("district").First(d => d.IsIn(0));
        Assert.Equal(All.Count(d => d.Type.Alias == "park" && Values(d).Reference("district") == district.Id), (await Ids($"filter=contentType:park&filter=district:{district.Slug}&take=0")).Total);
    }

    [Theory]
    [InlineData("fetch=children:/parks", "fetch=Children:/parks")]
    [InlineData("filter=contentType:park&sort=name:asc", "filter=ContentType:Park&sort=Name:asc")]
    [InlineData("filter=updateDate>2020-01-01&sort=sortOrder:desc", "filter=updatedate>2020-01-01&sort=sortorder:desc")]
    public async Task Names_of_options_are_taken_in_any_case_as_Umbraco_takes_them(string one, string other) =>
        Assert.Equal((await Ids(one)).Ids, (await Ids(other)).Ids);

    [Fact]
    public async Task Pages_join_to_the_whole_without_gap_or_double()
    {
        foreach (var sort in new[] { "", "&sort=name:asc", "&sort=level:desc&sort=name:asc", "&sort=confirmedOn:desc" })
        {
            var whole = new List<Guid>();
            for (var skip = 0; skip < All.Count(); skip += 100)
                whole.AddRange((await Ids($"take=100&skip={skip}{sort}")).Ids);
            Assert.Equal(All.Select(d => d.Id).Order(), whole.Order());
            Assert.Equal(whole[95..105], (await Ids($"take=10&skip=95{sort}")).Ids);
        }

        var names = (await scene.Json("/content?filter=contentType:park,feature,topic&sort=name:asc&take=100&fields=properties[none]"))["items"]!.AsArray().Select(i => i!["name"]!.GetValue<string>()).ToList();
        var collation = System.Globalization.CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
        Assert.All(names.Zip(names.Skip(1)), p => Assert.True(collation.Compare(p.First, p.Second, System.Globalization.CompareOptions.IgnoreCase) <= 0));
    }

    [Fact]
    public async Task An_order_follows_what_is_published_renamed_and_withdrawn()
    {
        async Task<List<string>> Names(string direction) =>
            (await scene.Json($"/content?filter=contentType:policy&sort=name:{direction}&take=100&fields=properties[none]"))["items"]!.AsArray().Select(i => i!["name"]!.GetValue<string>()).ToList();

        var collation = System.Globalization.CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
        for (var i = 0; i < 6; i++)
        {
            var id = await scene.Policy($"order-{i}");
            if (i % 2 == 0)
            {
                await scene.Rename(id, i % 4 == 0 ? "阿一" : "座右铭");
                await scene.Publish(id);
            }

            if (i == 4)
                await scene.Unpublish(scene.Of("order-1"));
            var names = await Names("asc");
            Assert.Equal(site.Now.OfType("policy").Where(d => d.IsIn(0)).Select(d => d.In(0, site.Now.Schema)!.Name).Order(Comparer<string>.Create((a, b) => collation.Compare(a, b, System.Globalization.CompareOptions.IgnoreCase))), names);
            Assert.Equal(names.Order(StringComparer.Ordinal), (await Names("desc")).Order(StringComparer.Ordinal));
        }

        for (var i = 0; i < 6; i++)
            if (i != 1)
                await scene.Unpublish(scene.Of($"order-{i}"));
    }

    [Fact]
    public async Task Answers_ask_the_database_nothing()
    {
        var database = site.Get<Content.Storage.Database>();
        string[] paths = ["/content?take=20&expand=properties[$all]", "/content/item/parks/robotics-park", "/content?filter=contentType:job&sort=payMax:desc&facets=degree", "/media?fetch=children:/parks", "/content/item/nowhere"];
        foreach (var path in paths)
        {
            // The host looks beside us, now and then, for what other processes changed.
            var fewest = long.MaxValue;
            for (var i = 0; i < 6 && fewest > 0; i++)
            {
                var before = database.Opened;
                await scene.Read($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}anew={i}");
                fewest = Math.Min(fewest, database.Opened - before);
            }

            Assert.Equal((path, 0), (path, fewest));
        }
    }

    [Fact]
    public async Task Expansion_and_fields()
    {
        const string item = "/content/item/parks/robotics-park";
        var plain = (await scene.Json(item))["properties"]!;
        Assert.Empty(plain["sector"]![0]!["properties"]!.AsObject());
        Assert.Empty(plain["cover"]![0]!["properties"]!.AsObject());
        var expanded = (await scene.Json(item + "?expand=properties[sector,cover]"))["properties"]!;
        Assert.NotEmpty(expanded["sector"]![0]!["properties"]!.AsObject());
        Assert.NotNull(expanded["cover"]![0]!["properties"]!["alt"]);
        Assert.Empty(expanded["district"]![0]!["properties"]!.AsObject());
        var limited = (await scene.Json(item + "?expand=properties[$all]&fields=properties[tagline,sector[properties[summary]]]"))["properties"]!.AsObject();
        Assert.Equal(["tagline", "sector"], limited.Select(p => p.Key));
        Assert.Equal(["summary"], limited["sector"]![0]!["properties"]!.AsObject().Select(p => p.Key));
        var feature = site.Now.OfType("feature").First(f => f.IsIn(0) && Values(f).Blocks("body").Any(b => b.Holder.Alias == "parkCard"));
        var block = (await scene.Json($"/content/item/{feature.Id}?expand=properties[body[properties[park]]]&fields=properties[body]"))["properties"]!["body"]!["items"]!.AsArray().First(b => b!["content"]!["contentType"]!.GetValue<string>() == "parkCard");
        Assert.NotEmpty(block!["content"]!["properties"]!["park"]![0]!["properties"]!.AsObject());
    }

    [Fact]
    public async Task Words_and_counts()
    {
        await site.Indexed();
        var found = await scene.Json($"/content?q={Uri.EscapeDataString("机器人")}&filter=contentType:park&take=5&fields=properties[none]");
        Assert.Equal("/parks/robotics-park", found["items"]![0]!["route"]!["path"]!.GetValue<string>());
        var facets = (await scene.Json("/content?filter=contentType:space&facets=kind,contentType&take=0", ("Accept-Language", "en-US")))["facets"]!.AsArray();
        var kinds = facets[0]!["values"]!.AsArray().ToDictionary(v => v!["value"]!.GetValue<string>(), v => v!["count"]!.GetValue<int>());
        Assert.Equal(site.Now.OfType("space").Where(s => s.IsIn(1)).GroupBy(s => Values(s).Text("kind")!).ToDictionary(g => g.Key, g => g.Count()), kinds);
        Assert.Contains("Factory", facets[0]!["values"]!.AsArray().Select(v => v!["label"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("/content?fetch=parents:/parks", "Selector option not found", "fetch")]
    [InlineData("/content?fetch=children:", "Selector option not found", "fetch")]
    [InlineData("/content?fetch=children:/parks&fetch=children:/jobs", "Selector option not found", "fetch")]
    [InlineData("/content?filter=nothing:x", "Filter option not found", "filter")]
    [InlineData("/content?filter=areaMax", "Filter option not found", "filter")]
    [InlineData("/content?filter=areaMax>many", "Filter option not found", "filter")]
    [InlineData("/content?filter=cover:x", "Filter option not found", "filter")]
    [InlineData("/content?filter=contentType>park", "Filter option not found", "filter")]
    [InlineData("/content?filter=createDate>soon", "The query was not understood", "filter")]
    [InlineData("/content?sort=name", "Sort option not found", "sort")]
    [InlineData("/content?sort=body:asc", "Sort option not found", "sort")]
    [InlineData("/content?take=101", "The query was not understood", "take")]
    [InlineData("/content?skip=-1", "The query was not understood", "skip")]
    [InlineData("/content?expand=properties[cover", "The query was not understood", "expand")]
    [InlineData("/content?expand=[x]", "The query was not understood", "expand")]
    [InlineData("/content?fields=properties[]", "The query was not understood", "fields")]
    [InlineData("/content?expand=a[a[a[a[a[a[a[a[a[a[a[a]]]]]]]]]]]", "The query was not understood", "expand")]
    [InlineData("/content?facets=areaMax", "The query was not understood", "facets")]
    [InlineData("/content?updatedSince=yesterday", "The query was not understood", "updatedSince")]
    [InlineData("/content?updatedSince=7-1795406400000-nobody", "The query was not understood", "updatedSince")]
    [InlineData("/content?updatedSince=0&sort=name:asc", "The query was not understood", "sort")]
    [InlineData("/content/items?id=7", "The query was not understood", "id")]
    [InlineData("/media", "Selector option not found", "fetch")]
    [InlineData("/media?fetch=children:/&filter=name:x", "Filter option not found", "filter")]
    public async Task What_is_not_understood_is_named(string path, string title, string parameter)
    {
        var answer = await scene.Read(path);
        Assert.Equal((400, "application/problem+json; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        var problem = JsonNode.Parse(answer.Text)!;
        Assert.Equal((title, parameter), (problem["title"]!.GetValue<string>(), problem["parameters"]![0]!["parameter"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Languages()
    {
        const string item = "/content/item/parks/robotics-park";
        foreach (var (accepted, path) in new[] { ("en-US", "/en/parks/robotics-park"), ("en-GB,en;q=0.8,zh;q=0.2", "/en/parks/robotics-park"), ("fr, zh-TW;q=0.5", "/parks/robotics-park"), ("fr-FR,fr;q=0.9", "/parks/robotics-park"), ("*", "/parks/robotics-park") })
            Assert.Equal((accepted, path), (accepted, (await scene.Json(item, ("Accept-Language", accepted)))["route"]!["path"]!.GetValue<string>()));
        // One language that the site has not is not another one: nothing is published in it.
        foreach (var path in new[] { item, "/content/item/en/parks/robotics-park", $"/content/item/{site.Now.Resolve("/parks/robotics-park").Document!.Id}" })
            Assert.Equal(404, (await scene.Read(path, ("Accept-Language", "fr"))).Status);
        Assert.Equal((0, 0), ((await Ids("take=5", ("Accept-Language", "fr"))).Total, (await Ids("take=5", ("Accept-Language", "fr"))).Ids.Count));
        Assert.Equal("[]", (await scene.Read($"/content/items?id={site.Now.Resolve("/parks/robotics-park").Document!.Id}", ("Accept-Language", "fr"))).Text);
        const string english = "/content/item/en/parks/robotics-park";
        Assert.Equal("/en/parks/robotics-park", (await scene.Json(english))["route"]!["path"]!.GetValue<string>());
        Assert.Equal("/parks/robotics-park", (await scene.Json(english, ("Accept-Language", "zh-CN")))["route"]!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Methods_headers_and_old_addresses()
    {
        var get = await scene.Read("/content?take=2");
        var head = await site.Send(HttpMethod.Head, Root + "/content?take=2");
        Assert.Equal((200, get["ETag"], get["Content-Length"], 0), (head.Status, head["ETag"], head["Content-Length"], head.Bytes.Length));
        Assert.Equal(("*", "no-cache", "Accept-Language, Accept-Encoding, Api-Key, Preview, Start-Item"), (get["Access-Control-Allow-Origin"], get["Cache-Control"], get["Vary"]));
        var missing = await scene.Read("/content/item/nowhere");
        Assert.Equal((404, "application/problem+json; charset=utf-8"), (missing.Status, missing["Content-Type"]));
        Assert.Equal((404, 0), ((await site.Send(HttpMethod.Head, Root + "/content/item/nowhere")).Status, (await site.Send(HttpMethod.Head, Root + "/content/item/nowhere")).Bytes.Length));
        Assert.Equal(404, (await scene.Read("/nothing")).Status);
        // As generated clients write a path.
        Assert.Equal(((await scene.Read("/content/item/parks/robotics-park")).Text, 200), ((await scene.Read("/content/item/parks%2Frobotics-park")).Text, (await scene.Read("/media/item/parks%2frobotics-park.svg")).Status));
        var preflight = await site.Send(HttpMethod.Options, Root + "/content", ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"));
        Assert.Equal((204, "*"), (preflight.Status, preflight["Access-Control-Allow-Origin"]));
        Assert.DoesNotContain("Api-Key", preflight["Access-Control-Allow-Headers"], StringComparison.OrdinalIgnoreCase);
        var packed = await scene.Read("/content?take=20", ("Accept-Encoding", "br"));
        Assert.Equal("br", packed["Content-Encoding"]);

        var policy = await scene.Policy("old-name");
        var draft = site.Get<Content.Queries.ReadDrafts>().Read(site.Editor, policy).Value!;
        await RunningSite.Do(c => site.Get<Content.Publishing.SaveDocument>().Execute(site.Editor, new(policy, draft.Content, Slug: "new-name"), c));
        await scene.Publish(policy);
        var moved = await scene.Read("/content/item/policies/old-name");
        Assert.Equal((301, "/policies/new-name", "policies"), (moved.Status, moved["Location"], moved["Location-Start-Item-Path"]));
    }

    [Fact]
    public async Task The_description_is_whole()
    {
        var text = (await scene.Read("/../openapi.json")).Text;
        var document = JsonNode.Parse(text)!;
        var (read, diagnostic) = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json");
        Assert.Empty(diagnostic!.Errors.Concat(diagnostic.Warnings).Select(e => e.ToString()));
        Assert.Equal(document["paths"]!.AsObject().Count, read!.Paths.Count);
        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var reference in References(document))
            Assert.NotNull(reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (at, key) => at?[key]));
        var operations = document["paths"]!.AsObject().Select(p => (p.Key, Get: p.Value!["get"]!)).ToList();
        Assert.Equal(operations.Count, operations.Select(o => o.Get["operationId"]!.GetValue<string>()).Distinct().Count());
        var described = operations.ToDictionary(o => o.Key, o => o.Get["parameters"]!.AsArray().Select(p => document["components"]!["parameters"]![p!["$ref"]!.GetValue<string>().Split('/')[^1]]!).ToList());
        foreach (var (path, parameters) in described)
        {
            Assert.Equal(path.Contains('{', StringComparison.Ordinal) ? 1 : 0, parameters.Count(p => p["in"]!.GetValue<string>() == "path" && path.Contains($"{{{p["name"]}}}", StringComparison.Ordinal)));
            Assert.Equal(parameters.Count, parameters.Select(p => (p["in"]!.GetValue<string>(), p["name"]!.GetValue<string>())).Distinct().Count());
            // What is given as an example is taken.
            foreach (var parameter in parameters.Where(p => p["in"]!.GetValue<string>() == "query" && p["name"]!.GetValue<string>() is not ("q" or "id")))
            {
                var values = parameter["example"] is JsonArray many ? many.Select(m => m!.ToString()) : [parameter["example"]!.ToString()];
                var query = string.Join('&', values.Select(v => $"{parameter["name"]}={Uri.EscapeDataString(v)}"));
                var asked = path.Replace("{idOrPath}", path.Contains("media", StringComparison.Ordinal) ? "parks/robotics-park.svg" : "parks/robotics-park", StringComparison.Ordinal);
                if (path.EndsWith("/media", StringComparison.Ordinal) && !query.StartsWith("fetch", StringComparison.Ordinal))
                    query += "&fetch=children:/parks";
                Assert.Equal((asked, query, 200), (asked, query, (await scene.Read($"{asked[Root.Length..]}?{query}")).Status));
            }
        }

        foreach (var type in site.Now.Schema.DocumentTypes.Values.Where(t => t.Route is not null))
            Assert.Equal(type.Properties.Select(p => p.Alias), document["components"]!["schemas"]![char.ToUpperInvariant(type.Alias[0]) + type.Alias[1..] + "Properties"]!["properties"]!.AsObject().Select(p => p.Key));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => m is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : m.Key == "mapping" ? m.Value!.AsObject().Select(x => x.Value!.GetValue<string>()) : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
