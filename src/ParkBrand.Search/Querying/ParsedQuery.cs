using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Querying;

/// <param name="Needle">In normal form, see <see cref="NormalText"/>.</param>
/// <param name="Weight">1 for what was typed, less for what it may also mean.</param>
internal readonly record struct Alternative(string Needle, float Weight);

/// <summary>One thing that is asked for, with every way in which a document may say it.</summary>
/// <param name="Typed">As it stands in the query, folded.</param>
/// <param name="Meant">What it was taken for when that is not what was typed; null otherwise.</param>
internal sealed record Concept(string Typed, IReadOnlyList<Alternative> Alternatives, string? Meant = null)
{
    /// <summary>Words inside of it, for when hardly anything says it whole.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];
}

/// <summary>A query, understood.</summary>
/// <param name="Whole">Everything that was asked for as one needle, for titles that are just that.</param>
internal sealed record ParsedQuery(
    string Text, IReadOnlyList<Concept> Concepts, IReadOnlyList<string> Excluded, IReadOnlyList<Quantity> Quantities, IReadOnlyList<Preference> Preferences, string Whole)
{
    public bool IsEmpty => Concepts.Count + Quantities.Count + Preferences.Count == 0;

    /// <summary>The query with what was repaired or read by sound put right; null when it was taken as it stands.</summary>
    public string? Repaired
    {
        get
        {
            if (Concepts.All(c => c.Meant is null))
                return null;
            var text = Text;
            foreach (var concept in Concepts.Where(c => c.Meant is not null))
                text = text.Replace(concept.Typed, concept.Meant, StringComparison.Ordinal);
            return text;
        }
    }
}
