using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>A picker offers what its property takes, and the server takes nothing else.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class PickerTests(EditorsHouse house)
{
    private const string Admin = "administrator";
    private static readonly Guid Parks = SchemaId.Of("data-type", "parksPicker"), Policies = SchemaId.Of("data-type", "policiesPicker"), Figure = SchemaId.Of("data-type", "parkField");

    private async Task<JsonArray> Offered(string person, Guid dataType) =>
        (await house.Get(person, $"tree/document/root?take=1000&dataTypeId={dataType}")).Is(200).Json["items"]!.AsArray();

    private static JsonArray Picked(Guid id) => new(new JsonObject { ["type"] = "document", ["unique"] = id });

    [Fact]
    public async Task A_picker_of_parks_shows_parks_and_nothing_else()
    {
        foreach (var dataType in new[] { Parks, Figure })
        {
            var offered = await Offered(Admin, dataType);
            Assert.InRange(offered.Count, 54, 500);
            Assert.Equal([EditorsHouse.Type("park").ToString()], offered.Select(i => (string)i!["documentType"]!["id"]!).Distinct());
            Assert.All(offered, i => Assert.False((bool)i!["hasChildren"]!));
        }

        var park = house.Document("nev-park", "park");
        Assert.Equal(0, (int)(await house.Get(Admin, $"tree/document/children?parentId={park}&dataTypeId={Parks}")).Is(200).Json["total"]!);
        Assert.NotEqual(0, (int)(await house.Get(Admin, $"tree/document/children?parentId={park}")).Is(200).Json["total"]!);
    }

    [Fact]
    public async Task An_operator_is_offered_the_own_park_and_what_the_city_has_published_under_its_public_name()
    {
        var scene = await Scene.Make(house);
        Assert.Equal(scene.Own.Park.ToString(), (string?)Assert.Single(await Offered(scene.Operator, Parks))!["id"]);
        var policy = house.Document("pilot-test-voucher", "policy");
        var site = house.Get<SaveDocument>();
        var opened = house.Get<Content.Queries.ReadDrafts>().Read(Actor.Site("test"), policy).Value!;
        var renamed = new DocumentContent(opened.Content.Invariant, opened.Content.Cultures.ToDictionary(c => c.Key, c => c.Value with { Name = "草稿里的新名字" }));
        await RunningSite.Do(c => site.Execute(Actor.Site("test"), new(policy, renamed), c));
        foreach (var path in new[] { $"tree/document/root?take=1000&dataTypeId={Policies}", $"item/document?id={policy}", $"item/document/search?query=&take=1000&allowedDocumentTypes={EditorsHouse.Type("policy")}" })
        {
            var text = (await house.Get(scene.Operator, path)).Is(200).Text;
            Assert.Contains(policy.ToString(), text, StringComparison.Ordinal);
            Assert.DoesNotContain("草稿里的新名字", text, StringComparison.Ordinal);
            Assert.DoesNotContain("PendingChanges", text, StringComparison.Ordinal);
        }

        Assert.Contains("草稿里的新名字", (await house.Get(Admin, $"item/document?id={policy}")).Is(200).Text, StringComparison.Ordinal);
        await RunningSite.Do(c => site.Execute(Actor.Site("test"), new(policy, opened.Content), c));
    }

    [Fact]
    public async Task What_a_picker_does_not_take_is_refused_when_it_is_saved()
    {
        var award = FlowTests.New("award", Guid.NewGuid(), house.Document("awards", "list"), [FlowTests.Value("parks", Picked(house.Document("pilot-test-voucher", "policy")))], ("zh-CN", "评定"));
        var errors = (await house.Post(Admin, "document", award)).Is(400).Json["errors"]!;
        Assert.Contains("类型不对", (string)errors["$.values[?(@.alias == 'parks' && @.culture == null && @.segment == null)].value"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_picture_cannot_be_shown_and_the_own_cover_stays()
    {
        var scene = await Scene.Make(house);
        var cover = (string)FlowTests.Find((await house.Get(Admin, $"document/{house.Document("wearables-park", "park")}")).Is(200).Json, "cover", null)["value"]![0]!["mediaKey"]!;
        var request = await scene.Opened(scene.Own.Park);
        (await house.Put(scene.Operator, $"document/{scene.Own.Park}", request.DeepClone())).Is(200);
        request = await scene.Opened(scene.Own.Park);
        FlowTests.Find(request, "cover", null)["value"]![0]!["mediaKey"] = cover;
        (await house.Put(scene.Operator, $"document/{scene.Own.Park}", request)).Is(400);
        (await house.Put(Admin, $"document/{scene.Own.Park}", request)).Is(200);
    }

    [Fact]
    public async Task Below_a_list_only_that_is_offered_which_has_its_address_there()
    {
        async Task<List<string>> Creatable(string list)
        {
            var reply = (await house.Get(Admin, $"document-type/{EditorsHouse.Type("list")}/allowed-children?parentContentKey={house.Document(list, "list")}")).Is(200).Json;
            return [.. reply["items"]!.AsArray().Select(i => (string)i!["id"]!)];
        }

        foreach (var (list, type) in new[] { ("features", "feature"), ("parks", "park"), ("finance", "financeProduct"), ("contacts", "contactPoint") })
            Assert.Equal([EditorsHouse.Type(type).ToString()], await Creatable(list));
        Assert.Empty(await Creatable("finder"));
        var wrong = FlowTests.New("feature", Guid.NewGuid(), house.Document("policies", "list"), [], ("zh-CN", "放错了"));
        Assert.Contains("/features", (string)(await house.Post(Admin, "document", wrong)).Is(400).Json["detail"]!, StringComparison.Ordinal);
        var story = house.Document("thursday-six-of-forty-two", "feature");
        (await house.Put(Admin, $"document/{story}/move", new { target = new { id = house.Document("policies", "list") } })).Is(400);
        var parents = (await house.Get(Admin, $"document-type/{EditorsHouse.Type("space")}/allowed-parents")).Is(200).Json["allowedParentIds"]!.AsArray();
        Assert.Equal(EditorsHouse.Type("park").ToString(), (string?)Assert.Single(parents)!["id"]);
    }

    [Fact]
    public async Task A_figure_offers_the_numbers_of_a_park_and_keeps_how_it_is_written()
    {
        var settings = (await house.Get(Admin, $"data-type/{Figure}")).Is(200).Json["values"]!.AsArray().ToDictionary(v => (string)v!["alias"]!, v => v!["value"]!.AsArray());
        Assert.Equal([EditorsHouse.Type("park").ToString()], settings["parkTypes"].Select(i => (string)i!));
        var park = house.Schema.DocumentTypes["park"];
        Assert.All(settings["items"], i => Assert.Contains(park.Find((string)i!["value"]!)!.DataType.Kind, new[] { ValueKind.Integer, ValueKind.Decimal }));
        Assert.Equal(["value", "rounded"], settings["formats"].Select(f => (string)f!["value"]!));

        var story = house.Document("retained-sample-room", "feature");
        var opened = (await house.Get(Admin, $"document/{story}")).Is(200).Json;
        var figure = FigureIn(opened, "zh-CN");
        Assert.Equal("value", (string?)figure["value"]!["format"]);
        figure["value"]!["format"] = "sideways";
        (await house.Put(Admin, $"document/{story}", FlowTests.Request(opened))).Is(400);
        figure["value"]!["format"] = "rounded";
        (await house.Put(Admin, $"document/{story}", FlowTests.Request(opened))).Is(200);
        opened = (await house.Get(Admin, $"document/{story}")).Is(200).Json;
        Assert.Equal("rounded", (string?)FigureIn(opened, "zh-CN")["value"]!["format"]);

        // 168,000 m² as the park's form says; the English page shows the Chinese story, and its numbers as English readers read them.
        FigureIn(opened, "zh-CN")["value"]!["field"] = "carrierBuilt";
        var publishing = FlowTests.Request(opened);
        publishing["culturesToPublish"] = new JsonArray("zh-CN");
        (await house.Put(Admin, $"document/{story}/update-and-publish", publishing)).Is(200);
        Assert.Contains("<b>16.8<span class=\"unit\">\u4e07m²</span></b>", (await house.Site.Read("/features/retained-sample-room")).Text, StringComparison.Ordinal);
        Assert.Contains("<b>168<span class=\"unit\"> thousand m²</span></b>", (await house.Site.Read("/en/features/retained-sample-room")).Text, StringComparison.Ordinal);
    }

    private static JsonObject FigureIn(JsonNode story, string culture) => FlowTests.Find(story, "body", culture)["value"]!["contentData"]!.AsArray()
        .SelectMany(b => b!["values"]!.AsArray()).First(v => (string?)v!["editorAlias"] == LiveFigure.Editor)!.AsObject();
}
