using System.Text.Json.Nodes;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Import;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Scheduling;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests;

/// <summary>A whole content engine over a SQLite file of its own; only the clock is a fake.</summary>
internal sealed class TestSite : IDisposable
{
    private readonly ServiceProvider services;
    private readonly TestFolder? owned;

    public TestSite(ContentSchema? schema = null) : this(schema ?? TestSchema.Read(), new TestFolder(), null, null) { }

    private TestSite(ContentSchema schema, TestFolder? owned, string? folder, FakeTimeProvider? clock)
    {
        this.owned = owned;
        Schema = schema;
        Folder = folder ?? Path.Combine(owned!.Path, "data");
        Clock = clock ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 4, 0, 0, TimeSpan.Zero));
        var parts = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton<IUploadCheck, TakesAll>().AddContent(new ContentOptions(schema, Folder) { PrivateReceivers = true });
        parts.AddLogging(log => log.AddProvider(Log));
        parts.AddDataProtection().SetApplicationName("ParkBrand").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(Folder, "keys")));
        services = parts.BuildServiceProvider();
        Snapshots = services.LoadContent();
    }

    public ContentSchema Schema { get; }
    public string Folder { get; }
    public FakeTimeProvider Clock { get; }
    public SaidLog Log { get; } = new();
    public SnapshotSource Snapshots { get; }
    public Snapshot Now => Snapshots.Current;
    public Actor Site { get; } = Actor.Site("test");

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A second engine on the same file, as another process or node would be.</summary>
    public TestSite Another(ContentSchema? schema = null) => new(schema ?? Schema, null, Folder, Clock);

    public Actor Person(string group, Guid? startNode = null) => new(group, [Schema.UserGroups[group]], startNode);

    public Task<Outcome<CreateDocument.Result>> TryCreate(string type, Guid? parent, DocumentContent content, string? slug = null, Guid? id = null, Actor? actor = null) =>
        Get<CreateDocument>().Execute(actor ?? Site, new CreateDocument.Command(type, parent, content, id, slug));

    public async Task<Guid> Create(string type, Guid? parent, DocumentContent content, string? slug = null)
    {
        var created = await TryCreate(type, parent, content, slug);
        Assert.True(created.IsOk, created.Message);
        return created.Value!.Id;
    }

    public Task<Outcome<SaveDocument.Result>> Save(Guid id, DocumentContent content, int? basedOn = null, string? slug = null, Actor? actor = null) =>
        Get<SaveDocument>().Execute(actor ?? Site, new SaveDocument.Command(id, content, basedOn, slug));

    public Task<Outcome<PublishDocument.Result>> TryPublish(Guid id, string[]? cultures = null, int? basedOn = null, Actor? actor = null) =>
        Get<PublishDocument>().Execute(actor ?? Site, new PublishDocument.Command(id, cultures ?? ["zh-CN"], basedOn));

    public async Task Publish(Guid id, params string[] cultures)
    {
        var published = await TryPublish(id, cultures.Length == 0 ? null : cultures);
        Assert.True(published.IsOk, published.Message);
    }

    /// <summary>Creates and publishes in one go.</summary>
    public async Task<Guid> Live(string type, Guid? parent, DocumentContent content, string? slug = null)
    {
        var id = await Create(type, parent, content, slug);
        await Publish(id, [.. content.Cultures.Keys]);
        return id;
    }

    public Task<Outcome<bool>> Unpublish(Guid id, params string[] cultures) => Withdraw(id, null, cultures);

    public Task<Outcome<bool>> Withdraw(Guid id, string? reason, string[]? cultures = null, Actor? actor = null) =>
        Get<UnpublishDocument>().Execute(actor ?? Site, new UnpublishDocument.Command(id, cultures ?? [], reason));

    public Task<Outcome<bool>> Schedule(Guid id, DateTimeOffset? publish, DateTimeOffset? withdraw = null, string culture = "zh-CN", Actor? actor = null) =>
        Get<ScheduleDocument>().Execute(actor ?? Site, new ScheduleDocument.Command(id, [culture], publish, withdraw));

    public Task<Outcome<bool>> Move(Guid id, Guid? parent, Actor? actor = null) =>
        Get<MoveDocument>().Execute(actor ?? Site, new MoveDocument.Command(id, parent));

    public Task<Outcome<bool>> Sort(Guid parent, params Guid[] order) => Get<SortChildren>().Execute(Site, new SortChildren.Command(parent, order));

    public Task<Outcome<int>> Rollback(Guid id, int version, Actor? actor = null) =>
        Get<RollbackDocument>().Execute(actor ?? Site, new RollbackDocument.Command(id, version));

    public Task<Outcome<bool>> Trash(Guid id, Actor? actor = null) => Get<TrashDocument>().Execute(actor ?? Site, id);
    public Task<Outcome<bool>> Restore(Guid id, Actor? actor = null) => Get<RestoreDocument>().Execute(actor ?? Site, id);
    public Task<Outcome<bool>> Delete(Guid id, Actor? actor = null) => Get<DeleteDocument>().Execute(actor ?? Site, id);

    public Task<Outcome<ImportContent.Report>> Import(string folder, bool dryRun = false, bool keepGoing = false, Actor? actor = null) =>
        Get<ImportContent>().Execute(actor ?? Site, new ImportContent.Command(folder, dryRun, keepGoing));

    /// <summary>Carries out what is due, as the scheduler beside a server does.</summary>
    public Task<int> RunDue() => new Scheduler(Get<ContentWriter>(), Get<Database>(), NullLogger<Scheduler>.Instance).RunDue(CancellationToken.None);

    public List<T> Query<T>(string sql, object? parameters = null) => Get<Database>().Read(c => c.Query<T>(sql, parameters).AsList());
    public T? Scalar<T>(string sql, object? parameters = null) => Get<Database>().Read(c => c.ExecuteScalar<T>(sql, parameters));

    public int VersionOf(Guid id) => Scalar<int>("SELECT version FROM document WHERE id = @id", new { id });

    /// <summary>The stored canonical JSON of the current version.</summary>
    public string Stored(Guid id, string culture = "") => Scalar<string>("""
        SELECT c.value FROM document d JOIN version_culture c ON c.document_id = d.id AND c.number = d.version WHERE d.id = @id AND c.culture = @culture
        """, new { id, culture })!;

    /// <summary>Everything that an operation could change, to show that a refused one changed nothing.</summary>
    public string Everything() => string.Join('\n',
        new[] { "document", "version", "version_culture", "publication", "schedule", "reference", "redirect", "media", "media_folder", "audit", "change" }
            .Select(t => $"{t}: " + string.Join('|', Query<dynamic>($"SELECT * FROM {t} ORDER BY 1, 2, 3").Select(r => string.Join(',', ((IDictionary<string, object?>)r).Values)))));

    public void Dispose()
    {
        services.Dispose();
        owned?.Dispose();
    }
}

