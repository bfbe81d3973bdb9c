using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What the matrix of single requests cannot say: two documents in one request, and references.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class ForeignTests(EditorsHouse house)
{
    [Fact]
    public async Task An_operator_can_neither_copy_from_a_foreign_park_nor_into_one()
    {
        var scene = await Scene.Make(house);
        var before = house.Everything();
        (await Copy(scene, scene.Foreign.Space, scene.Own.Park)).Is(404);
        (await Copy(scene, scene.Own.Space, scene.Foreign.Park)).Is(404);
        (await house.Put(scene.Operator, $"recycle-bin/document/{scene.Foreign.Binned}/restore", new { target = new { id = scene.Own.Park } })).Is(404);
        (await house.Put(scene.Operator, "document/sort", new { parent = new { id = scene.Own.Park }, sorting = new[] { new { id = scene.Foreign.Space, sortOrder = 0 } } })).Is(400);
        (await house.Put(scene.Operator, "document/sort", new { parent = (object?)null, sorting = new[] { new { id = scene.Own.Park, sortOrder = 0 } } })).Is(404);
        Assert.Equal(before, house.Everything());
        (await Copy(scene, scene.Own.Space, scene.Own.Park)).Is(201);
    }

    [Fact]
    public async Task An_operator_can_refer_to_what_is_common_and_not_to_what_is_foreign()
    {
        var scene = await Scene.Make(house);
        var policy = house.Document("pilot-test-voucher", "policy");
        var common = await scene.Opened(scene.Own.Park);
        Put(common, "policies", Picked(policy));
        (await house.Put(scene.Operator, $"document/{scene.Own.Park}", common)).Is(200);

        var before = house.Everything();
        var foreign = await scene.Opened(scene.Own.Park);
        Put(foreign, "policies", Picked(scene.Foreign.Space));
        var missing = await scene.Opened(scene.Own.Park);
        var nowhere = Guid.NewGuid();
        Put(missing, "policies", Picked(nowhere));
        var (of, not) = ((await house.Put(scene.Operator, $"document/{scene.Own.Park}", foreign)).Is(400), (await house.Put(scene.Operator, $"document/{scene.Own.Park}", missing)).Is(400));
        Assert.Equal(not.Text.Replace(nowhere.ToString(), "", StringComparison.Ordinal), of.Text.Replace(scene.Foreign.Space.ToString(), "", StringComparison.Ordinal));
        Assert.Equal(before, house.Everything());

        Assert.Contains(policy.ToString(), (await house.Get(scene.Operator, $"item/document?id={policy}")).Is(200).Text, StringComparison.Ordinal);
        (await house.Get(scene.Operator, $"document/{policy}")).Is(404);
        var picker = (await house.Get(scene.Operator, $"item/document/search?query=&take=1000&allowedDocumentTypes={EditorsHouse.Type("park")}")).Is(200);
        Assert.Equal(scene.Own.Park.ToString(), (string?)picker.Json["items"]!.AsArray().Single()!["id"]);
    }

    [Fact]
    public async Task The_tree_of_an_operator_begins_at_the_own_park()
    {
        var scene = await Scene.Make(house);
        var root = (await house.Get(scene.Operator, "tree/document/root")).Is(200).Json["items"]!.AsArray().Single()!;
        Assert.Equal((scene.Own.Park.ToString(), null), ((string?)root["id"], root["parent"]));
        var chain = (await house.Get(scene.Operator, $"tree/document/ancestors?descendantId={scene.Own.Space}")).Is(200).Json.AsArray();
        Assert.Equal([scene.Own.Park.ToString(), scene.Own.Space.ToString()], chain.Select(c => (string)c!["id"]!));
    }

    [Fact]
    public async Task Emptying_the_bin_takes_only_what_the_person_may_delete()
    {
        var scene = await Scene.Make(house);
        var before = house.Everything();
        (await house.Delete(null, "recycle-bin/document")).Is(401);
        foreach (var role in new[] { scene.Operator, "bureauReader", "reviewer", "nobody" })
            (await house.Delete(role, "recycle-bin/document")).Is(403);
        Assert.Equal(before, house.Everything());
        (await house.Delete("publicityEditor", "recycle-bin/document")).Is(200);
        Assert.Equal(before, house.Everything());
        (await house.Delete("administrator", "recycle-bin/document")).Is(200);
        Assert.Equal(0, (int)(await house.Get("administrator", "recycle-bin/document/root")).Is(200).Json["total"]!);
    }

    [Fact]
    public async Task Copied_documents_refer_to_each_other_and_not_to_the_originals()
    {
        var scene = await Scene.Make(house);
        var awards = house.Document("awards", "list");
        var award = FlowTests.New("award", Guid.NewGuid(), awards,
            [FlowTests.Value("year", 2026), FlowTests.Value("level", FlowTests.Array("excellent")), FlowTests.Value("parks", Picked(scene.Own.Park)), FlowTests.Value("awardedOn", FlowTests.Date("2026-11-01")),
                FlowTests.Value("summary", "评定", "zh-CN")], ("zh-CN", "评定"));
        var id = (await house.Post("administrator", "document", award)).Is(201).Made;
        var copy = (await house.Post("administrator", $"document/{id}/copy", new { target = new { id = awards }, relateToOriginal = false, includeDescendants = true })).Is(201).Made;
        var parks = FlowTests.Find((await house.Get("administrator", $"document/{copy}")).Is(200).Json, "parks", null);
        Assert.Equal(scene.Own.Park.ToString(), (string?)parks["value"]![0]!["unique"]);
        var whole = (await house.Post("administrator", $"document/{scene.Own.Park}/copy", new { target = new { id = house.Document("parks", "list") }, relateToOriginal = false, includeDescendants = true })).Is(201).Made;
        Assert.Equal(2, (int)(await house.Get("administrator", $"tree/document/children?parentId={whole}")).Is(200).Json["total"]!);
    }

    private Task<Reply> Copy(Scene scene, Guid id, Guid target) =>
        house.Post(scene.Operator, $"document/{id}/copy", new { target = new { id = target }, relateToOriginal = false, includeDescendants = false });

    private static JsonArray Picked(Guid id) => new(new JsonObject { ["type"] = "document", ["unique"] = id });

    private static void Put(JsonObject request, string alias, JsonNode value)
    {
        var values = request["values"]!.AsArray();
        if (values.FirstOrDefault(v => (string?)v!["alias"] == alias) is { } known)
            values.Remove(known);
        values.Add(FlowTests.Value(alias, value));
    }
}
