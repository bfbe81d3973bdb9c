using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ParkBrand.Content.Schema;
using ParkBrand.Tests.Backoffice;
using ParkBrand.Tests.PublicSite;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace ParkBrand.Tests.Delivery;

/// <summary>
/// Answers are read with Umbraco's own types, and the shape of each property editor in use is recorded in contract.json. To
/// record anew, set PARKBRAND_RECORD=1 and read the difference: clients break silently.
/// </summary>
public sealed class DeliveryContractTests : IClassFixture<RunningSite>
{
    private static readonly string File = RepositoryRoot.File("tests/ParkBrand.Tests/Delivery/contract.json");

    private static readonly JsonSerializerOptions Umbraco = new(JsonSerializerDefaults.Web)
    {
        Converters =
        {
            new As<IApiContentRoute, RouteMembers>(m => new ApiContentRoute(m.Path, m.StartItem) { QueryString = m.QueryString }),
            new As<IApiElement, ElementMembers>(m => new ApiElement(m.Id, m.Name, m.ContentType, m.Properties)),
        },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private readonly RunningSite site;
    private readonly DeliveryScene scene;

    public DeliveryContractTests(RunningSite site) => (this.site, scene) = (site, new DeliveryScene(site));

    [Fact]
    public async Task Documents_are_Umbracos()
    {
        foreach (var type in site.Now.Schema.DocumentTypes.Values.Where(t => t.Route is not null))
        {
            var first = (await scene.Json($"/content?filter=contentType:{type.Alias}&take=1&expand=properties[$all]"))["items"]!.AsArray()[0]!;
            var document = first.Deserialize<ApiContentResponse>(Umbraco)!;
            var published = site.Now.Find(document.Id)!;
            Assert.Equal((type.Alias, published.In(0, site.Now.Schema)!.Name, published.Path), (document.ContentType, document.Name, document.Route.Path));
            Assert.Equal(type.Properties.Select(p => p.Alias), document.Properties.Keys);
            Assert.Equal(DateTimeKind.Utc, document.CreateDate.Kind);
            Assert.Equal(site.Now.Schema.Languages.Where((_, i) => published.IsIn(i)).Select(l => l.IsoCode), document.Cultures.Keys);
            foreach (var property in type.Properties)
                Read(property.DataType, (JsonElement?)document.Properties[property.Alias]);
        }
    }

    /// <summary>What Umbraco writes for the editor of a property, as its type.</summary>
    private static void Read(DataType type, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Null } given)
            return;
        object? read = type.Editor switch
        {
            "Umbraco.MultiNodeTreePicker" => given.Deserialize<List<ApiContent>>(Umbraco),
            "Umbraco.MediaPicker3" => given.EnumerateArray().Select(Media).ToList(),
            "Umbraco.BlockList" => given.Deserialize<ApiBlockListModel>(Umbraco),
            "Umbraco.Integer" => given.GetInt32(),
            "Umbraco.Decimal" => given.GetDecimal(),
            "Umbraco.TrueFalse" => given.GetBoolean(),
            "Umbraco.DateTime" => given.GetDateTime(),
            "Umbraco.MultipleTextstring" or "Umbraco.CheckBoxList" => given.Deserialize<string[]>(),
            "ParkBrand.GeoPosition" => (given.GetProperty("latitude").GetDecimal(), given.GetProperty("longitude").GetDecimal()),
            _ => given.GetString(),
        };
        Assert.NotNull(read);
    }

    private static ApiMedia Media(JsonElement item)
    {
        var inner = JsonNode.Parse(item.GetRawText())!.AsObject();
        // These two stand in the contract beside the type.
        Assert.True(inner.Remove("focalPoint") && inner.Remove("crops"));
        return inner.Deserialize<ApiMedia>(Umbraco)!;
    }

    [Fact]
    public async Task The_shape_of_every_editor_is_as_recorded()
    {
        var shapes = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var type in site.Now.Schema.DocumentTypes.Values.Where(t => t.Route is not null))
        {
            var items = (await scene.Json($"/content?filter=contentType:{type.Alias}&take=60&expand=properties[$all]"))["items"]!.AsArray();
            foreach (var properties in items.Select(i => i!["properties"]!.AsObject()))
                Collect(type, properties, shapes);
        }

        var all = new JsonObject
        {
            ["document"] = ContractTests.Shape(await scene.Json("/content/item/parks/robotics-park?fields=properties[tagline]")),
            ["list"] = ContractTests.Shape(await scene.Json("/content?take=1&filter=contentType:district&facets=kind&fields=properties[kind]")),
            ["changes"] = ContractTests.Shape(await scene.Json("/content?updatedSince=0&filter=contentType:district&take=1&fields=properties[kind]")),
            ["media"] = ContractTests.Shape(await scene.Json("/media?fetch=children:/parks&take=3")),
            ["problem"] = ContractTests.Shape(JsonNode.Parse((await scene.Read("/content?filter=nothing:x")).Text)),
            ["picked, not expanded"] = ContractTests.Shape((await scene.Json("/content/item/parks/robotics-park?fields=properties[sector]"))["properties"]!["sector"]),
            ["editors"] = new JsonObject([.. shapes.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)new JsonArray([.. s.Value.Select(v => JsonNode.Parse(v))])))]),
        };
        var text = all.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("PARKBRAND_RECORD") == "1")
            await System.IO.File.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
        Assert.Equal(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken), text);
        var used = site.Now.Schema.DocumentTypes.Values.Where(t => t.Route is not null).SelectMany(t => t.Properties).Select(p => p.DataType.Editor).ToHashSet();
        Assert.Empty(used.Except(shapes.Keys));
    }

    private void Collect(PropertyHolder type, JsonObject properties, SortedDictionary<string, SortedSet<string>> shapes)
    {
        foreach (var (alias, value) in properties)
        {
            var property = type.Find(alias)!;
            if (!shapes.TryGetValue(property.DataType.Editor, out var known))
                shapes[property.DataType.Editor] = known = new(StringComparer.Ordinal);
            // What is inside of what is picked or stacked has editors, and so shapes, of its own.
            var copy = value?.DeepClone();
            foreach (var inner in Inner(copy))
            {
                if (inner["contentType"] is { } alias2 && site.Now.Schema.ElementTypes.TryGetValue(alias2.GetValue<string>(), out var element))
                    Collect(element, inner["properties"]!.AsObject(), shapes);
                inner["properties"] = "by their editors";
            }

            known.Add(ContractTests.Shape(copy).ToJsonString());
        }
    }

    private static List<JsonObject> Inner(JsonNode? value) => value switch
    {
        JsonArray list => [.. list.OfType<JsonObject>().Where(o => o.ContainsKey("properties"))],
        JsonObject blocks when blocks["items"] is JsonArray items => [.. items.Select(i => i!["content"]!.AsObject())],
        _ => [],
    };

    /// <summary>A contract of Core's read as its class, whose constructor the serializer cannot choose or fill by itself.</summary>
    private sealed class As<TContract, TMembers>(Func<TMembers, TContract> make) : JsonConverter<TContract>
    {
        public override TContract? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(JsonSerializer.Deserialize<TMembers>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, TContract value, JsonSerializerOptions options) => throw new NotSupportedException();
    }

    private sealed record RouteMembers(string Path, string? QueryString, ApiContentStartItem StartItem);

    private sealed record ElementMembers(Guid Id, string Name, string ContentType, Dictionary<string, object?> Properties);
}
