using System.Text.Json.Nodes;
using Dapper;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Backoffice;

/// <summary>A page of a long list costs as much as a page of a short one.</summary>
public sealed class LargeTreeTests : IAsyncLifetime
{
    private readonly EditorsHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();
    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_page_of_children_is_one_read_found_by_the_index()
    {
        var parent = house.Document("features", "list");
        await Fill(parent, 3000);
        var database = house.Get<Database>();
        JsonNode page = new JsonObject();
        var fewest = long.MaxValue;
        // Followers that look for changes meanwhile take connections too, but not each time.
        for (var i = 0; i < 10; i++)
        {
            var before = database.Opened;
            page = (await house.Get("administrator", $"tree/document/children?parentId={parent}&skip=1500&take=100")).Is(200).Json;
            fewest = Math.Min(fewest, database.Opened - before);
        }

        Assert.Equal(1, fewest);
        Assert.Equal(100, page["items"]!.AsArray().Count);
        Assert.True((int)page["total"]! > 3000);
        var siblings = (await house.Get("administrator", $"tree/document/siblings?target={(string)page["items"]![50]!["id"]!}&before=2&after=3")).Is(200).Json;
        Assert.Equal((1548, 6), ((int)siblings["totalBefore"]!, siblings["items"]!.AsArray().Count));
        foreach (var sql in new[]
        {
            "SELECT count(*) FROM document WHERE parent_id IS @parent AND trashed_at IS NULL",
            "SELECT id FROM document WHERE parent_id IS @parent AND trashed_at IS NULL ORDER BY sort, id LIMIT 100 OFFSET 1500",
        })
            Assert.Contains("INDEX document_children", Plan(sql, parent), StringComparison.Ordinal);
    }

    private string Plan(string sql, Guid parent) => string.Join('\n', house.Get<Database>().Read(c => c.Query<dynamic>("EXPLAIN QUERY PLAN " + sql, new { parent }).Select(r => (string)r.detail)));

    private Task<int> Fill(Guid parent, int count) => house.Get<Database>().Write((connection, transaction) =>
    {
        connection.Execute("""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count)
            INSERT INTO document (id, type, parent_id, sort, slug, version, created_at, updated_at)
            SELECT printf('00000000-0000-4000-8000-%012d', i), 'feature', @parent, 1000 + i, 'made-up-' || i, 1, '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z' FROM n
            """, new { count, parent }, transaction);
        connection.Execute("""
            INSERT INTO version (document_id, number, slug, created_at, actor) SELECT id, 1, slug, created_at, 'test' FROM document WHERE slug LIKE 'made-up-%';
            INSERT INTO version_culture (document_id, number, culture, name, value)
            SELECT id, 1, c.culture, CASE c.culture WHEN '' THEN '' ELSE '故事 ' || slug END, '{"pad":"' || hex(zeroblob(1500)) || '"}'
            FROM document JOIN (SELECT '' AS culture UNION SELECT 'zh-CN' UNION SELECT 'en-US') c WHERE slug LIKE 'made-up-%'
            """, transaction: transaction);
        return (true, 0);
    }, TestContext.Current.CancellationToken);
}
