using System.Text.Json;
using System.Text.Json.Nodes;

namespace ParkBrand.Content.Values;

/// <summary>Reads single values out of JSON that may come from anywhere: text that is no text is an answer here, not an exception.</summary>
internal static class JsonScalar
{
    public static string? Text(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.TryGetValue<string>(out var text) && IsWellFormed(text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair, escaped
        }
    }

    /// <summary>Without needless zeros: 1.50 and 1.5 are stored alike.</summary>
    public static decimal? Number(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
            return null;
        decimal number;
        if (value.TryGetValue<decimal>(out var exact))
            number = exact;
        else if (value.TryGetValue<int>(out var i))
            number = i;
        else if (value.TryGetValue<long>(out var l))
            number = l;
        else if (value.TryGetValue<double>(out var d) && Math.Abs(d) < 1e15)
            number = (decimal)d;
        else
            return null;
        return number == 0 ? 0 : number / 1.0000000000000000000000000000m;
    }

    internal static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
                return false;
        return true;
    }
}
