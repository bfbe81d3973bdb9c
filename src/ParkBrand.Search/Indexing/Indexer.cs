using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Querying;
using ParkBrand.Search.Suggesting;

namespace ParkBrand.Search.Indexing;

/// <summary>Everything that one search needs, of one moment.</summary>
internal sealed record Searchable(SearchIndex Index, Vocabulary Vocabulary, Lexicon Lexicon, PhraseBook Phrases, Suggester[] Suggesters)
{
    public static Searchable Of(SearchIndex index, Vocabulary vocabulary, Snapshot snapshot)
    {
        var terms = index.File.Terms();
        return new(index, vocabulary, Lexicon.Of(vocabulary, terms.Where(t => t.Words > 0).Select(t => (t.Term, t.Words)), snapshot),
            new PhraseBook(index.Tokenizer, terms.Select(t => t.Term).ToHashSet(StringComparer.Ordinal)), Suggester.Of(snapshot, vocabulary));
    }
}

/// <summary>
/// Keeps the index in step with what is published. The site never waits for it: until the first pass is through, searches
/// see what is there already, and when the file breaks it is built again while the pages go on.
/// </summary>
internal sealed class Indexer(SnapshotSource snapshots, string folder, TimeProvider clock, ILogger<Indexer> log) : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1), LexiconAge = TimeSpan.FromSeconds(2);
    private readonly Channel<SnapshotChange> changes = Channel.CreateUnbounded<SnapshotChange>();
    private Searchable? current;
    private string? refusal;
    private long stamp, lexiconStamp;

    /// <summary>Null until the index was opened for the first time.</summary>
    public Searchable? Current => Volatile.Read(ref current);

    /// <summary>The last snapshot that is wholly in the index.</summary>
    public long Stamp => Interlocked.Read(ref stamp);

    /// <summary>Whether all of a snapshot is in the index, and its words are known.</summary>
    public bool Has(Snapshot snapshot) => Stamp >= snapshot.Stamp && Interlocked.Read(ref lexiconStamp) >= snapshot.Stamp;

    private bool LexiconIsOld => Interlocked.Read(ref lexiconStamp) < Stamp;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        snapshots.Follow(change =>
        {
            // What is gone disappears in this very moment; what is new may take a few milliseconds.
            current?.Index.Catalog.Hide(change.Documents, change.After);
            changes.Writer.TryWrite(change);
        });
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the starting thread: the first page must not wait for the index.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Rebuild(snapshots.Current, stoppingToken);
                refusal = null;
                await FollowChanges(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception e) when (SearchFile.IsRefused(e))
            {
                // What stands in the index is right, and what is gone is hidden: it goes on serving until the disk takes more.
                if (e.Message != refusal)
                    log.LogWarning("The disk takes nothing more into the search index, which serves as it stands: {Reason}", refusal = e.Message);
                await Breathe(stoppingToken);
            }
            catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or AggregateException)
            {
                log.LogWarning("The search index failed and is built anew: {Reason}", e.Message);
                Discard();
                await Breathe(stoppingToken);
            }
        }

        current?.Index.Dispose();
    }

    private async Task FollowChanges(CancellationToken stop)
    {
        var renewal = Task.CompletedTask;
        try
        {
            while (true)
            {
                // Beside the loop: a publication must not wait until the lexicon has read the whole index.
                if (LexiconIsOld && renewal.IsCompleted && !await AnyWithin(LexiconAge, stop))
                {
                    await renewal;
                    renewal = Task.Run(RenewLexicon, stop);
                }

                if (!renewal.IsCompleted)
                    await Task.WhenAny(renewal, changes.Reader.WaitToReadAsync(stop).AsTask());
                else if (!LexiconIsOld)
                    await changes.Reader.WaitToReadAsync(stop);
                while (changes.Reader.TryRead(out var change))
                    // After a failure everything was brought to a later state already.
                    if (change.After.Stamp > Stamp)
                        Apply(change, stop);
            }
        }
        finally
        {
            // It reads the file that is closed next.
            await renewal.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> AnyWithin(TimeSpan time, CancellationToken stop)
    {
        try
        {
            return await changes.Reader.WaitToReadAsync(stop).AsTask().WaitAsync(time, clock, stop);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private void Apply(SnapshotChange change, CancellationToken stop)
    {
        var (index, vocabulary) = (current!.Index, current.Vocabulary);
        var renewed = Vocabulary.Of(change.After);
        if (!ReferenceEquals(renewed, vocabulary))
        {
            if (renewed.Hash != index.Hash)
            {
                Rebuild(change.After, stop);
                return;
            }

            current = current with { Vocabulary = renewed };
        }

        var touched = Affected(change);
        index.Drop(touched.Where(id => change.After.Find(id) is null));
        index.Bring(change.After, touched.Select(id => change.After.Find(id)).OfType<PublishedDocument>(), stop);
        Interlocked.Exchange(ref stamp, change.After.Stamp);
    }

    /// <summary>A record says its park's name, a park its sector's: what is named elsewhere is looked at there too.</summary>
    private static HashSet<Guid> Affected(SnapshotChange change)
    {
        var touched = new HashSet<Guid>(change.Documents);
        foreach (var id in change.Documents)
            foreach (var near in change.After.ReferrersOf(id).Concat(change.After.ChildrenOf(id)).ToList())
            {
                touched.Add(near.Id);
                touched.UnionWith(change.After.ChildrenOf(near.Id).Select(c => c.Id));
            }

        return touched;
    }

    /// <summary>Makes or completes the index for a snapshot; a former one answers until the new one is ready.</summary>
    private void Rebuild(Snapshot snapshot, CancellationToken stop)
    {
        var vocabulary = Vocabulary.Of(snapshot);
        var former = current;
        var index = former?.Index.Hash == vocabulary.Hash ? former.Index : SearchIndex.Open(folder, vocabulary, snapshot.Schema.Languages.Count);
        try
        {
            var writes = index.File.Writes;
            // Nothing served yet: let the searches see the index while it grows.
            current ??= Searchable.Of(index, vocabulary, snapshot);
            index.DropStrangers(snapshot);
            index.Bring(snapshot, snapshot.Schema.DocumentTypes.Keys.SelectMany(type => snapshot.OfType(type)), stop);
            // A start that finds the index as it left it has made all of this a moment ago.
            if (former is not null || index.File.Writes != writes)
                current = Searchable.Of(index, vocabulary, snapshot);
        }
        finally
        {
            if (current?.Index != index)
                index.Dispose();
        }

        if (former is not null && former.Index != index)
            former.Index.Dispose();
        index.DeleteOthers();
        Interlocked.Exchange(ref lexiconStamp, snapshot.Stamp);
        Interlocked.Exchange(ref stamp, snapshot.Stamp);
    }

    private void RenewLexicon()
    {
        var (before, seen) = (current!, Stamp);
        var renewed = Searchable.Of(before.Index, before.Vocabulary, snapshots.Current);
        // Whatever was exchanged meanwhile is newer than this, and made its own.
        if (ReferenceEquals(Interlocked.CompareExchange(ref current, renewed, before), before))
            Interlocked.Exchange(ref lexiconStamp, seen);
    }

    private void Discard()
    {
        if (current is not { } broken)
            return;
        current = null;
        broken.Index.Dispose();
        try
        {
            SearchIndex.Delete(broken.Index.File.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The broken search index cannot be deleted: {Reason}", e.Message);
        }
    }

    private async Task Breathe(CancellationToken stop) => await Task.Delay(Breath, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
