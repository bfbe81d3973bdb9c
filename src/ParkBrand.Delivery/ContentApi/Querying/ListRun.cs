using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Walks the types that can have what is asked for, and joins what it finds of each to one page.</summary>
internal sealed class ListRun(PublicView view, ContentQuery query)
{
    private readonly List<Part> parts = [];

    /// <summary>What was found.</summary>
    /// <param name="Type">Null where the rows were picked one by one.</param>
    /// <param name="Order">Positions of all rows in the order asked for; null is as they stand.</param>
    private sealed record Part(TypeRows? Type, Row[] Rows, bool[] Fits, int[]? Order, int Count)
    {
        /// <summary>In order, and only as far as somebody goes on asking.</summary>
        public IEnumerable<Row> InOrder()
        {
            for (var i = 0; i < Rows.Length; i++)
                if ((Order is null ? i : Order[i]) is var at && Fits[at])
                    yield return Rows[at];
        }
    }

    public (int Total, List<Row> Page) Run()
    {
        if (query.Selection is Selection.Those those)
            parts.Add(Picked([.. those.Rows]));
        else if (query.Selection is not Selection.None)
            foreach (var type in view.Schema.DocumentTypes.Values.Where(t => t.Route is not null).OrderBy(t => t.Alias, StringComparer.Ordinal))
                if (Tests(type) is { } tests)
                    parts.Add(Scanned(TypeRows.Of(view, type.Alias), tests));
        return (parts.Sum(p => p.Count), (query.Order is { } order && parts.Count > 1 ? Merged(order) : parts.SelectMany(p => p.InOrder())).Skip(query.Skip).Take(query.Take).ToList());
    }

    /// <summary>Whether documents of a type can be in the answer.</summary>
    public bool Takes(DocumentType type) => Tests(type) is not null;

    /// <summary>Whether one document is in what is asked for, wherever it stands there.</summary>
    public bool Fits(Row row) => Tests(row.Document.Type) is { } tests && tests.TrueForAll(t => t.Passes(row)) && query.Selection switch
    {
        Selection.None => false,
        Selection.Those those => those.Rows.Any(r => r.Document.Id == row.Document.Id),
        var tree => tree.Takes(row, TypeRows.AncestorsOf(row.Document.ParentId, view, [])),
    };

    /// <summary>Counts values over everything that fits.</summary>
    public void Count(IReadOnlyList<FacetTally> facets)
    {
        foreach (var part in parts)
            foreach (var facet in facets)
                if (part.Type is { } type)
                    facet.Add(type, part.Fits, part.Count);
                else
                    for (var i = 0; i < part.Rows.Length; i++)
                        if (part.Fits[i])
                            facet.Add(part.Rows[i]);
    }

    /// <returns>Null when no document of the type can pass.</returns>
    private List<RowTest>? Tests(DocumentType type)
    {
        var tests = new List<RowTest>();
        foreach (var filter in query.Tests)
            if (filter(type) is { } test)
                tests.Add(test);
            else
                return null;
        return tests;
    }

    /// <summary>All rows are tested as they stand in memory; their order is walked only as far as the page goes.</summary>
    private Part Scanned(TypeRows type, List<RowTest> tests)
    {
        var fits = new bool[type.Rows.Length];
        if (query.Selection is Selection.Everything)
            Array.Fill(fits, true);
        else
            for (var i = 0; i < fits.Length; i++)
                fits[i] = query.Selection.Takes(type.Rows[i], type.Ancestors[i]);
        foreach (var test in tests)
            test.Narrow(type, fits);
        return new Part(type, type.Rows, fits, query.Order is { } order ? type.In(order) : null, fits.AsSpan().Count(true));
    }

    private Part Picked(Row[] rows)
    {
        var fits = Array.ConvertAll(rows, r => Tests(r.Document.Type) is { } tests && tests.TrueForAll(t => t.Passes(r)));
        return new Part(null, rows, fits, query.Order?.Sorted(rows), fits.AsSpan().Count(true));
    }

    /// <summary>Each type is in order; the page is taken from their heads, so that it costs what lies before it and not what there is.</summary>
    private IEnumerable<Row> Merged(SortOrder order)
    {
        var heads = new PriorityQueue<IEnumerator<Row>, (Row Row, int Part)>(Comparer<(Row Row, int Part)>.Create((x, y) => order.Compare(x.Row, y.Row) is var o and not 0 ? o : x.Part.CompareTo(y.Part)));
        for (var part = 0; part < parts.Count; part++)
            Enqueue(parts[part].InOrder().GetEnumerator(), part);
        while (heads.TryDequeue(out var rest, out var head))
        {
            yield return head.Row;
            Enqueue(rest, head.Part);
        }

        void Enqueue(IEnumerator<Row> rows, int part)
        {
            if (rows.MoveNext())
                heads.Enqueue(rows, (rows.Current, part));
        }
    }
}
