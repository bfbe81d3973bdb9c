using ParkBrand.Content.Queries;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>What has changed since a cursor: what is there now and fits the query, and what is not to be had any more.</summary>
internal sealed record ChangedRows(List<Row> Rows, List<Guid> Gone, ChangeCursor Next)
{
    public static ChangedRows Since(ChangeCursor since, Inquiry inquiry, ContentQuery query, ReadChanges changes)
    {
        var (view, snapshot) = (inquiry.View, inquiry.View.Snapshot);
        var (rows, gone) = (new List<Row>(), new List<Guid>());
        var changed = changes.Between(since.Seq, snapshot.Seq, view.Schema.Languages[view.Culture].IsoCode, query.Take);
        var run = new ListRun(view, query);
        foreach (var document in changed)
            if (view.Find(document.Id) is not { } row)
                // What is published without an address of its own never was in an answer.
                AddIf(document.WasPublic && snapshot.Find(document.Id) is not { Path: null }, document.Id);
            else if (run.Fits(row))
                rows.Add(row);
            else
                // Other types were never in this answer; of its own types one may have dropped out.
                AddIf(run.Takes(row.Document.Type), document.Id);
        // The end of a record makes no entry: the clock passes it. Whoever begins anew has nothing that could end.
        if (since.Seq > 0)
            foreach (var document in snapshot.ExpiredBetween(since.At, snapshot.ChangedAt))
                if (document.IsIn(view.Culture) && run.Takes(document.Type) && !gone.Contains(document.Id))
                    gone.Add(document.Id);
        return new ChangedRows(rows, gone, new ChangeCursor(changed.Count < query.Take ? snapshot.Seq : changed[^1].Seq, snapshot.ChangedAt));

        void AddIf(bool known, Guid id)
        {
            if (known && since.Seq > 0)
                gone.Add(id);
        }
    }
}
