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
        foreach (var document in changes.Between(since.Seq, snapshot.Seq))
        {
            if (rows.Count + gone.Count >= Math.Max(1, query.Take))
                return new ChangedRows(rows, gone, since with { Seq = at });
            at = document.Seq;
            if (view.Find(document.Id) is { } row)
            {
                if (run.Fits(row))
                    rows.Add(row);
                else if (known && run.Takes(row.Document.Type)) // other types were never in this answer; of its own one may have dropped out
                    gone.Add(document.Id);
            }

            // What is published without an address of its own never was in an answer.
            else if (known && snapshot.Find(document.Id) is not { Path: null } && changes.WasPublic(document.Id, language))
                gone.Add(document.Id);
        }

        // The end of a record makes no entry in the feed: the clock passes it.
        if (known)
            gone.AddRange(snapshot.ExpiredBetween(since.At, snapshot.ChangedAt).Where(d => d.IsIn(view.Culture) && run.Takes(d.Type)).Select(d => d.Id).Except(gone));
        return new ChangedRows(rows, gone, new ChangeCursor(snapshot.Seq, snapshot.ChangedAt));
    }
}
