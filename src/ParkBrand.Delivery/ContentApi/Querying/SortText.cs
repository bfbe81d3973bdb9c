using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Reads one <c>sort=</c>: Umbraco's fields, and every property with one value.</summary>
internal static class SortText
{
    private static readonly string[] Own = ["name", "level", "sortOrder", "createDate", "updateDate"];

    public static string Allowed => $"{string.Join(", ", Own)} or a property with one value, then :asc or :desc";

    /// <returns>Null when the field or the direction is unknown.</returns>
    public static SortField? Parse(string text, PublicView view)
    {
        var descending = text.EndsWith(":desc", StringComparison.OrdinalIgnoreCase);
        if (!descending && !text.EndsWith(":asc", StringComparison.OrdinalIgnoreCase))
            return null;
        var field = text[..text.LastIndexOf(':')];
        field = Array.Find(Own, o => o.Equals(field, StringComparison.OrdinalIgnoreCase)) ?? field;
        return ValueOf(field, view) is { } value ? new SortField(field, descending, value) : null;
    }

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
