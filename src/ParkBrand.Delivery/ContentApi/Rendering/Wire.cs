using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ParkBrand.Delivery.ContentApi.Rendering;

internal static class Wire
{
    /// <summary>As Umbraco's Delivery API writes JSON; Chinese stays readable, and nulls are written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };
}

/// <param name="Total">How many there are on all pages.</param>
/// <param name="Facets">Ours: counts of values, where they were asked for.</param>
/// <param name="Gone">Ours: ids that are not to be had any more since <c>updatedSince</c>.</param>
/// <param name="Cursor">Ours: what to ask with as <c>updatedSince</c> the next time.</param>
internal sealed record ItemPage<T>(
    long Total,
    IReadOnlyList<T> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FacetCounts>? Facets = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? Gone = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Cursor = null);

/// <param name="Field">Alias of the property, or <c>contentType</c>.</param>
internal sealed record FacetCounts(string Field, IReadOnlyList<FacetCount> Values);

/// <param name="Value">As <c>filter=field:value</c> takes it.</param>
/// <param name="Label">What it is called in the language that was asked for.</param>
internal sealed record FacetCount(string Value, string Label, int Count);
