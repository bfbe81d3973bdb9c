using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Walks the types that can have what is asked for, and joins what it finds of each to one page.</summary>
internal sealed class ListRun(PublicView view, ContentQuery query)
{
    private readonly List<Found> found = [];

    /// <param name="Positions">Of what fits, in order; null when all rows fit in their public order.</param>
    private sealed record Found(Row[] Rows, List<int>? Positions)
    {
        public int Count => Positions?.Count ?? Rows.Length;
        public Row this[int i] => Positions is null ? Rows[i] : Rows[Positions[i]];
    }

    public (int Total, List<Row> Page) Run()
    {
        if (query.Selection is Selection.Those those)
            found.Add(Picked(those.Rows));
        else if (query.Selection is not Selection.None)
            foreach (var type in view.Schema.DocumentTypes.Values.Where(t => t.Route is not null).OrderBy(t => t.Alias, StringComparer.Ordinal))
                if (Tests(type) is { } tests)
                    found.Add(Scanned(TypeRows.Of(view, type.Alias), tests));
        return (found.Sum(f => f.Count), query.Order is { } order && found.Count > 1 ? Merged(order) : Joined());
    }

    /// <summary>Whether documents of a type can be in the answer.</summary>
    public bool Takes(DocumentType type) => Tests(type) is not null;

    /// <summary>Whether one document is in what is asked for, wherever it stands there.</summary>
    public bool Fits(Row row) => Tests(row.Document.Type) is { } tests && tests.TrueForAll(t => t(row)) && query.Selection switch
    {
        Selection.None => false,
        Selection.Those those => those.Rows.Any(r => r.Document.Id == row.Document.Id),
        var tree => tree.Takes(row, TypeRows.AncestorsOf(row.Document.ParentId, view, [])),
    };

    /// <summary>Everything that fits, in no order that is promised.</summary>
    public IEnumerable<Row> All() => found.SelectMany(f => Enumerable.Range(0, f.Count).Select(i => f[i]));

    /// <returns>Null when no document of the type can pass.</returns>
    private List<Func<Row, bool>>? Tests(DocumentType type)
    {
        var tests = new List<Func<Row, bool>>();
        foreach (var filter in query.Tests)
            if (filter(type) is { } test)
                tests.Add(test);
            else
                return null;
        return tests;
    }

    private Found Scanned(TypeRows type, List<Func<Row, bool>> tests)
    {
        var (rows, order) = (type.Rows, query.Order is { } wanted ? type.In(wanted) : null);
        var positions = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            var at = order is null ? i : order[i];
            if (query.Selection.Takes(rows[at], type.Ancestors[at]) && tests.TrueForAll(t => t(rows[at])))
                positions.Add(at);
        }

        return new Found(rows, positions);
    }

    private Found Picked(IReadOnlyList<Row> rows)
    {
        var fitting = rows.Where(r => Tests(r.Document.Type) is { } tests && tests.TrueForAll(t => t(r))).ToArray();
        return new Found(fitting, query.Order is { } order ? [.. order.Sorted(fitting)] : null);
    }

    private List<Row> Joined()
    {
        var page = new List<Row>(query.Take);
        var skip = query.Skip;
        foreach (var part in found)
        {
            for (var i = skip; i < part.Count && page.Count < query.Take; i++)
                page.Add(part[i]);
            skip = Math.Max(0, skip - part.Count);
        }

        return page;
    }

    /// <summary>Each type is in order; the page is taken from their heads, so that it costs what lies before it and not what there is.</summary>
    private List<Row> Merged(SortOrder order)
    {
        var heads = new PriorityQueue<(int Part, int At), (Row Row, int Part)>(Comparer<(Row Row, int Part)>.Create((x, y) => order.Compare(x.Row, y.Row) is var o and not 0 ? o : x.Part.CompareTo(y.Part)));
        for (var part = 0; part < found.Count; part++)
            if (found[part].Count > 0)
                heads.Enqueue((part, 0), (found[part][0], part));
        var page = new List<Row>(query.Take);
        for (var passed = 0; page.Count < query.Take && heads.TryDequeue(out var head, out var key); passed++)
        {
            if (passed >= query.Skip)
                page.Add(key.Row);
            if (head.At + 1 < found[head.Part].Count)
                heads.Enqueue((head.Part, head.At + 1), (found[head.Part][head.At + 1], head.Part));
        }

        return page;
    }
}
