using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Values;

/// <summary>
/// Turns property values into the one canonical JSON that is stored: properties in schema order, empty values absent,
/// numbers without needless zeros. Says what does not fit, and collects what is referred to, on the way.
/// </summary>
internal sealed class ValueWriter(ContentSchema schema, string culture)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public List<PropertyProblem> Problems { get; } = [];
    public List<Reference> References { get; } = [];

    public string Write(IEnumerable<Property> properties, JsonObject values)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteObject(json, properties, values, "", blockType: null);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void WriteObject(Utf8JsonWriter json, IEnumerable<Property> properties, JsonObject values, string path, string? blockType)
    {
        json.WriteStartObject();
        if (blockType is not null)
            json.WriteString("block", blockType);
        var known = new HashSet<string> { "block" };
        foreach (var property in properties)
        {
            known.Add(property.Alias);
            if (values.TryGetPropertyValue(property.Alias, out var value) && !IsEmpty(value))
            {
                json.WritePropertyName(property.Alias);
                WriteValue(json, property, value!, path + property.Alias);
            }
        }

        foreach (var (alias, _) in values)
            if (!known.Contains(alias) || (alias == "block" && blockType is null))
                Problem(path + alias, $"is not a property of this type{(culture.Length == 0 ? "" : $" in {culture}")}");
        json.WriteEndObject();
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray { Count: 0 } => true,
        _ => JsonScalar.Text(value) is { } text && string.IsNullOrWhiteSpace(text),
    };

    private void WriteValue(Utf8JsonWriter json, Property property, JsonNode value, string path)
    {
        var type = property.DataType;
        switch (type.Kind)
        {
            case ValueKind.Text or ValueKind.Markdown:
                json.WriteStringValue(Text(property, value, path));
                break;
            case ValueKind.Integer or ValueKind.Decimal:
                json.WriteNumberValue(Number(property, value, path));
                break;
            case ValueKind.Date:
                json.WriteStringValue(Date(value, path));
                break;
            case ValueKind.Boolean:
                json.WriteBooleanValue(Flag(value, path));
                break;
            case ValueKind.Choice:
                json.WriteStringValue(Choice(type, value, path));
                break;
            case ValueKind.Position:
                WritePosition(json, value, path);
                break;
            case ValueKind.Document or ValueKind.Media:
                json.WriteStringValue(Refer(type, value, path));
                break;
            default:
                WriteList(json, property, value, path);
                break;
        }
    }

    private void WriteList(Utf8JsonWriter json, Property property, JsonNode value, string path)
    {
        var type = property.DataType;
        json.WriteStartArray();
        if (value is not JsonArray items)
            Problem(path, "must be a list");
        else if (items.Count > type.MaxItems)
            Problem(path, $"has {items.Count} entries, at most {type.MaxItems} are allowed");
        else
            for (var i = 0; i < items.Count; i++)
                if (type.Kind == ValueKind.Choices && items.Take(i).Any(earlier => JsonNode.DeepEquals(earlier, items[i])))
                    Problem($"{path}[{i}]", "stands twice");
                else
                    WriteItem(json, property, items[i], $"{path}[{i}]");
        json.WriteEndArray();
    }

    private void WriteItem(Utf8JsonWriter json, Property property, JsonNode? item, string path)
    {
        var type = property.DataType;
        if (IsEmpty(item))
            Problem(path, "is empty");
        else if (type.Kind == ValueKind.Texts)
            json.WriteStringValue(Text(property, item!, path));
        else if (type.Kind == ValueKind.Choices)
            json.WriteStringValue(Choice(type, item!, path));
        else if (type.Kind is ValueKind.Documents or ValueKind.Medias)
            json.WriteStringValue(Refer(type, item!, path));
        else
            WriteBlock(json, type, item!, path);
    }

    private void WriteBlock(Utf8JsonWriter json, DataType type, JsonNode item, string path)
    {
        if (item is not JsonObject block)
        {
            Problem(path, "must be a block");
            return;
        }

        var alias = block.TryGetPropertyValue("block", out var named) ? JsonScalar.Text(named) : type.DefaultAccept;
        if (alias is null)
        {
            Problem(path, "must name its block by a text");
            return;
        }

        if (!type.Accept.Contains(alias))
        {
            Problem(path, $"'{alias}' is not one of {string.Join(", ", type.Accept.Order(StringComparer.Ordinal))}");
            return;
        }

        WriteObject(json, schema.ElementTypes[alias].Properties, block, path + ".", alias);
    }

    private string Text(Property property, JsonNode value, string path)
    {
        if (JsonScalar.Text(value) is not { } text)
        {
            Problem(path, "must be a text");
            return "";
        }

        text = text.ReplaceLineEndings("\n").Trim();
        if (text.Length > property.DataType.MaxLength)
            Problem(path, $"is {text.Length} characters long, at most {property.DataType.MaxLength} are allowed");
        else if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            Problem(path, "holds control characters");
        else if ((property.Pattern ?? property.DataType.Pattern) is { } pattern && !pattern.IsMatch(text))
            Problem(path, $"'{text}' does not have the form {pattern}");
        return text;
    }

    private decimal Number(Property property, JsonNode value, string path)
    {
        if (JsonScalar.Number(value) is not { } number)
        {
            Problem(path, "must be a number");
            return 0;
        }

        if (property.DataType.Kind == ValueKind.Integer && number != decimal.Truncate(number))
            Problem(path, $"must be a whole number, is {number}");
        if (number < property.Min || number > property.Max)
            Problem(path, $"{number} is outside {property.Min}–{property.Max}{(property.Unit is null ? "" : " " + property.Unit)}");
        return number;
    }

    private string Date(JsonNode value, string path)
    {
        if (JsonScalar.Text(value) is { } text
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return text;
        Problem(path, "must be a date like 2026-11-22");
        return "0001-01-01";
    }

    private bool Flag(JsonNode value, string path)
    {
        if (value is JsonValue v && v.TryGetValue<bool>(out var flag))
            return flag;
        Problem(path, "must be true or false");
        return false;
    }

    private string Choice(DataType type, JsonNode value, string path)
    {
        if (JsonScalar.Text(value) is { } text)
        {
            if (type.Item(text) is null)
                Problem(path, $"'{text}' is not one of {string.Join(", ", type.Items.Select(i => i.Value))}");
            return text;
        }

        Problem(path, $"must be one of {string.Join(", ", type.Items.Select(i => i.Value))}");
        return "";
    }

    private string Refer(DataType type, JsonNode value, string path)
    {
        if (JsonScalar.Text(value) is { } text && Guid.TryParse(text, out var id))
        {
            References.Add(new Reference(culture, path, type.Kind is ValueKind.Media or ValueKind.Medias, id, type.Accept));
            return id.ToString();
        }

        Problem(path, "must be the id of a document or media item");
        return Guid.Empty.ToString();
    }

    private void WritePosition(Utf8JsonWriter json, JsonNode value, string path)
    {
        json.WriteStartObject();
        if (value is JsonObject { Count: 2 } position
            && JsonScalar.Number(position["latitude"]) is { } latitude and >= -90 and <= 90
            && JsonScalar.Number(position["longitude"]) is { } longitude and >= -180 and <= 180)
        {
            json.WriteNumber("latitude", latitude);
            json.WriteNumber("longitude", longitude);
        }
        else
            Problem(path, "must have latitude (-90…90) and longitude (-180…180), WGS-84");

        json.WriteEndObject();
    }

    private void Problem(string path, Sentence message) => Problems.Add(new PropertyProblem(culture, path, message));
}
