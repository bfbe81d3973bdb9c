using System.Text.RegularExpressions;

namespace ParkBrand.Delivery.ContentApi.Querying;

internal enum Comparison
{
    Is,
    IsNot,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// <summary>One filter as it was written: <c>contentType:park,space</c>, <c>name:!x</c>, <c>areaMax&gt;:5000</c>.</summary>
/// <param name="Values">With any of them it is fulfilled, negated with none.</param>
internal sealed partial record FilterText(string Text, string Field, Comparison Comparison, IReadOnlyList<string> Values)
{
    public const int LongestText = 300;

    public bool IsRange => Comparison > Comparison.IsNot;

    public static FilterText? Parse(string text)
    {
        if (text.Length > LongestText || Shape().Match(text) is not { Success: true } match)
            return null;
        var comparison = match.Groups[2].Value switch
        {
            ":" => Comparison.Is,
            ":!" => Comparison.IsNot,
            ">" => Comparison.Greater,
            ">:" => Comparison.GreaterOrEqual,
            "<" => Comparison.Less,
            _ => Comparison.LessOrEqual,
        };
        var values = match.Groups[3].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return values.Length == 0 || (comparison > Comparison.IsNot && values.Length > 1) ? null : new FilterText(text, Filters.Own.FirstOrDefault(o => o.Equals(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) ?? match.Groups[1].Value, comparison, values);
    }

    /// <summary>Whether a value stands to that of the filter as it demands.</summary>
    public bool Holds<T>(T value, T bound) where T : IComparable<T> => Comparison switch
    {
        Comparison.Greater => value.CompareTo(bound) > 0,
        Comparison.GreaterOrEqual => value.CompareTo(bound) >= 0,
        Comparison.Less => value.CompareTo(bound) < 0,
        Comparison.LessOrEqual => value.CompareTo(bound) <= 0,
        Comparison.IsNot => value.CompareTo(bound) != 0,
        _ => value.CompareTo(bound) == 0,
    };

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9]{0,60})(>:|<:|:!|>|<|:)(.+)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