/// <summary>Stands where a host brings the real check, for tests of what comes after it. A file that says so is refused.</summary>
internal sealed class TakesAll : IUploadCheck
{
    public Task<CheckedFile> Check(string fileName, byte[] bytes, MediaType type, CancellationToken cancel) =>
        Task.FromResult(new CheckedFile(bytes.AsSpan().SequenceEqual("bad"u8) ? (Content.Values.Sentence)"The file is bad. Bring a good one." : null, bytes, "image/png", 40, 30));
}

/// <summary>A folder that goes when the test goes.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("parkbrand-test-").FullName;

    public void Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Content as short as a test wants it.</summary>
internal static class Some
{
    public static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();

    public static DocumentContent Content(string invariant, string? zh = null, string zhValues = "{}", string? en = null, string enValues = "{}")
    {
        var cultures = new Dictionary<string, CultureContent>();
        if (zh is not null)
            cultures["zh-CN"] = new CultureContent(zh, Json(zhValues));
        if (en is not null)
            cultures["en-US"] = new CultureContent(en, Json(enValues));
        return new DocumentContent(Json(invariant), cultures);
    }

    public static DocumentContent Park(string name = "园区", decimal area = 5, string? en = null, string more = "") => Content(
        $$"""{ "area": {{area}} {{more}} }""", name, """{ "summary": "一处园区" }""", en, """{ "summary": "A park" }""");

    public static DocumentContent Space(string? until = null, string? en = null) => Content(
        until is null ? """{ "kind": "lab" }""" : $$"""{ "kind": "lab", "validUntil": "{{until}}" }""", "空间", en: en);

    public static DocumentContent Sector(string name = "产业") => Content("{}", name);

    public static DocumentContent Feature(string? on = null, params Guid[] places) => Content(
        $$"""{ "places": [{{string.Join(',', places.Select(p => $"\"{p}\""))}}]{{(on is null ? "" : $", \"publishedOn\": \"{on}\"")}} }""", "故事");

    public static DocumentContent Everything(string invariant, string zh = "{}") => Content(invariant, "万有", zh);
}
