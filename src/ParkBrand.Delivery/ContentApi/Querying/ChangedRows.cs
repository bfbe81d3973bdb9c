using ParkBrand.Content.Queries;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>What has changed since a cursor: what is there now and fits the query, and what is not to be had any more.</summary>
/// <param name="Rows">Together with <paramref name="Gone"/> as many as one page takes, unless there are no more.</param>
internal sealed record ChangedRows(List<Row> Rows, List<Guid> Gone, ChangeCursor Next)
{
    public static ChangedRows Since(ChangeCursor since, Inquiry inquiry, ContentQuery query, ReadChanges changes)
    {
        var (view, snapshot, run) = (inquiry.View, inquiry.View.Snapshot, new ListRun(inquiry.View, query));
        var language = view.Schema.Languages[view.Culture].IsoCode;
        var (rows, gone, at) = (new List<Row>(), new List<Guid>(), since.Seq);
        // Whoever begins anew knows nothing that could be gone.
        var known = since.Seq > 0;
        var entries = changes.Between(since.Seq, snapshot.Seq);
        var own = entries.Where(e => !e.IsMedia).Select(e => e.Id).ToHashSet();
        foreach (var change in entries)
        {
            if (IsFull())
                return new ChangedRows(rows, gone, since with { Seq = at, Given = default });
            if (change.IsMedia)
            {
                // A document shows address, size and text of a file: it is another with it. One with an entry of its own comes by that.
                var given = change.Seq == since.Seq + 1 ? since.Given : default;
                foreach (var shown in view.Showing(change.Id).Where(r => r.Document.Id.CompareTo(given) > 0 && !own.Contains(r.Document.Id) && run.Fits(r)).OrderBy(r => r.Document.Id).ToList())
                {
                    // The entries between the last one and this one are done: the next page begins right before this one.
                    if (IsFull())
                        return new ChangedRows(rows, gone, since with { Seq = change.Seq - 1, Given = given });
                    given = shown.Document.Id;
                    if (!rows.Contains(shown))
                        rows.Add(shown);
                }
            }
            else if (view.Find(change.Id) is { } row)
            {
                if (run.Fits(row))
                    rows.Add(row);
                else if (known && run.Takes(row.Document.Type)) // other types were never in this answer; of its own one may have dropped out
                    gone.Add(change.Id);
            }

            // What is published without an address of its own never was in an answer.
            else if (known && snapshot.Find(change.Id) is not { Path: null } && changes.WasPublic(change.Id, language))
                gone.Add(change.Id);
            at = change.Seq;
        }

        // The end of a record makes no entry in the feed: the clock passes it.
        if (known)
            gone.AddRange(snapshot.ExpiredBetween(since.At, snapshot.ChangedAt).Where(d => d.IsIn(view.Culture) && run.Takes(d.Type)).Select(d => d.Id).Except(gone));
        return new ChangedRows(rows, gone, new ChangeCursor(snapshot.Seq, snapshot.ChangedAt));

        bool IsFull() => rows.Count + gone.Count >= Math.Max(1, query.Take);
    }
}
