using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Import;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.FaultTests.Support;

/// <summary>The content engine in this process, on a data folder that others use too.</summary>
internal sealed class City : IDisposable
{
    public static readonly ContentSchema Schema = SchemaReader.ReadFile(Repository.Schema);
    private readonly ServiceProvider services;

    public City(string data)
    {
        services = new ServiceCollection().AddSingleton(TimeProvider.System).AddContent(new ContentOptions(Schema, data)).BuildServiceProvider();
        Snapshots = services.LoadContent();
    }

    public SnapshotSource Snapshots { get; }
    public IServiceProvider Services => services;

    public List<T> Query<T>(string sql, object? parameters = null) => services.GetRequiredService<Database>().Read(c => c.Query<T>(sql, parameters).AsList());
    public T? Scalar<T>(string sql, object? parameters = null) => services.GetRequiredService<Database>().Read(c => c.ExecuteScalar<T>(sql, parameters));

    /// <summary>Everything stored, row by row: two equal texts are two equal databases.</summary>
    public string Everything() => string.Join('\n',
        Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .SelectMany(table => Query<dynamic>($"SELECT * FROM {table}")
                .Select(row => $"{table}: {string.Join(',', ((IDictionary<string, object?>)row).Values)}").Order(StringComparer.Ordinal)));

    public static DocumentContent Trade(string name) => new(
        new() { ["level"] = "pioneer" },
        new Dictionary<string, CultureContent>
        {
            ["zh-CN"] = new(name, new() { ["summary"] = "简介", ["synonyms"] = new JsonArray("同义"), ["body"] = new string('文', 300) }),
            ["en-US"] = new(name, new() { ["summary"] = "Summary", ["synonyms"] = new JsonArray("word") }),
        });

    /// <summary>Saves a document anew and publishes it.</summary>
    public static async Task<Outcome<PublishDocument.Result>> Publish(IServiceProvider services, Guid id, string name)
    {
        var actor = Actor.Site("fault test");
        var saved = await services.GetRequiredService<SaveDocument>().Execute(actor, new SaveDocument.Command(id, Trade(name)));
        return saved.IsOk
            ? await services.GetRequiredService<PublishDocument>().Execute(actor, new PublishDocument.Command(id, ["zh-CN", "en-US"]))
            : new Outcome<PublishDocument.Result>(saved.Status, null, saved.Message, saved.Problems);
    }

    public static Task<Outcome<bool>> Unpublish(IServiceProvider services, Guid id) =>
        services.GetRequiredService<UnpublishDocument>().Execute(Actor.Site("fault test"), new UnpublishDocument.Command(id, []));

    public static Guid Industries { get; } = ContentId.OfDocument("industries");

    public static Guid IdOfTrade(int i) => ContentId.OfDocument($"industries/trade-{i}");

    public void Dispose() => services.Dispose();
}
