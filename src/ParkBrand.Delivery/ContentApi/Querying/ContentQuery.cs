using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Schema;
using ParkBrand.Delivery.ContentApi.Rendering;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>What a list is asked for.</summary>
internal sealed record ContentQuery(Selection Selection, IReadOnlyList<Func<DocumentType, RowTest?>> Tests, SortOrder? Order, int Skip, int Take)
{
    public const int MostTaken = 100, MostSkipped = 10_000, Usual = 10;
    private const int MostOptions = 20;

    public static ContentQuery? Read(Inquiry inquiry, Problems problems)
    {
        var (query, view) = (inquiry.Query, inquiry.View);
        var fetch = query["fetch"].FirstOrDefault();
        var selection = Selection.Parse(fetch, inquiry);
        if (query["fetch"].Count > 1)
            problems.Add(Problems.Selector, "fetch", "", "one part of the tree only");
        else if (selection is null)
            problems.Add(Problems.Selector, "fetch", fetch ?? "", "one of children:, descendants: or ancestors: with an id or path");
        var filters = Options(query, "filter", problems).Select(text => FilterText.Parse(text) is { } filter ? Filters.Read(filter, view, problems) : Unread(text)).ToList();
        var sorts = Options(query, "sort", problems).Select(text => (Text: text, Field: SortText.Parse(text, view))).ToList();
        foreach (var (text, field) in sorts)
            if (field is null)
                problems.Add(Problems.Sort, "sort", text, SortText.Allowed);
        var (skip, take) = (Number(query, "skip", 0, 0, MostSkipped, problems), Number(query, "take", Usual, 0, MostTaken, problems));
        if (problems.Reply is not null)
            return null;
        var order = sorts.Count == 0 ? null : new SortOrder([.. sorts.Select(s => s.Field!)], CultureInfo.GetCultureInfo(view.Schema.Languages[view.Culture].IsoCode));
        return new ContentQuery(selection!, [.. filters.Select(f => f!)], order, skip, take);

        Func<DocumentType, RowTest?>? Unread(string text)
        {
            problems.Add(Problems.Filter, "filter", text, "a field, one of : :! > >: < <: and a value");
            return null;
        }
    }

    private static List<string> Options(IQueryCollection query, string name, Problems problems)
    {
        var options = query[name].Where(o => !string.IsNullOrWhiteSpace(o)).Select(o => o!).ToList();
        if (options.Count > MostOptions)
            problems.Add(Problems.Value, name, "", $"it at most {MostOptions} times");
        return options.Take(MostOptions).ToList();
    }

    public static int Number(IQueryCollection query, string name, int otherwise, int least, int most, Problems problems)
    {
        if (query[name].LastOrDefault() is not { Length: > 0 } given)
            return otherwise;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add(Problems.Value, name, given, $"a whole number from {least} to {most}");
        return otherwise;
    }

    /// <summary>The properties that a parameter names.</summary>
    public static PropertyTree Tree(IQueryCollection query, string name, PropertyTree otherwise, Problems problems)
    {
        if (query[name].FirstOrDefault() is not { Length: > 0 } text)
            return otherwise;
        var (tree, problem) = PropertyTree.Parse(text);
        if (problem is not null)
            problems.Add(Problems.Value, name, text, $"right: it needs {problem}");
        return tree ?? otherwise;
    }
}
