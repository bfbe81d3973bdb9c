using System.Globalization;
using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Tests the value of one property.</summary>
internal static class PropertyTest
{
    /// <returns>Null when the filter does not fit the kind of the property.</returns>
    public static Func<object?, bool>? Make(Property property, FilterText filter, PublicView view) => property.DataType.Kind switch
    {
        ValueKind.Integer or ValueKind.Decimal => Compared<decimal>(filter, Number),
        ValueKind.Date => Compared<DateOnly>(filter, Day),
        ValueKind.Boolean => filter.IsRange ? null : Compared<bool>(filter, t => bool.TryParse(t, out var flag) ? flag : null),
        ValueKind.Choice or ValueKind.Choices => filter.IsRange || !filter.Values.All(v => property.DataType.Item(v) is not null) ? null : OneOf(filter, StringComparer.Ordinal),
        ValueKind.Texts => filter.IsRange ? null : OneOf(filter, StringComparer.OrdinalIgnoreCase),
        ValueKind.Text or ValueKind.Markdown => filter.IsRange ? null : value => Says(value as string, filter),
        ValueKind.Document or ValueKind.Documents => filter.IsRange ? null : Referring(property, filter, view),
        _ => null,
    };

    /// <summary>What a filter on the property takes, for people.</summary>
    public static string Allowed(Property property) => property.DataType.Kind switch
    {
        ValueKind.Integer or ValueKind.Decimal => ": :! > >: < <: and a number",
        ValueKind.Date => ": :! > >: < <: and a day (2026-11-22)",
        ValueKind.Boolean => ": and true or false",
        ValueKind.Choice or ValueKind.Choices => $": or :! and some of {string.Join(", ", property.DataType.Items.Select(i => i.Value))}",
        ValueKind.Texts or ValueKind.Text or ValueKind.Markdown => ": or :! and words",
        ValueKind.Document or ValueKind.Documents => ": or :! and ids or last parts of addresses",
        _ => "nothing: its kind has no filter",
    };

    /// <summary>Whether a text has any of the words in it, or none of them.</summary>
    public static bool Says(string? text, FilterText filter)
    {
        var says = false;
        if (text is not null)
            foreach (var word in filter.Values)
                says |= text.Contains(word, StringComparison.OrdinalIgnoreCase);
        return says == (filter.Comparison == Comparison.Is);
    }

    /// <summary>The one bound of a range as a number; days by their number.</summary>
    public static double? Bound(Property property, FilterText filter) =>
        property.DataType.Kind == ValueKind.Date ? Day(filter.Values[0])?.DayNumber : (double?)Number(filter.Values[0]);

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Func<object?, bool>? Compared<T>(FilterText filter, Func<string, T?> read) where T : struct, IComparable<T>
    {
        var bounds = filter.Values.Select(read).ToArray();
        if (Array.Exists(bounds, b => b is null))
            return null;
        if (filter.Comparison == Comparison.IsNot)
            return value => value is not T one || Array.TrueForAll(bounds, b => filter.Holds(one, b!.Value));
        if (bounds is [{ } only])
            return value => value is T one && filter.Holds(one, only);
        return value => value is T one && Array.Exists(bounds, b => filter.Holds(one, b!.Value));
    }

    private static Func<object?, bool> OneOf(FilterText filter, StringComparer comparer)
    {
        var wanted = filter.Values.ToHashSet(comparer);
        var isIt = filter.Comparison == Comparison.Is;
        return value => isIt == value switch
        {
            string one => wanted.Contains(one),
            string[] many => Array.Exists(many, wanted.Contains),
            _ => false,
        };
    }

    /// <summary>Only what can be seen can be asked for: otherwise an id would tell who refers to something that is not published.</summary>
    private static Func<object?, bool> Referring(Property property, FilterText filter, PublicView view)
    {
        var ids = filter.Values.Select(v => Guid.TryParse(v, out var id) ? view.Find(id)?.Document.Id : null).OfType<Guid>().ToHashSet();
        var slugs = filter.Values.Where(v => !Guid.TryParse(v, out _)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (slugs.Count > 0)
            foreach (var type in property.DataType.Accept)
                ids.UnionWith(view.Snapshot.OfType(type).Where(d => slugs.Contains(d.Slug) && view.See(d) is not null).Select(d => d.Id));
        var isIt = filter.Comparison == Comparison.Is;
        return value => isIt == value switch
        {
            Guid one => ids.Contains(one),
            Guid[] many => Array.Exists(many, ids.Contains),
            _ => false,
        };
    }
}
