using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ParkBrand.Delivery.OpenData;

/// <summary>Rows as JSON: one object a line, or the features of a map.</summary>
internal static class JsonRows
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Lines(Stream stream, DataSet set, IEnumerable<DataRow> rows)
    {
        foreach (var row in rows)
        {
            using (var json = new Utf8JsonWriter(stream, Options))
                Row(json, set, row);
            stream.WriteByte((byte)'\n');
        }
    }

    /// <summary>RFC 7946: WGS-84, longitude before latitude. What has no position stays on the list with a null geometry.</summary>
    public static void Features(Stream stream, DataSet set, IEnumerable<DataRow> rows)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", row.Document.Id.ToString());
            Geometry(json, row);
            json.WritePropertyName("properties");
            Row(json, set, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, DataRow row)
    {
        if (row.Values.Position("position") is not { } position)
        {
            json.WriteNull("geometry");
            return;
        }

        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WriteStartArray("coordinates");
        json.WriteNumberValue(position.Longitude);
        json.WriteNumberValue(position.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, DataSet set, DataRow row)
    {
        json.WriteStartObject();
        foreach (var field in set.Fields)
        {
            json.WritePropertyName(field.Name);
            Value(json, field.Value(row));
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }
}
