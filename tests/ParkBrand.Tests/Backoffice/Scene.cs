using System.Text.Json.Nodes;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>A park with a published space of two versions, a second one, and one in the recycle bin.</summary>
internal sealed record Plot(Guid Park, Guid Space, Guid Second, Guid Binned)
{
    public IEnumerable<Guid> All => [Park, Space, Second, Binned];
}

/// <summary>Two parks: the operator's own and a foreign one.</summary>
internal sealed class Scene
{
    private static int count;

    private Scene(EditorsHouse house, Plot own, Plot foreign) => (House, Own, Foreign) = (house, own, foreign);

    public EditorsHouse House { get; }
    public Plot Own { get; }
    public Plot Foreign { get; }
    public string Operator => $"parkOperator:{Own.Park}";

    public static async Task<Scene> Make(EditorsHouse house) => new(house, await Plot(house), await Plot(house));

    private static async Task<Plot> Plot(EditorsHouse house)
    {
        var number = Interlocked.Increment(ref count);
        var template = (await house.Get("administrator", $"document/{house.Document("nev-park", "park")}")).Is(200).Json;
        var park = await Copy(house, template, "park", house.Document("parks", "list"), $"Plot {number}");
        var hall = (await house.Get("administrator", $"document/{FirstSpace(house)}")).Is(200).Json;
        var space = await Copy(house, hall, "space", park, $"Hall {number}");
        var renamed = FlowTests.Request((await house.Get("administrator", $"document/{space}")).Is(200).Json);
        renamed["variants"]![0]!["name"] = $"Hall {number} renamed";
        (await house.Put("administrator", $"document/{space}", renamed)).Is(200);
        await RunningSite.Do(c => house.Get<PublishDocument>().Execute(Actor.Site("test"), new(park, ["zh-CN"]), c));
        await RunningSite.Do(c => house.Get<PublishDocument>().Execute(Actor.Site("test"), new(space, ["zh-CN"]), c));
        var second = await Copy(house, hall, "space", park, $"Second hall {number}");
        var binned = await Copy(house, hall, "space", park, $"Old hall {number}");
        await RunningSite.Do(c => house.Get<TrashDocument>().Execute(Actor.Site("test"), binned, c));
        return new Plot(park, space, second, binned);
    }

    private static Guid FirstSpace(EditorsHouse house) =>
        Guid.Parse((string)house.Get("administrator", $"tree/document/children?parentId={house.Document("nev-park", "park")}").Result.Json["items"]!.AsArray()
            .First(i => (string)i!["documentType"]!["id"]! == EditorsHouse.Type("space").ToString())!["id"]!);

    private static async Task<Guid> Copy(EditorsHouse house, JsonNode template, string type, Guid parent, string name)
    {
        var request = FlowTests.Request(template);
        var id = Guid.NewGuid();
        WithoutAddress(request);
        foreach (var variant in request["variants"]!.AsArray())
            variant!["name"] = name;
        request["id"] = id;
        request["parent"] = new JsonObject { ["id"] = parent };
        request["documentType"] = new JsonObject { ["id"] = EditorsHouse.Type(type) };
        (await house.Post("administrator", "document", request)).Is(201);
        return id;
    }

    // The address is the original's alone.
    private static void WithoutAddress(JsonObject request)
    {
        var values = request["values"]!.AsArray();
        values.Remove(values.Single(v => (string?)v!["alias"] == "urlSegment"));
    }

    /// <summary>What the client would send to save a document that it has open.</summary>
    public async Task<JsonObject> Opened(Guid id, params (string Member, JsonNode? Value)[] more)
    {
        var request = FlowTests.Request((await House.Get("administrator", $"document/{id}")).Is(200).Json);
        foreach (var (member, value) in more)
            request[member] = value;
        return request;
    }

    public async Task<JsonObject> NewSpace(Guid parent, params (string Member, JsonNode? Value)[] more)
    {
        var request = await Opened(Foreign.Second);
        foreach (var variant in request["variants"]!.AsArray())
            variant!["name"] = $"Shed {Guid.NewGuid().ToString()[..8]}";
        WithoutAddress(request);
        request["id"] = Guid.NewGuid();
        request["parent"] = new JsonObject { ["id"] = parent };
        request["documentType"] = new JsonObject { ["id"] = EditorsHouse.Type("space") };
        foreach (var (member, value) in more)
            request[member] = value;
        return request;
    }
}
