using System.Text.Json.Nodes;
using Dapper;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Opening a document and saving it unchanged changes nothing, for every document of the city.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class ValueTests(EditorsHouse house)
{
    [Fact]
    public void Every_document_survives_the_editor_unchanged()
    {
        var documents = house.Get<Database>().Read(c => c.Query<(string Id, string Type, string Culture, string Value)>("""
            SELECT d.id, d.type, c.culture, c.value FROM document d JOIN version_culture c ON c.document_id = d.id AND c.number = d.version
            """).AsList());
        Assert.True(documents.Count > 1000, $"only {documents.Count}");
        var broken = new List<string>();
        foreach (var (id, alias, culture, stored) in documents)
        {
            var type = house.Schema.DocumentTypes[alias];
            var before = JsonNode.Parse(stored)!.AsObject();
            var content = culture.Length == 0
                ? new DocumentContent(before, new Dictionary<string, CultureContent>())
                : new DocumentContent([], new Dictionary<string, CultureContent> { [culture] = new("", before) });
            var reader = new StoredValues(house.Schema, _ => null);
            var after = new JsonObject();
            foreach (var value in EditorValues.Of(house.Schema, type, content, id))
                reader.Put(after, type, culture, value.Alias, JsonNode.Parse(value.Value!.ToJsonString()), value.Alias, "$");
            foreach (var problem in reader.Problems)
                broken.Add($"{alias} {id}: {problem}");
            if (!JsonNode.DeepEquals(before, after))
                broken.Add($"{alias} {id} {culture}:\n{before.ToJsonString()}\n{after.ToJsonString()}");
        }

        Assert.True(broken.Count == 0, $"{broken.Count} of {documents.Count}\n{string.Join('\n', broken.Take(5))}");
    }
}
