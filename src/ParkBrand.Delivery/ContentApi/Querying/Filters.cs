using System.Globalization;
using ParkBrand.Content;
using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Turns a filter into a test of documents, for each type anew, since types have other properties by the same name.</summary>
internal static class Filters
{
    private const string Day = "a day (2026-11-22) or an instant (2026-11-22T08:00:00Z)";
    public static readonly IReadOnlyList<string> Own = ["contentType", "name", "createDate", "updateDate"];

    /// <returns>The test for each type; null when no document of the type passes. A filter that fits no type at all is told of as a problem.</returns>
    public static Func<DocumentType, RowTest?>? Read(FilterText filter, PublicView view, Problems problems)
    {
        switch (filter.Field)
        {
            case "contentType" when !filter.IsRange:
                return type => filter.Values.Contains(type.Alias, StringComparer.OrdinalIgnoreCase) == (filter.Comparison == Comparison.Is) ? RowTest.Always : null;
            case "name" when !filter.IsRange:
                return _ => RowTest.OnName(filter);
            case "createDate" or "updateDate":
                return Instant(filter, problems);
            case "contentType" or "name":
                problems.Add(Problems.Filter, "filter", filter.Text, $"{filter.Field}: or {filter.Field}:! with values");
                return null;
            default:
                return Property(filter, view, problems);
        }
    }

    private static Func<DocumentType, RowTest?>? Instant(FilterText filter, Problems problems)
    {
        var bounds = filter.Values.Select(ReadInstant).ToList();
        if (bounds.Contains(null))
        {
            problems.Add(Problems.Value, "filter", filter.Text, $"{filter.Field} and {Day}");
            return null;
        }

        var ticks = bounds.ConvertAll(b => b!.Value.UtcTicks);
        var test = RowTest.OnInstant(filter.Field == "createDate", ticks is [var only] ? at => filter.Holds(at, only)
            : filter.Comparison == Comparison.IsNot ? at => ticks.TrueForAll(t => filter.Holds(at, t)) : at => ticks.Exists(t => filter.Holds(at, t)));
        return _ => test;
    }

    /// <summary>A day begins at midnight in China.</summary>
    private static DateTimeOffset? ReadInstant(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? ChinaTime.Begin(day)
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static Func<DocumentType, RowTest?>? Property(FilterText filter, PublicView view, Problems problems)
    {
        var tests = new Dictionary<string, RowTest?>(StringComparer.Ordinal);
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in view.Schema.DocumentTypes.Values)
            if (type is { Route: not null } && type.Find(filter.Field) is { } property)
            {
                var test = PropertyTest.Make(property, filter, view);
                tests[type.Alias] = test is null ? null
                    : property.DataType.Kind == ValueKind.Texts ? RowTest.OnWords(property, filter, test)
                    : filter.IsRange && PropertyTest.Bound(property, filter) is { } bound ? RowTest.OnNumber(property, filter, bound, test)
                    : RowTest.On(property, test);
                if (test is null)
                    allowed.Add(PropertyTest.Allowed(property));
            }

        if (tests.Values.All(t => t is null))
        {
            problems.Add(Problems.Filter, "filter", filter.Text, tests.Count == 0 ? $"a filter on {string.Join(", ", Own)} or a property of a document type" : $"{filter.Field} with {string.Join(", or ", allowed)}");
            return null;
        }

        // As in Umbraco's index, what has no such property at all is not what is negated either.
        return type => tests.TryGetValue(type.Alias, out var test) ? test : filter.Comparison == Comparison.IsNot ? RowTest.Always : null;
    }
}
