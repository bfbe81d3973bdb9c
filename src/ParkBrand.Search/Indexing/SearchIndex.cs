using Microsoft.Data.Sqlite;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Querying;

namespace ParkBrand.Search.Indexing;

/// <summary>One generation of the index: a file, the cards beside it, and the word list by which texts were cut.</summary>
internal sealed class SearchIndex : IDisposable
{
    private const int Batch = 512;
    private readonly Dictionary<long, long> prints = [];

    private SearchIndex(SearchFile file, Vocabulary vocabulary)
    {
        File = file;
        Hash = vocabulary.Hash;
        Tokenizer = new Tokenizer(vocabulary.Words);
        foreach (var (number, document, print) in file.Entries())
        {
            prints[number] = print;
            Catalog.Reserve(document, (int)(number / SearchFile.CulturesOfADocument));
        }
    }

    public SearchFile File { get; }
    public Catalog Catalog { get; } = new();
    public Tokenizer Tokenizer { get; }

    /// <summary>Of the word list by which texts were cut.</summary>
    public ulong Hash { get; }

    /// <summary>Opens the file that fits the word list, or begins it; a file that cannot be used is begun anew.</summary>
    public static SearchIndex Open(string folder, Vocabulary vocabulary, int cultures)
    {
        var path = Path.Combine(folder, $"search-{SearchFile.Format}-{Icu.Wrapper.IcuVersion}-{vocabulary.Hash:x16}.db");
        try
        {
            return Of(SearchFile.Open(path, cultures), vocabulary);
        }
        catch (SqliteException e) when (!SearchFile.IsRefused(e))
        {
            Delete(path);
            return Of(SearchFile.Open(path, cultures), vocabulary);
        }
    }

    private static SearchIndex Of(SearchFile file, Vocabulary vocabulary)
    {
        try
        {
            return new SearchIndex(file, vocabulary);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Index files of other generations are of no use to anyone.</summary>
    public void DeleteOthers()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(File.Path)!, "search-*.db").Where(f => f != File.Path).ToList())
            Delete(file);
    }

    public static void Delete(string path)
    {
        foreach (var end in new[] { "", "-wal", "-shm" })
            System.IO.File.Delete(path + end);
    }

    /// <summary>Brings the index to a snapshot: only what differs is cut and written.</summary>
    public void Bring(Snapshot snapshot, IEnumerable<PublishedDocument> documents, CancellationToken stop)
    {
        foreach (var batch in documents.Where(d => d.Path is not (null or "/")).Chunk(Batch))
        {
            stop.ThrowIfCancellationRequested();
            var fresh = batch.AsParallel().AsOrdered().Select(d => (Card: Card.Of(d, snapshot), Texts: TextsOf(d, snapshot))).ToList();
            var rows = new List<(long Number, Guid Id, long Print, DocumentText Text)>();
            var removed = new List<long>();
            foreach (var (card, texts) in fresh)
            {
                var first = (long)Catalog.Put(card) * SearchFile.CulturesOfADocument;
                for (var culture = 0; culture < texts.Length; culture++)
                    if (texts[culture] is not { } text)
                    {
                        if (prints.ContainsKey(first + culture))
                            removed.Add(first + culture);
                    }
                    else if (text.Print is var print && (!prints.TryGetValue(first + culture, out var before) || before != print))
                        rows.Add((first + culture, card.Id, print, text));
            }

            if (rows.Count + removed.Count == 0)
                continue;
            File.Write(removed, rows.AsParallel().Select(r => new IndexRow(r.Number, r.Id, r.Print, Cut(r.Text))).ToList());
            // Known only once it is written: what the disk refuses is tried again.
            foreach (var number in removed)
                prints.Remove(number);
            foreach (var row in rows)
                prints[row.Number] = row.Print;
        }
    }

    /// <summary>Takes out what is no longer public.</summary>
    public void Drop(IEnumerable<Guid> documents)
    {
        var removed = documents.Select(Catalog.NumberOf).OfType<int>()
            .SelectMany(n => Enumerable.Range(0, SearchFile.CulturesOfADocument).Select(c => ((long)n * SearchFile.CulturesOfADocument) + c)).Where(prints.ContainsKey).ToList();
        if (removed.Count == 0)
            return;
        File.Write(removed, []);
        foreach (var number in removed)
            prints.Remove(number);
    }

    /// <summary>Takes out what an older run left behind and the snapshot does not have.</summary>
    public void DropStrangers(Snapshot snapshot)
    {
        var gone = File.Entries().Where(e => snapshot.Find(e.Document) is null).Select(e => e.Document).Distinct().ToList();
        Drop(gone);
    }

    private static DocumentText?[] TextsOf(PublishedDocument document, Snapshot snapshot)
    {
        var texts = new DocumentText?[snapshot.Schema.Languages.Count];
        for (var culture = 0; culture < texts.Length; culture++)
            texts[culture] = DocumentText.Of(document, culture, snapshot);
        return texts;
    }

    private string[] Cut(DocumentText text)
    {
        var (titleWords, titleBigrams) = Terms.Of(text.Title, Tokenizer);
        var (tagWords, tagBigrams) = Terms.Of(text.Tags, Tokenizer);
        var (bodyWords, bodyBigrams) = Terms.Of($"{text.Body}\n{text.Home}", Tokenizer);
        return [titleWords, tagWords, bodyWords, titleBigrams, tagBigrams, bodyBigrams];
    }

    public void Dispose() => File.Dispose();
}
