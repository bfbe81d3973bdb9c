using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Delivery;

/// <summary>What the city gives away, by the rules of each format.</summary>
[Collection(nameof(RunningSite))]
public sealed class OpenDataTests(RunningSite site)
{
    private static readonly string[] Sets = ["parks", "spaces", "jobs", "resources"];

    [Fact]
    public async Task A_table_has_a_row_for_each_live_document_with_its_page_and_date()
    {
        foreach (var (culture, prefix) in new[] { (0, ""), (1, "/en") })
            foreach (var set in Sets)
            {
                var answer = await site.Read($"{prefix}/open-data/{set}.csv");
                Assert.Equal((200, "text/csv; charset=utf-8", "*"), (answer.Status, answer["Content-Type"], answer["Access-Control-Allow-Origin"]));
                var rows = Csv(answer.Text);
                var lines = (await site.Read($"{prefix}/open-data/{set}.jsonl")).Text.TrimEnd('\n').Split('\n').Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
                Assert.Equal(site.Now.OfType(set.TrimEnd('s')).Count(d => d.IsIn(culture)), rows.Count - 1);
                Assert.Equal(rows.Skip(1).Select(r => r[0]), lines.Select(l => (string)l["id"]!));
                Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
                var (url, day) = (rows[0].IndexOf("url"), rows[0].IndexOf("confirmedOn"));
                foreach (var row in rows.Skip(1))
                {
                    Assert.StartsWith(site.Address + (prefix + "/parks/").TrimStart('/'), row[url], StringComparison.Ordinal);
                    DateOnly.ParseExact(row[day], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                }

                Assert.Equal(200, (await site.Read(new Uri(rows[1][url]).PathAndQuery)).Status);
            }
    }

    [Fact]
    public async Task A_byte_order_mark_is_there_for_who_asks()
    {
        var plain = await site.Read("/open-data/parks.csv");
        var marked = await site.Read("/open-data/parks.csv?bom=1");
        Assert.Equal([0xef, 0xbb, 0xbf, .. plain.Bytes], marked.Bytes);
        Assert.NotEqual(plain["ETag"], marked["ETag"]);
        Assert.Equal((byte)'i', plain.Bytes[0]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\uff1d1+1")]
    public void No_cell_is_taken_for_a_formula(string text) => Assert.Equal('\'', CsvText.Harmless(text)[0]);

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" a", "\" a\"")]
    public void Cells_are_quoted_where_they_must(string cell, string quoted) => Assert.Equal(quoted, CsvText.Quoted(cell));

    [Fact]
    public async Task Every_line_is_valid_by_the_schema_that_is_given_with_it()
    {
        foreach (var set in Sets)
        {
            var schema = JsonNode.Parse((await site.Read($"/open-data/{set}.schema.json")).Text)!;
            Assert.Equal(schema["required"]!.AsArray().Select(n => (string)n!), schema["properties"]!.AsObject().Select(p => p.Key));
            foreach (var prefix in new[] { "", "/en" })
                foreach (var line in (await site.Read($"{prefix}/open-data/{set}.jsonl")).Text.TrimEnd('\n').Split('\n'))
                {
                    var row = JsonNode.Parse(line)!.AsObject();
                    Assert.Equal(schema["properties"]!.AsObject().Select(p => p.Key), row.Select(p => p.Key));
                    Assert.All(row, p => Assert.True(Fits(schema["properties"]![p.Key]!, p.Value), $"{set}.{p.Key}: {p.Value?.ToJsonString()}"));
                }

            var table = JsonNode.Parse((await site.Read($"/en/open-data/{set}.csv-metadata.json")).Text)!;
            Assert.Equal(Csv((await site.Read($"/open-data/{set}.csv")).Text)[0], table["tableSchema"]!["columns"]!.AsArray().Select(c => (string)c!["name"]!));
            Assert.All(schema["properties"]!.AsObject(), p => Assert.NotEqual("", (string?)p.Value!["x-title"]!["en-US"]));
            Assert.DoesNotContain(schema["properties"]!.AsObject(), p => ((string?)p.Value!["x-unit"]?["en-US"])?.Any(c => c > '\u2e7f') == true);
        }
    }

    [Fact]
    public async Task Parks_are_on_the_map_where_they_are()
    {
        var map = JsonNode.Parse((await site.Read("/open-data/parks.geojson")).Text)!;
        Assert.Equal("FeatureCollection", (string?)map["type"]);
        foreach (var feature in map["features"]!.AsArray())
        {
            Assert.Equal(("Feature", "Point"), ((string?)feature!["type"], (string?)feature["geometry"]!["type"]));
            var place = feature["geometry"]!["coordinates"]!.AsArray();
            // Longitude first (RFC 7946, 3.1.1); Kunshan lies here, and nowhere with the two exchanged.
            Assert.InRange((decimal)place[0]!, 120.7m, 121.3m);
            Assert.InRange((decimal)place[1]!, 31.1m, 31.6m);
            Assert.Equal(2, place.Count);
            Assert.Equal((string?)feature["id"], (string?)feature["properties"]!["id"]);
        }

        Assert.Equal(site.Now.OfType("park").Count, map["features"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_catalogue_names_every_file_with_its_size_and_sum()
    {
        var catalog = JsonNode.Parse((await site.Read("/open-data/catalog.jsonld")).Text)!;
        Assert.Equal("dcat:Catalog", (string?)catalog["@type"]);
        foreach (var needed in new[] { "dct:title", "dct:description", "dct:publisher", "dct:license" })
            Assert.NotNull(catalog[needed]);
        var files = 0;
        foreach (var set in catalog["dcat:dataset"]!.AsArray())
        {
            foreach (var needed in new[] { "dct:identifier", "dct:title", "dct:description", "dct:modified", "dct:license", "dct:publisher", "dcat:keyword" })
                Assert.NotNull(set![needed]);
            foreach (var file in set!["dcat:distribution"]!.AsArray())
            {
                var answer = await site.Read(new Uri((string)file!["dcat:downloadURL"]!["@id"]!).PathAndQuery);
                Assert.Equal((200, (long)answer.Bytes.Length), (answer.Status, (long)file["dcat:byteSize"]!));
                Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(answer.Bytes)), (string?)file["spdx:checksum"]!["spdx:checksumValue"]);
                Assert.StartsWith((string)file["dcat:mediaType"]!, answer["Content-Type"], StringComparison.Ordinal);
                files++;
            }
        }

        Assert.Equal(18, files);
    }

    [Fact]
    public async Task The_page_leads_to_every_file_in_its_language()
    {
        foreach (var (address, prefix) in new[] { ("/open-data", ""), ("/en/open-data", "/en") })
        {
            var answer = await site.Read(address);
            var page = Markup.Of(answer);
            Assert.Empty(page.Faults());
            var links = page.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).Where(l => l[0] == '/').Distinct().ToList();
            foreach (var set in Sets)
                Assert.Contains($"{prefix}/open-data/{set}.csv?bom=1", links);
            foreach (var link in links)
                Assert.Equal((link, 200), (link, (await site.Read(link)).Status));
            Assert.Equal(site.Now.OfType("park").Count, page.Number("#parks .tally dd"));
            var graph = JsonNode.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent)!["@graph"]!.AsArray();
            var sets = graph.Where(n => (string?)n!["@type"] == "Dataset").ToList();
            Assert.Equal(4, sets.Count);
            Assert.All(sets, s => Assert.InRange(((string)s!["description"]!).Length, 50, 5000));
            Assert.All(sets, s => Assert.NotEmpty(s!["distribution"]!.AsArray()));
            Assert.Contains(graph, n => (string?)n!["@type"] == "BreadcrumbList");
            Assert.Contains($"{prefix}/open-data", Markup.Of(await site.Read(prefix + "/parks")).Links);
        }
    }

