using System.Text.Json.Nodes;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What the client does, in the order in which it does it.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class FlowTests(EditorsHouse house)
{
    private const string Admin = "administrator";

    [Fact]
    public async Task A_document_is_made_saved_published_disputed_rolled_back_thrown_away_and_brought_back()
    {
        var id = Guid.NewGuid();
        var parent = house.Document("contacts", "list");
        var slug = $"desk-{id.ToString()[..6]}";
        var model = New("contactPoint", id, parent, [Value("kind", Array("cityDesk")), Value("confirmedOn", Date("2026-11-01")), Value("phone", "0512-57000000"), Value("summary", "办理", "zh-CN")], ("zh-CN", "测试服务台"), ("en-US", $"Desk {slug[5..]}"));
        model["values"]!.AsArray().Add(Value("summary", "Handles", "en-US"));
        Assert.Equal(id, (await house.Post(Admin, "document", model)).Is(201).Made);

        var opened = (await house.Get(Admin, $"document/{id}")).Is(200).Json;
        Assert.Equal("Draft", (string?)opened["variants"]![0]!["state"]);
        (await house.Put(Admin, $"document/{id}", Edited(opened, "summary", "zh-CN", "办理各类事项"))).Is(200);

        // Somebody else still has the first version open.
        var refused = (await house.Put(Admin, $"document/{id}", Edited(opened, "summary", "zh-CN", "另一种说法"))).Is(409);
        Assert.Contains("administrator", (string)refused.Json["detail"]!, StringComparison.Ordinal);

        var current = (await house.Get(Admin, $"document/{id}")).Is(200).Json;
        var publishing = Edited(current, "summary", "zh-CN", "办理各类事项");
        publishing["culturesToPublish"] = new JsonArray("zh-CN", "en-US");
        (await house.Put(Admin, $"document/{id}/update-and-publish", publishing)).Is(200);
        var url = (string)(await house.Get(Admin, $"document/urls?id={id}")).Is(200).Json[0]!["urlInfos"]![0]!["url"]!;
        Assert.Contains("办理各类事项", (await house.Site.Read(url)).Text, StringComparison.Ordinal);
        Assert.Equal("Published", (string?)(await house.Get(Admin, $"document/{id}")).Json["variants"]![0]!["state"]);

        var versions = (await house.Get(Admin, $"document-version?documentId={id}&culture=zh-CN")).Is(200).Json["items"]!.AsArray();
        Assert.Equal(2, versions.Count);
        var first = (string)versions[1]!["id"]!;
        Assert.Contains("办理", (await house.Get(Admin, $"document-version/{first}")).Is(200).Text, StringComparison.Ordinal);
        (await house.Post(Admin, $"document-version/{first}/rollback?culture=zh-CN")).Is(200);
        var back = (await house.Get(Admin, $"document/{id}")).Json;
        Assert.Equal("办理", (string?)Find(back, "summary", "zh-CN")["value"]);
        Assert.Equal("PublishedPendingChanges", (string?)back["variants"]![0]!["state"]);
        Assert.Contains("各类", (await house.Get(Admin, $"document/{id}/published")).Is(200).Text, StringComparison.Ordinal);

        (await house.Put(Admin, $"document/{id}/move-to-recycle-bin")).Is(200);
        Assert.Equal(404, (await house.Site.Read(url)).Status);
        Assert.Contains(id.ToString(), (await house.Get(Admin, "recycle-bin/document/root?take=1000")).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(parent.ToString(), (string?)(await house.Get(Admin, $"recycle-bin/document/{id}/original-parent")).Is(200).Json["id"]);
        (await house.Put(Admin, $"recycle-bin/document/{id}/restore", new { target = new { id = parent } })).Is(200);
        Assert.Equal("Draft", (string?)(await house.Get(Admin, $"document/{id}")).Is(200).Json["variants"]![0]!["state"]);
        Assert.Contains("RollBack", (await house.Get(Admin, $"document/{id}/audit-log?orderDirection=Descending&skip=0&take=100")).Is(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_appears_on_its_field_in_the_editors_language()
    {
        var id = house.Document("contacts", "list");
        var model = New("contactPoint", Guid.NewGuid(), id, [Value("kind", Array("wrong")), Value("phone", "not a number")], ("zh-CN", "服务台"));
        var errors = (await house.Post(Admin, "document", model)).Is(400).Json["errors"]!.AsObject();
        Assert.Contains("$.values[?(@.alias == 'kind' && @.culture == null && @.segment == null)].value", errors.Select(e => e.Key));
        var english = (await house.Post("en-US/" + Admin, "document", model)).Is(400).Json["errors"]!.AsObject();
        Assert.NotEqual(errors.ToJsonString(), english.ToJsonString());

        model["values"] = new JsonArray(Value("kind", Array("cityDesk")));
        var missing = (await house.Post(Admin, "document/validate", model)).Is(400).Json["errors"]!.AsObject().Select(e => e.Key).ToList();
        Assert.Contains("$.values[?(@.alias == 'summary' && @.culture == 'zh-CN' && @.segment == null)].value", missing);
    }

    [Fact]
    public async Task A_mistake_within_a_block_appears_on_the_block()
    {
        var id = house.Document("thursday-six-of-forty-two", "feature");
        var opened = (await house.Get(Admin, $"document/{id}")).Is(200).Json;
        var body = Find(opened, "body", "zh-CN");
        var block = body["value"]!["contentData"]![0]!;
        block["values"]!.AsArray().Clear();
        var request = Request(opened);
        request["cultures"] = new JsonArray("zh-CN");
        var errors = (await house.Put(Admin, $"/umbraco/management/api/v1.1/document/{id}/validate", request)).Is(400).Json["errors"]!.AsObject();
        Assert.Equal(
            $"$.values[?(@.alias == 'body' && @.culture == 'zh-CN' && @.segment == null)].value.contentData[?(@.key == '{block["key"]}')].values[?(@.alias == 'text' && @.culture == null && @.segment == null)].value",
            errors.Single().Key);
    }

    [Theory]
    [InlineData("""{ "publishSchedules": [], "cultures": [] }""", "cultures")]
    [InlineData("""{ "schedules": [] }""", "schedules")]
    [InlineData("{ }", "publishSchedules")]
    [InlineData("""{ "publishSchedules": [ { "culture": "zh-CN", "schedule": { "publishAt": null } } ] }""", "publishAt")]
    public async Task A_member_that_the_operation_does_not_know_or_misses_is_named(string body, string named)
    {
        var reply = (await house.Put(Admin, $"document/{house.Document("contacts", "list")}/publish", body)).Is(400);
        Assert.Contains(named, (string)reply.Json["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_learns_anything_without_signing_in()
    {
        (await house.Get(null, "tree/document/root")).Is(401);
        (await house.Put(null, $"document/{Guid.NewGuid()}/publish", "{ broken")).Is(401);
    }

    internal static JsonObject New(string type, Guid id, Guid? parent, JsonObject[] values, params (string Culture, string Name)[] variants) => new()
    {
        ["id"] = id, ["parent"] = parent is null ? null : new JsonObject { ["id"] = parent }, ["documentType"] = new JsonObject { ["id"] = EditorsHouse.Type(type) }, ["template"] = null,
        ["values"] = new JsonArray([.. values]),
        ["variants"] = new JsonArray([.. variants.Select(v => new JsonObject { ["culture"] = v.Culture, ["segment"] = null, ["name"] = v.Name, ["state"] = null, ["flags"] = new JsonArray() })]),
    };

    internal static JsonObject Value(string alias, JsonNode? value, string? culture = null) => new()
    {
        ["alias"] = alias, ["culture"] = culture, ["segment"] = null, ["editorAlias"] = "Umbraco.Any", ["value"] = value,
    };

    internal static JsonArray Array(string value) => new(value);
    internal static JsonObject Date(string day) => new() { ["date"] = day, ["timeZone"] = null };

    internal static JsonObject Find(JsonNode document, string alias, string? culture) =>
        document["values"]!.AsArray().Single(v => (string?)v!["alias"] == alias && (string?)v["culture"] == culture)!.AsObject();

    /// <summary>The client sends its model, without what only the answer has.</summary>
    internal static JsonObject Request(JsonNode document)
    {
        var request = document.DeepClone().AsObject();
        foreach (var key in new[] { "id", "documentType", "isTrashed", "flags" })
            request.Remove(key);
        return request;
    }

    private static JsonObject Edited(JsonNode document, string alias, string? culture, JsonNode value)
    {
        var request = Request(document);
        Find(request, alias, culture)["value"] = value;
        return request;
    }
}
