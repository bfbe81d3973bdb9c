using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Import;

/// <summary>
/// Brings content files into the store in one transaction: everything, or nothing and a list of what is wrong where.
/// Importing the same files again changes nothing; a changed file makes one new version.
/// </summary>
public sealed class ImportContent
{
    private readonly ContentWriter writer;
    private readonly ContentSchema schema;
    private readonly BlobStore blobs;

    private readonly Func<string, byte[], (int Width, int Height)?>? sizeOf;

    internal ImportContent(ContentWriter writer, ContentSchema schema, BlobStore blobs, Func<string, byte[], (int Width, int Height)?>? sizeOf = null) =>
        (this.writer, this.schema, this.blobs, this.sizeOf) = (writer, schema, blobs, sizeOf);

    /// <param name="DryRun">Checks everything, including addresses and references, and then takes it back.</param>
    /// <param name="KeepGoing">Leaves files with problems out instead of importing nothing.</param>
    public sealed record Command(string Folder, bool DryRun = false, bool KeepGoing = false);

    /// <param name="Problems">Sorted by file and line. Not empty means nothing was imported, unless the import was told to keep going.</param>
    public sealed record Report(int Created, int Changed, int Unchanged, int MediaChanged, IReadOnlyList<FileProblem> Problems)
    {
        public int Files => Created + Changed + Unchanged;
    }

    /// <param name="progress">Told (done, total) as the import goes on.</param>
    public async Task<Outcome<Report>> Execute(Actor actor, Command command, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancel = default)
    {
        if (!Directory.Exists(command.Folder))
            return Outcome.Invalid<Report>($"The content folder {command.Folder} does not exist.");
        var batch = ContentFolder.Read(schema, command.Folder);
        if (batch.Problems.Count > 0 && !command.KeepGoing)
            return Failed(new Report(0, 0, 0, 0, Sorted(batch.Problems)));
        try
        {
            // Blobs are named by their bytes: written before the transaction, they do no harm when it is taken back.
            if (!command.DryRun)
                foreach (var (path, media) in batch.Media.ToList())
                {
                    var bytes = await File.ReadAllBytesAsync(media.FullPath, cancel);
                    if (await blobs.Keep(bytes, cancel) != media.Hash)
                        return Outcome.Unavailable<Report>($"{media.FullPath} was changed during the import. Nothing was imported; try again.");
                    if (media.Width is null && sizeOf?.Invoke(media.ContentType, bytes) is var (width, height))
                        batch.Media[path] = media with { Width = width, Height = height };
                }
        }
        catch (StorageException e)
        {
            return Outcome.Unavailable<Report>(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Outcome.Unavailable<Report>($"A media file cannot be read: {StorageException.Reason(e)}. Nothing was imported.");
        }

        Report? report = null;
        var outcome = await writer.Run(actor, session =>
        {
            report = Run(session, batch, command.KeepGoing, progress);
            var good = report.Problems.Count == 0 || command.KeepGoing;
            return !good ? Failed(report) : command.DryRun ? Outcome.Conflict<Report>("dry run") : Outcome.Ok(report);
        }, cancel);
        return command.DryRun && outcome.Status == OutcomeStatus.Conflict ? Outcome.Ok(report!) : outcome.IsOk ? outcome : outcome with { Value = report };
    }

    /// <summary>Again from the start without the files that failed, until none does: a file is imported wholly or not at all.</summary>
    private static Report Run(WriteSession session, ContentFolder batch, bool keepGoing, IProgress<(int Done, int Total)>? progress)
    {
        var problems = batch.Problems.ToList();
        var leftOut = problems.Select(p => p.File).ToHashSet();
        while (true)
        {
            session.Execute("SAVEPOINT round");
            var run = new ImportRun(session, batch, leftOut, progress);
            var report = run.Execute();
            problems.AddRange(run.Problems);
            if (run.Problems.Count == 0 || !keepGoing)
                return report with { Problems = Sorted(problems) };
            session.Execute("ROLLBACK TO round");
            leftOut.UnionWith(run.Problems.Select(p => p.File));
        }
    }

    private static Outcome<Report> Failed(Report report) =>
        new(OutcomeStatus.Invalid, report, $"{report.Problems.Count} problem(s) in the content files; nothing was imported.", []);

    internal static List<FileProblem> Sorted(IEnumerable<FileProblem> problems) =>
        problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ToList();
}