    [Theory]
    [InlineData("/open-data/parks.xml")]
    [InlineData("/open-data/spaces.geojson")]
    [InlineData("/xx/open-data/parks.csv")]
    [InlineData("/xx/open-data")]
    [InlineData("/open-data/2026-11-22/../../parkbrand.db")]
    [InlineData("/open-data/2026-11-22/%2e%2e%2fparkbrand.db")]
    [InlineData("/open-data/../parks.csv")]
    [InlineData("/open-data/2020-01-01/parks.csv")]
    [InlineData("/open-data/%2e%2e/parks.csv")]
    public async Task There_is_nothing_else(string address) => Assert.NotEqual(200, (await site.Raw(address)).Status);

    private static bool Fits(JsonNode schema, JsonNode? value)
    {
        var types = schema["type"] is JsonArray many ? many.Select(t => (string)t!).ToList() : [(string)schema["type"]!];
        var type = value switch
        {
            null => "null",
            JsonArray => "array",
            _ => value.GetValueKind() switch { System.Text.Json.JsonValueKind.String => "string", System.Text.Json.JsonValueKind.Number => "number", _ => "boolean" },
        };
        if (!types.Contains(type) && !(type == "number" && types.Contains("integer") && (decimal)value! == Math.Truncate((decimal)value!)))
            return false;
        if (schema["enum"] is JsonArray choices && !choices.Any(c => (string?)c == (string?)value))
            return false;
        return (string?)schema["format"] switch
        {
            "date" => value is null || DateOnly.TryParseExact((string)value!, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uri" => Uri.IsWellFormedUriString((string)value!, UriKind.Absolute),
            _ => true,
        };
    }

    /// <summary>RFC 4180, read apart from the code that writes it.</summary>
    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        for (int i = 0, quoted = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '"' when quoted == 1 && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append(text[i++]);
                    break;
                case '"':
                    quoted = 1 - quoted;
                    break;
                case ',' when quoted == 0:
                    rows[^1].Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when quoted == 0:
                    rows[^1].Add(cell.ToString());
                    cell.Clear();
                    rows.Add([]);
                    i++;
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
