using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Evaluation;

/// <summary>What one gets without any of this: FTS5 over the same texts, with a tokenizer as it comes.</summary>
internal sealed class Yardstick : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly Snapshot snapshot;

    public Yardstick(string tokenizer, Snapshot snapshot)
    {
        Name = $"FTS5 {tokenizer}";
        this.snapshot = snapshot;
        connection.Open();
#pragma warning disable CA2100 // One of two names that stand in this program.
        connection.Execute($"CREATE VIRTUAL TABLE f USING fts5(id UNINDEXED, culture UNINDEXED, title, tags, body, tokenize='{tokenizer}')");
#pragma warning restore CA2100
        using var transaction = connection.BeginTransaction();
        foreach (var document in snapshot.Schema.DocumentTypes.Keys.SelectMany(t => snapshot.OfType(t)))
            for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
                if (DocumentText.Of(document, culture, snapshot) is { } text)
                    connection.Execute("INSERT INTO f VALUES (@id, @culture, @Title, @Tags, @Body)", new { id = document.Id.ToString(), culture, text.Title, text.Tags, Body = $"{text.Body}\n{text.Home}" }, transaction);
        transaction.Commit();
    }

    public string Name { get; }

    /// <summary>All words, and when nothing has them all, any.</summary>
    public IReadOnlyList<Guid> Search(Judgement judgement)
    {
        var words = judgement.Query.Split([' ', '\u3000', '\uff0c', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}\"").ToList();
        var all = Match(string.Join(' ', words), judgement);
        return all.Count > 0 ? all : Match(string.Join(" OR ", words), judgement);
    }

    private List<Guid> Match(string expression, Judgement judgement) =>
        connection.Query<string>("SELECT id FROM f WHERE f MATCH @expression AND culture = @culture ORDER BY bm25(f, 0, 0, 10, 5, 1) LIMIT 10",
            new { expression, culture = snapshot.Schema.CultureIndex(judgement.Culture) }).Select(Guid.Parse).ToList();

    public void Dispose() => connection.Dispose();
}
