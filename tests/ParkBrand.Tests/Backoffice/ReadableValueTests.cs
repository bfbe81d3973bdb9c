using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dapper;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What editors compare are words, not stored values.</summary>
[Collection(nameof(EditorsHouse))]
public sealed partial class ReadableValueTests(EditorsHouse house)
{
    [Fact]
    public void No_value_of_the_city_is_said_as_it_is_stored()
    {
        var readable = new ReadableValues(house.Schema, 0, Wording.Of(new Microsoft.AspNetCore.Http.DefaultHttpContext()), (_, _) => "名");
        var stored = house.Get<Database>().Read(c => c.Query<(string Type, string Culture, string Value)>("""
            SELECT d.type, c.culture, c.value FROM document d JOIN version_culture c ON c.document_id = d.id AND c.number = d.version
            """).AsList());
        var raw = new List<string>();
        var kinds = new HashSet<ValueKind>();
        foreach (var (type, culture, value) in stored)
            foreach (var property in house.Schema.DocumentTypes[type].Properties.Where(p => p.Variant == culture.Length > 0))
                if (JsonNode.Parse(value)![property.Alias] is { } present && kinds.Add(property.DataType.Kind) | Raw().IsMatch(readable.Text(property, present)))
                    raw.AddRange(new[] { readable.Text(property, present) }.Where(t => t.Length == 0 || Raw().IsMatch(t)).Select(t => $"{type}.{property.Alias}: {t}"));
        Assert.True(kinds.Count >= 12, string.Join(' ', kinds));
        Assert.Equal("", string.Join('\n', raw.Distinct().Take(5)));
    }

    [Fact]
    public async Task A_version_is_compared_field_by_field_in_the_editors_language()
    {
        var scene = await Scene.Make(house);
        var opened = await scene.Opened(scene.Own.Space);
        var kind = opened["values"]!.AsArray().Single(v => (string?)v!["alias"] == "kind")!;
        var before = (string)kind["value"]![0]!;
        kind["value"] = new JsonArray(before == "office" ? "lab" : "office");
        (await house.Put("administrator", $"document/{scene.Own.Space}", opened)).Is(200);
        var path = $"parkbrand/version/{scene.Own.Space:N}-2?culture=zh-CN";
        var line = Kind((await house.Get("administrator", path)).Is(200));
        var type = house.Schema.DocumentTypes["space"].Find("kind")!;
        Assert.Equal((type.Name.In(0), type.DataType.Item(before)!.Name.In(0)), ((string)line["label"]!, (string)line["then"]!));
        Assert.NotEqual((string)line["now"]!, (string)line["then"]!);
        Assert.Equal(type.DataType.Item(before)!.Name.In(1), (string)Kind(await house.Get("en-US/administrator", path))["then"]!);

        static JsonNode Kind(Reply reply) => reply.Json["items"]!.AsArray().Single(l => (string)l!["alias"]! == "kind")!;
    }

    [Fact]
    public async Task A_schedule_without_times_takes_the_plan_back_and_publishes_nothing()
    {
        var scene = await Scene.Make(house);
        var path = $"document/{scene.Own.Second}/publish";
        (await house.Put(scene.Operator, path, Schedule("\"2031-03-01T00:00:00Z\""))).Is(200);
        Assert.Equal("2031-03-01T00:00:00.000Z", await Planned());
        (await house.Put(scene.Operator, path, Schedule("null"))).Is(200);
        Assert.Null(await Planned());
        (await house.Get("administrator", $"document/{scene.Own.Second}/published")).Is(404);
        Assert.Contains("PlanEnded", (await house.Get("administrator", $"document/{scene.Own.Second}/audit-log")).Is(200).Text, StringComparison.Ordinal);

        async Task<string?> Planned() => (string?)(await house.Get("administrator", $"document/{scene.Own.Second}")).Is(200).Json["variants"]![0]!["scheduledPublishDate"];
        static string Schedule(string time) => $$"""{ "publishSchedules": [ { "culture": "zh-CN", "schedule": { "publishTime": {{time}}, "unpublishTime": null } } ] }""";
    }

    [GeneratedRegex("""^[\[{]|[0-9a-f]{8}-[0-9a-f]{4}-|^(true|false)$""")]
    private static partial Regex Raw();
}
