namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>A filter, for the documents of one type: on one of them, or faster on all.</summary>
internal sealed class RowTest(Func<Row, bool> one, Action<TypeRows, bool[]>? many = null)
{
    public static readonly RowTest Always = new(static _ => true, static (_, _) => { });

    public bool Passes(Row row) => one(row);

    /// <summary>Strikes out what does not pass.</summary>
    public void Narrow(TypeRows rows, bool[] fits)
    {
        if (many is not null)
        {
            many(rows, fits);
            return;
        }

        for (var i = 0; i < fits.Length; i++)
            fits[i] = fits[i] && one(rows.Rows[i]);
    }

    /// <summary>On an instant, compared in ticks.</summary>
    public static RowTest OnInstant(bool ofCreation, Func<long, bool> test) => new(row => test((ofCreation ? row.Variant.FirstPublishedAt : row.Variant.PublishedAt).UtcTicks), (rows, fits) =>
    {
        var instants = rows.Instants(ofCreation);
        for (var i = 0; i < fits.Length; i++)
            fits[i] = fits[i] && test(instants[i]);
    });

    /// <summary>On a number or a day that is to lie on one side of a bound.</summary>
    public static RowTest OnNumber(Content.Schema.Property property, FilterText filter, double bound, Func<object?, bool> test) => new(row => test(row.Variant.Values[property]), (rows, fits) =>
    {
        var numbers = rows.Numbers(property);
        for (var i = 0; i < fits.Length; i++)
            fits[i] = fits[i] && !double.IsNaN(numbers[i]) && filter.Holds(numbers[i], bound);
    });

    /// <summary>On a property with lists of texts, of which rows are found by text.</summary>
    public static RowTest OnWords(Content.Schema.Property property, FilterText filter, Func<object?, bool> test) => new(row => test(row.Variant.Values[property]), (rows, fits) =>
    {
        var has = new bool[fits.Length];
        foreach (var word in filter.Values)
            foreach (var row in rows.Words(property).GetValueOrDefault(word) ?? [])
                has[row] = true;
        for (var i = 0; i < fits.Length; i++)
            fits[i] = fits[i] && has[i] == (filter.Comparison == Comparison.Is);
    });

    /// <summary>On the value of a property, which stands in a row of its own while it is asked for.</summary>
    public static RowTest On(Content.Schema.Property property, Func<object?, bool> test) => new(row => test(row.Variant.Values[property]), (rows, fits) =>
    {
        var values = rows.Column(property);
        for (var i = 0; i < fits.Length; i++)
            fits[i] = fits[i] && test(values[i]);
    });

    /// <summary>On the name: words in all names at once.</summary>
    public static RowTest OnName(FilterText filter) => new(row => PropertyTest.Says(row.Variant.Name, filter), (rows, fits) =>
    {
        var said = new bool[fits.Length];
        foreach (var word in filter.Values)
            rows.Names.Mark(word, said);
        for (var i = 0; i < fits.Length; i++)
            fits[i] = fits[i] && said[i] == (filter.Comparison == Comparison.Is);
    });
}
