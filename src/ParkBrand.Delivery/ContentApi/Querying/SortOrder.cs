using System.Globalization;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>What a document is sorted by: words or a number; neither where it has no value.</summary>
internal readonly record struct SortValue(decimal? Number, string? Text);

/// <summary>One <c>sort=</c>: a field and a direction.</summary>
internal sealed record SortField(string Field, bool Descending, Func<Row, SortValue> Value);

/// <summary>The fields by which a list is sorted, first to last. What has no value comes last in both directions.</summary>
internal sealed class SortOrder(IReadOnlyList<SortField> fields, CultureInfo culture)
{
    private readonly CompareInfo words = culture.CompareInfo;

    /// <summary>The same for the same order.</summary>
    public string Key { get; } = string.Join('|', fields.Select(f => (f.Descending ? "-" : "+") + f.Field));

    public int Compare(Row x, Row y)
    {
        foreach (var field in fields)
        {
            var (a, b) = (field.Value(x), field.Value(y));
            var order = a.Text is not null && b.Text is not null ? Turned(words.Compare(a.Text, b.Text, CompareOptions.IgnoreCase), field) : Unlike(a, b, field);
            if (order != 0)
                return order;
        }

        return 0;
    }

    /// <summary>Positions of rows in this order; equals stay as they were.</summary>
    public int[] Sorted(Row[] rows)
    {
        // Words are compared by keys made once: comparing them by the rules of a language takes many times longer.
        var keys = new (SortValue Value, SortKey? Words)[fields.Count][];
        for (var f = 0; f < fields.Count; f++)
            keys[f] = Array.ConvertAll(rows, r => fields[f].Value(r) is { Text: { } text } value ? (value, words.GetSortKey(text, CompareOptions.IgnoreCase)) : (fields[f].Value(r), (SortKey?)null));
        var positions = new int[rows.Length];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = i;
        Array.Sort(positions, (a, b) => Compare(keys, a, b));
        return positions;
    }

    private int Compare((SortValue Value, SortKey? Words)[][] keys, int a, int b)
    {
        for (var f = 0; f < keys.Length; f++)
        {
            ref readonly var x = ref keys[f][a];
            ref readonly var y = ref keys[f][b];
            var order = x.Words is not null && y.Words is not null ? Turned(SortKey.Compare(x.Words, y.Words), fields[f]) : Unlike(x.Value, y.Value, fields[f]);
            if (order != 0)
                return order;
        }

        return a.CompareTo(b);
    }

    /// <summary>Two numbers, or values of different kinds, where types have a number and words by the same name: numbers come first.</summary>
    private static int Unlike(SortValue x, SortValue y, SortField field) => (x, y) switch
    {
        ({ Number: { } a }, { Number: { } b }) => Turned(a.CompareTo(b), field),
        ({ Number: null, Text: null }, { Number: null, Text: null }) => 0,
        ({ Number: null, Text: null }, _) => 1,
        (_, { Number: null, Text: null }) => -1,
        _ => Turned(x.Number is null ? 1 : -1, field),
    };

    private static int Turned(int order, SortField field) => field.Descending ? -order : order;
}
