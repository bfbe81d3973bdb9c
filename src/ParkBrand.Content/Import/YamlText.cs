using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ParkBrand.Content.Import;

/// <summary>Writes fields as YAML in the form that the importer reads: plain where that is safe, quoted where it is not.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder text = new();

    public override string ToString() => text.ToString();

    public void Field(int indent, string name, JsonNode? value)
    {
        text.Append(' ', indent).Append(name).Append(':');
        Value(indent, value);
    }

    public void Open(int indent, string name) => text.Append(' ', indent).Append(name).Append(":\n");

    private void Value(int indent, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject map:
                text.Append('\n');
                foreach (var (key, child) in map)
                    Field(indent + 2, key, child);
                break;
            case JsonArray list:
                text.Append('\n');
                foreach (var item in list)
                    Item(indent + 2, item);
                break;
            default:
                text.Append(' ').Append(Scalar(value, indent + 2)).Append('\n');
                break;
        }
    }

    private void Item(int indent, JsonNode? item)
    {
        text.Append(' ', indent).Append('-');
        if (item is not JsonObject map)
        {
            text.Append(' ').Append(Scalar(item, indent + 2)).Append('\n');
            return;
        }

        var first = true;
        foreach (var (key, child) in map)
        {
            if (first)
                text.Append(' ').Append(key).Append(':');
            else
                text.Append(' ', indent + 2).Append(key).Append(':');
            first = false;
            Value(indent + 2, child);
        }
    }

    private static string Scalar(JsonNode? value, int indent) => value switch
    {
        null => "\"\"",
        _ when value.GetValueKind() is JsonValueKind.True => "true",
        _ when value.GetValueKind() is JsonValueKind.False => "false",
        JsonValue v when value.GetValueKind() == JsonValueKind.Number => v.TryGetValue<decimal>(out var n) ? n.ToString(CultureInfo.InvariantCulture) : v.ToString(),
        _ => String(value.GetValue<string>(), indent),
    };

    private static string String(string value, int indent)
    {
        if (value.Contains('\n') && !value.Contains('\t') && value.Split('\n').All(l => l.Length == 0 || (l[0] != ' ' && l == l.TrimEnd())) && value[0] != '\n')
            return "|-\n" + string.Join('\n', value.Split('\n').Select(l => l.Length == 0 ? "" : new string(' ', indent) + l));
        return IsPlain(value) ? value : Quoted(value);
    }

    /// <summary>Only letters, digits (not alone), Chinese text and a few signs that never mean anything to YAML.</summary>
    private static bool IsPlain(string value) =>
        value.Length > 0 && char.IsLetter(value[0]) && !char.IsWhiteSpace(value[^1])
        && value is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
        && value.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '/' or '_' or '(' or ')' or '+' or '×' or '–' or '，' or '。' or '、' or '；' or '：' or '（' or '）');

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in value)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\u0085' => $"\\u{(int)c:X4}",
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
