using System.Globalization;
using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>What a document is sorted by: words or a number; neither where it has no value.</summary>
internal readonly record struct SortValue(decimal? Number, string? Text)
{
    public bool IsMissing => Number is null && Text is null;
}

/// <summary>One <c>sort=</c>: a field and a direction.</summary>
internal sealed record SortField(string Field, bool Descending, Func<Row, SortValue> Value);

/// <summary>The fields by which a list is sorted, first to last. What has no value comes last in both directions.</summary>
internal sealed class SortOrder(IReadOnlyList<SortField> fields, CultureInfo culture)
{
    private static readonly string[] Own = ["name", "level", "sortOrder", "createDate", "updateDate"];
    private readonly CompareInfo words = culture.CompareInfo;

    public IReadOnlyList<SortField> Fields => fields;

    /// <summary>The same for the same order.</summary>
    public string Key { get; } = string.Join('|', fields.Select(f => (f.Descending ? "-" : "+") + f.Field));

    public int Compare(Row x, Row y)
    {
        foreach (var field in fields)
            if (Compare(field.Value(x), field.Value(y), field.Descending, (a, b) => words.Compare(a, b, CompareOptions.IgnoreCase)) is var order and not 0)
                return order;
        return 0;
    }

    /// <summary>Positions of rows in this order; equals stay as they were.</summary>
    public int[] Sorted(IReadOnlyList<Row> rows)
    {
        // Words are compared by keys made once: comparing them by the rules of a language takes many times longer.
        var keys = fields.Select(f => rows.Select(r => f.Value(r)).Select(v => (Value: v, Words: v.Text is { } text ? words.GetSortKey(text, CompareOptions.IgnoreCase) : null)).ToArray()).ToArray();
        var positions = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(positions, (a, b) =>
        {
            for (var f = 0; f < keys.Length; f++)
            {
                var (x, y) = (keys[f][a], keys[f][b]);
                if (Compare(x.Value, y.Value, fields[f].Descending, (_, _) => SortKey.Compare(x.Words!, y.Words!)) is var order and not 0)
                    return order;
            }

            return a.CompareTo(b);
        });
        return positions;
    }

    private static int Compare(SortValue x, SortValue y, bool descending, Func<string, string, int> compareWords)
    {
        if (x.IsMissing || y.IsMissing)
            return x.IsMissing.CompareTo(y.IsMissing);
        // Types may have a number and words by the same name; numbers come first.
        var order = x.Number is { } a && y.Number is { } b ? a.CompareTo(b)
            : x.Text is { } s && y.Text is { } t ? compareWords(s, t)
            : x.Text is null ? -1 : 1;
        return descending ? -order : order;
    }

    /// <returns>Null when the field or the direction is unknown.</returns>
    public static SortField? Parse(string text, PublicView view)
    {
        var descending = text.EndsWith(":desc", StringComparison.OrdinalIgnoreCase);
        if (!descending && !text.EndsWith(":asc", StringComparison.OrdinalIgnoreCase))
            return null;
        var field = text[..text.LastIndexOf(':')];
        return ValueOf(field, view) is { } value ? new SortField(field, descending, value) : null;
    }

    public static string Allowed => $"{string.Join(", ", Own)} or a property with one value, then :asc or :desc";

    private static Func<Row, SortValue>? ValueOf(string field, PublicView view) => field switch
    {
        "name" => row => new(null, row.Variant.Name),
        "level" => row => new(Level(row, view), null),
        "sortOrder" => row => new(row.Document.Sort, null),
        "createDate" => row => new(row.Variant.FirstPublishedAt.UtcTicks, null),
        "updateDate" => row => new(row.Variant.PublishedAt.UtcTicks, null),
        _ => view.Schema.DocumentTypes.Values.Any(t => t.Find(field) is { } property && IsSorted(property.DataType.Kind)) ? row => Property(row, field) : null,
    };

    private static bool IsSorted(ValueKind kind) => kind is ValueKind.Text or ValueKind.Integer or ValueKind.Decimal or ValueKind.Date or ValueKind.Boolean or ValueKind.Choice;

    private static SortValue Property(Row row, string alias) => row.Document.Type.Find(alias) is { } property && IsSorted(property.DataType.Kind)
        ? row.Variant.Values[property] switch
        {
            decimal number => new(number, null),
            DateOnly day => new(day.DayNumber, null),
            bool flag => new(flag ? 1 : 0, null),
            string text => new(null, text),
            _ => default,
        }
        : default;

    private static int Level(Row row, PublicView view)
    {
        var level = 1;
        for (var at = row.Document; view.Snapshot.Find(at.ParentId) is { } parent; at = parent)
            level++;
        return level;
    }
}
