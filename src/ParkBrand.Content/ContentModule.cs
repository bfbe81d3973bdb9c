using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Access;
using ParkBrand.Content.Changes;
using ParkBrand.Content.Import;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Questions;
using ParkBrand.Content.Scheduling;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Content;

/// <param name="DataFolder">Holds the database and the media; made when it is missing.</param>
/// <param name="Bucket">Keeps the media for all nodes; null keeps them in the data folder alone.</param>
/// <param name="PictureSize">Reads a photo's width and height (px) from its first bytes, by content type, for files that are imported; null leaves both unknown.</param>
public sealed record ContentOptions(ContentSchema Schema, string DataFolder, S3Options? Bucket = null, Func<string, byte[], (int Width, int Height)?>? PictureSize = null)
{
    /// <summary>Whether webhooks may lead into this network and go without encryption; for tests and development.</summary>
    public bool PrivateReceivers { get; init; }
}

public static class ContentModule
{
    /// <summary>The content engine: store, use cases, snapshot. Call <see cref="LoadContent"/> before serving.</summary>
    public static IServiceCollection AddContent(this IServiceCollection services, ContentOptions options)
    {
        services.AddSingleton(options.Schema);
        services.AddSingleton(p => new Database(options.DataFolder, p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new SnapshotSource(p.GetRequiredService<Database>(), options.Schema));
        services.AddSingleton(_ => new BlobStore(options.DataFolder, options.Bucket is { } bucket ? new S3Bucket(bucket) : null));
        services.AddSingleton(p => new ContentWriter(p.GetRequiredService<Database>(), options.Schema, p.GetRequiredService<SnapshotSource>()));
        services.AddUseCase(w => new CreateDocument(w)).AddUseCase(w => new SaveDocument(w)).AddUseCase(w => new PublishDocument(w))
            .AddUseCase(w => new UnpublishDocument(w)).AddUseCase(w => new ScheduleDocument(w)).AddUseCase(w => new MoveDocument(w))
            .AddUseCase(w => new SortChildren(w)).AddUseCase(w => new TrashDocument(w)).AddUseCase(w => new RestoreDocument(w))
            .AddUseCase(w => new DeleteDocument(w)).AddUseCase(w => new RollbackDocument(w))
            .AddUseCase(w => new SaveAndPublish(w)).AddUseCase(w => new CreateAndPublish(w)).AddUseCase(w => new PublishTree(w))
            .AddUseCase(w => new PublishVariants(w)).AddUseCase(w => new CopyDocument(w)).AddUseCase(w => new EmptyRecycleBin(w));
        services.AddQuery((d, s) => new BrowseDocuments(d, s)).AddQuery((d, s) => new BrowseRecycleBin(d, s)).AddQuery((d, s) => new FindDocuments(d, s))
            .AddQuery((d, s) => new OpenDocument(d, s)).AddQuery((d, s) => new ReadReferences(d, s)).AddQuery((d, s) => new ReadTrail(d, s))
            .AddQuery((d, s) => new CheckDocument(d, s)).AddQuery((d, s) => new ReadRedirects(d, s));
        services.AddMediaLibrary();
        services.AddWebhookStore(options.PrivateReceivers);
        services.AddSingleton(p => new ImportContent(p.GetRequiredService<ContentWriter>(), options.Schema, p.GetRequiredService<BlobStore>(), options.PictureSize));
        services.AddSingleton(p => new ReadDrafts(p.GetRequiredService<Database>(), options.Schema));
        services.AddSingleton(p => new ReadRights(p.GetRequiredService<Database>(), options.Schema));
        services.AddSingleton(p => new StoredAccounts(p.GetRequiredService<Database>(), options.Schema)).AddSingleton(p => new AccountSessions(p.GetRequiredService<Database>()))
            .AddSingleton(p => new AccountTokens(p.GetRequiredService<Database>())).AddSingleton(p => new UnknownNames(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new KeepQuestions(p.GetRequiredService<Database>())).AddSingleton(p => new ReadQuestions(p.GetRequiredService<Database>())).AddSingleton(p => new SettleQuestion(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new ReadChanges(p.GetRequiredService<Database>())).AddSingleton(p => new DraftCity(p.GetRequiredService<Database>(), options.Schema, p.GetRequiredService<SnapshotSource>()));
        services.AddSingleton(p => new PreviewDraft(p.GetRequiredService<Database>(), options.Schema, p.GetRequiredService<SnapshotSource>()));
        services.AddSingleton(p => new ExportContent(p.GetRequiredService<Database>(), options.Schema, p.GetRequiredService<BlobStore>()));
        return services;
    }

    private static void AddMediaLibrary(this IServiceCollection services)
    {
        services.AddSingleton(p => new UploadIntake(p.GetRequiredService<ContentSchema>(), p.GetRequiredService<IUploadCheck>(), p.GetRequiredService<BlobStore>()));
        services.AddSingleton(p => new UploadMedia(p.GetRequiredService<ContentWriter>(), p.GetRequiredService<UploadIntake>()));
        services.AddSingleton(p => new SaveMedia(p.GetRequiredService<ContentWriter>(), new Lazy<UploadIntake>(p.GetRequiredService<UploadIntake>)));
        services.AddUseCase(w => new CreateMediaFolder(w)).AddUseCase(w => new MoveMedia(w)).AddUseCase(w => new SortMedia(w)).AddUseCase(w => new TrashMedia(w))
            .AddUseCase(w => new RestoreMedia(w)).AddUseCase(w => new DeleteMedia(w));
        services.AddSingleton(p => new ReadMedia(p.GetRequiredService<Database>(), p.GetRequiredService<ContentSchema>()));
    }

    /// <summary>What runs beside a server: planned publications, and changes made by other processes.</summary>
    public static IServiceCollection AddContentServices(this IServiceCollection services) =>
        services.AddHostedService<Scheduler>().AddContentFollower();

    /// <summary>For a process that only reads: it sees what others publish.</summary>
    public static IServiceCollection AddContentFollower(this IServiceCollection services) => services.AddHostedService<ChangeFollower>();

    /// <summary>Opens and migrates the database and reads everything published.</summary>
    /// <exception cref="StorageException">With a sentence for the person who runs the site.</exception>
    public static SnapshotSource LoadContent(this IServiceProvider services)
    {
        var snapshots = services.GetRequiredService<SnapshotSource>();
        snapshots.Load();
        return snapshots;
    }

    /// <summary>Whether nothing was ever done here. A city that was withdrawn or deleted on purpose is not new.</summary>
    public static bool IsNew(this IServiceProvider services) =>
        services.GetRequiredService<Database>().Read(c => !c.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM audit)"));

    private static IServiceCollection AddUseCase<T>(this IServiceCollection services, Func<ContentWriter, T> make) where T : class =>
        services.AddSingleton(p => make(p.GetRequiredService<ContentWriter>()));

    private static IServiceCollection AddQuery<T>(this IServiceCollection services, Func<Database, ContentSchema, T> make) where T : class =>
        services.AddSingleton(p => make(p.GetRequiredService<Database>(), p.GetRequiredService<ContentSchema>()));
}
