using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

/// <summary>The catalogue by which other catalogues harvest this one: DCAT 3 as JSON-LD.</summary>
internal sealed class Catalog(OpenDataSource source, Snapshot snapshot)
{
    private readonly IReadOnlyList<Language> languages = snapshot.Schema.Languages;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public byte[] Bytes() => Encoding.UTF8.GetBytes(Write().ToJsonString(Json));

    private JsonObject Write() => new()
    {
        ["@context"] = Context(),
        ["@id"] = source.Base + "/open-data/catalog.jsonld",
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = InAll(source.Title),
        ["dct:description"] = InAll(source.Description),
        ["dct:language"] = new JsonArray([.. languages.Select(l => (JsonNode?)l.IsoCode)]),
        ["dct:license"] = Ref("/open-data/licence.txt"),
        ["dct:publisher"] = Publisher(),
        ["foaf:homepage"] = Ref("/open-data"),
        ["dcat:dataset"] = new JsonArray([.. source.Sets.Select(s => (JsonNode?)Set(s))]),
    };

    private static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["spdx"] = "http://spdx.org/rdf/terms#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private JsonObject Set(DataSet set)
    {
        var changed = Enumerable.Range(0, languages.Count).Select(c => source.Extent(set, c).Changed).Max();
        var node = new JsonObject
        {
            ["@id"] = $"{source.Base}/open-data#{set.Name}",
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = set.Name,
            ["dct:title"] = InAll(set.Title),
            ["dct:description"] = InAll(set.Description),
            ["dcat:keyword"] = new JsonArray([.. languages.SelectMany((l, c) => source.Words["catalog.keywords"].In(c).Split(',').Select(k => (JsonNode?)Value(k.Trim(), l)))]),
            ["dcat:landingPage"] = Ref("/open-data"),
            ["dct:publisher"] = Publisher(),
            ["dct:license"] = Ref("/open-data/licence.txt"),
            ["dct:accrualPeriodicity"] = new JsonObject { ["@id"] = "http://publications.europa.eu/resource/authority/frequency/CONT" },
            ["dct:conformsTo"] = Ref($"/open-data/{set.Name}.schema.json"),
            ["dct:spatial"] = new JsonObject { ["@type"] = "dct:Location", ["dct:title"] = "Kunshan, Jiangsu, China" },
            ["dcat:distribution"] = new JsonArray([.. languages.SelectMany((l, c) => set.Formats.Select(f => (JsonNode?)Distribution(set, f, l, c)))]),
        };
        if (changed is { } at)
            node["dct:modified"] = Instant(at);
        return node;
    }

    private JsonObject Distribution(DataSet set, DataFormat format, Language language, int culture)
    {
        var file = source.File(snapshot, set, format, culture);
        var address = $"{language.UrlPrefix}/open-data/{set.Name}.{format.Ending}";
        return new JsonObject
        {
            ["@id"] = source.Base + address,
            ["@type"] = "dcat:Distribution",
            ["dct:title"] = Value($"{set.Title.In(culture)} {format.Name}", language),
            ["dct:language"] = language.IsoCode,
            ["dct:license"] = Ref(language.UrlPrefix + "/open-data/licence.txt"),
            ["dcat:downloadURL"] = Ref(address),
            ["dcat:accessURL"] = Ref(language.UrlPrefix + "/open-data"),
            ["dcat:mediaType"] = format.ContentType,
            ["dcat:byteSize"] = file.Length,
            ["spdx:checksum"] = new JsonObject { ["@type"] = "spdx:Checksum", ["spdx:algorithm"] = new JsonObject { ["@id"] = "spdx:checksumAlgorithm_sha256" }, ["spdx:checksumValue"] = file.Sha256 },
        };
    }

    private JsonObject Publisher()
    {
        var publisher = new JsonObject { ["@type"] = "foaf:Organization" };
        if (snapshot.OfType("settings").FirstOrDefault() is { } settings)
            publisher["foaf:name"] = new JsonArray([.. languages.Select((l, c) => settings.In(c, snapshot.Schema)?.Values.Text("office") is { } name ? (JsonNode?)Value(name, l) : null).Where(n => n is not null)]);
        return publisher;
    }

    private JsonArray InAll(LocalizedName name) => new([.. languages.Select((l, c) => (JsonNode?)Value(name.In(c), l))]);

    private static JsonObject Value(string text, Language language) => new() { ["@value"] = text, ["@language"] = language.IsoCode };

    private static JsonObject Instant(DateTimeOffset at) => new() { ["@value"] = ChinaTime.Of(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), ["@type"] = "xsd:dateTime" };

    private JsonObject Ref(string path) => new() { ["@id"] = source.Base + path };
}
