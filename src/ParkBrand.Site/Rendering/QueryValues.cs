using Microsoft.AspNetCore.Http;

namespace ParkBrand.Site.Rendering;

/// <summary>The query of a request, within bounds: a visitor's input never grows a page or the cache without limit.</summary>
public sealed class QueryValues
{
    private const int MaxValues = 60, MaxLength = 200;
    private readonly List<(string Name, string Value)> values = [];

    public static readonly QueryValues Empty = new(QueryCollection.Empty);

    public QueryValues(IQueryCollection query)
    {
        foreach (var (name, many) in query)
            foreach (var value in many)
                if (values.Count < MaxValues && !string.IsNullOrWhiteSpace(value) && name.Length <= 40)
                    values.Add((name, value.Length > MaxLength ? value[..MaxLength].Trim() : value.Trim()));
    }

    public IEnumerable<KeyValuePair<string, string>> Pairs => values.Select(v => KeyValuePair.Create(v.Name, v.Value));

    public string? this[string name] => values.Find(v => v.Name == name).Value;

    public HashSet<string> All(string name) => values.Where(v => v.Name == name).Select(v => v.Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>A 1-based page number; anything else is page 1.</summary>
    public int Page => int.TryParse(this["page"], out var page) && page is > 0 and <= 10_000 ? page : 1;

    /// <summary>The same query with one name set, or removed when the value is null.</summary>
    public string With(string name, string? value, bool keepPage = false)
    {
        var kept = values.Where(v => v.Name != name && (keepPage || v.Name != "page")).ToList();
        if (value is not null)
            kept.Add((name, value));
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept.Select(v => $"{Uri.EscapeDataString(v.Name)}={Uri.EscapeDataString(v.Value)}"));
    }

    /// <summary>The query with nothing but one name.</summary>
    public string Only(string name) => this[name] is { } value ? $"?{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}" : "";

    public string Without(string name, string value)
    {
        var kept = values.Where(v => v.Name != "page" && !(v.Name == name && v.Value == value)).ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept.Select(v => $"{Uri.EscapeDataString(v.Name)}={Uri.EscapeDataString(v.Value)}"));
    }
}
