using System.Text.Json.Nodes;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>The last part of an address, edited as if it were a property.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class UrlSegmentTests(EditorsHouse house)
{
    private const string Admin = "administrator";
    private const string Field = "$.values[?(@.alias == 'urlSegment' && @.culture == null && @.segment == null)].value";

    private static JsonObject With(JsonObject request, JsonNode? slug)
    {
        FlowTests.Find(request, "urlSegment", null)["value"] = slug;
        return request;
    }

    private async Task<string?> Slug(Guid id) => (string?)FlowTests.Find((await house.Get(Admin, $"document/{id}")).Is(200).Json, "urlSegment", null)["value"];

    [Fact]
    public async Task A_new_address_waits_for_the_publication_and_the_old_one_leads_there()
    {
        var scene = await Scene.Make(house);
        var (park, old, fresh) = (scene.Own.Park, await Slug(scene.Own.Park), $"renamed-{Guid.NewGuid().ToString()[..8]}");
        var space = await Slug(scene.Own.Space);
        (await house.Put(scene.Operator, $"document/{park}", With(await scene.Opened(park), fresh))).Is(200);
        Assert.Equal(200, (await house.Site.Read($"/parks/{old}")).Status);
        Assert.Equal("PublishedPendingChanges", (string?)(await house.Get(Admin, $"document/{park}")).Json["variants"]![0]!["state"]);
        (await house.Put(scene.Operator, $"document/{park}/publish", """{ "publishSchedules": [ { "culture": "zh-CN", "schedule": null } ] }""")).Is(200);
        Assert.Equal(200, (await house.Site.Read($"/parks/{fresh}")).Status);
        Assert.Equal(200, (await house.Site.Read($"/parks/{fresh}/spaces/{space}")).Status);
        Assert.Equal(301, (await house.Site.Read($"/parks/{old}")).Status);
        Assert.Equal(301, (await house.Site.Read($"/parks/{old}/spaces/{space}")).Status);
        Assert.Contains($"/parks/{old}", (await house.Get(scene.Operator, $"redirect-management/{park}")).Is(200).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("North Gate")]
    [InlineData("a--b")]
    [InlineData("\u56ed\u533a")]
    [InlineData("a/b")]
    public async Task What_no_address_can_have_is_refused_at_the_field(string slug)
    {
        var scene = await Scene.Make(house);
        var before = house.Everything();
        var refused = (await house.Put(Admin, $"document/{scene.Own.Space}", With(await scene.Opened(scene.Own.Space), slug))).Is(400);
        Assert.Contains(slug, (string)refused.Json["errors"]![Field]![0]!, StringComparison.Ordinal);
        var validated = With(await scene.Opened(scene.Own.Space, ("cultures", new JsonArray("zh-CN"))), slug);
        (await house.Put(Admin, $"/umbraco/management/api/v1.1/document/{scene.Own.Space}/validate", validated)).Is(400);
        Assert.Equal(before, house.Everything());
    }

    [Fact]
    public async Task The_same_segment_is_taken_among_siblings_and_free_elsewhere()
    {
        var scene = await Scene.Make(house);
        var taken = await Slug(scene.Own.Second);
        var refused = (await house.Put(Admin, $"document/{scene.Own.Space}", With(await scene.Opened(scene.Own.Space), taken))).Is(400);
        Assert.Contains("已被", (string)refused.Json["errors"]![Field]![0]!, StringComparison.Ordinal);
        (await house.Put(Admin, $"document/{scene.Foreign.Space}", With(await scene.Opened(scene.Foreign.Space), taken))).Is(200);
    }

    [Fact]
    public async Task Who_may_edit_but_not_publish_keeps_the_address()
    {
        var topic = house.Document("landing-notes", "topic");
        var opened = (await house.Get("publicityEditor", $"document/{topic}")).Is(200).Json;
        var refused = (await house.Put("publicityEditor", $"document/{topic}", With(FlowTests.Request(opened), "elsewhere"))).Is(400);
        Assert.Contains(Field, refused.Json["errors"]!.AsObject().Select(e => e.Key));
        (await house.Put("publicityEditor", $"document/{topic}", FlowTests.Request(opened))).Is(200);
        Assert.Equal("landing-notes", await Slug(topic));
    }

    [Fact]
    public async Task A_new_document_may_choose_its_segment_and_else_takes_it_from_its_name()
    {
        var scene = await Scene.Make(house);
        var (chosen, named) = (await scene.NewSpace(scene.Own.Park), await scene.NewSpace(scene.Own.Park));
        chosen["values"]!.AsArray().Add(FlowTests.Value("urlSegment", "hall-9"));
        named["values"]!.AsArray().Add(FlowTests.Value("urlSegment", ""));
        Assert.Equal("hall-9", await Slug((await house.Post(scene.Operator, "document", chosen)).Is(201).Made!.Value));
        Assert.StartsWith("shed-", await Slug((await house.Post(scene.Operator, "document", named)).Is(201).Made!.Value), StringComparison.Ordinal);
        var again = await scene.NewSpace(scene.Own.Park, ("cultures", new JsonArray("zh-CN")));
        again["values"]!.AsArray().Add(FlowTests.Value("urlSegment", "hall-9"));
        Assert.Contains(Field, (await house.Post(scene.Operator, "document/validate", again)).Is(400).Json["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task A_list_keeps_its_address_since_its_children_have_theirs_below_it()
    {
        var list = (await house.Get(Admin, $"document/{house.Document("features", "list")}")).Is(200).Json;
        Assert.DoesNotContain(list["values"]!.AsArray(), v => (string?)v!["alias"] == "urlSegment");
        var request = FlowTests.Request(list);
        request["values"]!.AsArray().Add(FlowTests.Value("urlSegment", "stories"));
        (await house.Put(Admin, $"document/{list["id"]}", request)).Is(400);
        var saved = await house.Get<SaveDocument>().Execute(new Actor("a", [house.Schema.UserGroups["administrator"]]),
            new(house.Document("features", "list"), new DocumentContent([], new Dictionary<string, CultureContent>()), Slug: "stories"), TestContext.Current.CancellationToken);
        Assert.Equal("slug", Assert.Single(saved.Problems).Path);
    }
}
