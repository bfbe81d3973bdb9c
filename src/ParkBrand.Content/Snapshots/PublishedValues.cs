using System.Globalization;
using System.Text.Json;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Snapshots;

/// <summary>WGS-84, degrees.</summary>
public sealed record GeoPosition(decimal Latitude, decimal Longitude);

/// <summary>The values of a published document or block, by property position. Immutable once read.</summary>
public sealed class PublishedValues
{
    private readonly PropertyHolder holder;
    private readonly object?[] values;

    internal PublishedValues(PropertyHolder holder, object?[] values) => (this.holder, this.values) = (holder, values);

    public PropertyHolder Holder => holder;

    /// <summary>string, decimal, DateOnly, bool, Guid, GeoPosition, or an array of string, Guid or <see cref="PublishedValues"/> (blocks); null when empty.</summary>
    public object? this[Property property] => values[property.Index];

    public object? Find(string alias) =>
        holder.Find(alias) is { } property ? values[property.Index] : throw new ArgumentException($"'{holder.Alias}' has no property '{alias}'", nameof(alias));

    public string? Text(string alias) => (string?)Find(alias);
    public decimal? Number(string alias) => (decimal?)Find(alias);
    public DateOnly? Date(string alias) => (DateOnly?)Find(alias);
    public bool Flag(string alias) => Find(alias) is true;
    public Guid? Reference(string alias) => (Guid?)Find(alias);
    public IReadOnlyList<string> Texts(string alias) => (string[]?)Find(alias) ?? [];
    public IReadOnlyList<Guid> References(string alias) => (Guid[]?)Find(alias) ?? [];
    public IReadOnlyList<PublishedValues> Blocks(string alias) => (PublishedValues[]?)Find(alias) ?? [];
    public GeoPosition? Position(string alias) => (GeoPosition?)Find(alias);

    internal static void Fill(ContentSchema schema, PropertyHolder holder, ReadOnlySpan<byte> json, object?[] values)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        FillObject(schema, holder, ref reader, values);
    }

    private static void FillObject(ContentSchema schema, PropertyHolder holder, ref Utf8JsonReader reader, object?[] values)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var property = holder.Find(reader.GetString()!);
            reader.Read();
            if (property is null)
                reader.Skip(); // a property that the schema has dropped since
            else
                values[property.Index] = Value(schema, property.DataType, ref reader);
        }
    }

    private static object? Value(ContentSchema schema, DataType type, ref Utf8JsonReader reader)
    {
        if (!Fits(type.Kind, reader.TokenType))
        {
            reader.Skip(); // stored when the schema gave the property another kind; absent until it is saved anew
            return null;
        }

        switch (type.Kind)
        {
            case ValueKind.Text or ValueKind.Markdown:
                return reader.GetString();
            case ValueKind.Integer or ValueKind.Decimal:
                return reader.GetDecimal();
            case ValueKind.Date:
                return DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
            case ValueKind.Boolean:
                return reader.GetBoolean() ? True : False;
            case ValueKind.Choice:
                var choice = reader.GetString()!;
                return type.Item(choice)?.Value ?? choice; // the schema's own instance, not one string a document
            case ValueKind.Document or ValueKind.Media:
                return reader.TryGetGuid(out var id) ? id : null;
            case ValueKind.Position:
                using (var position = JsonDocument.ParseValue(ref reader))
                    return new GeoPosition(position.RootElement.GetProperty("latitude").GetDecimal(), position.RootElement.GetProperty("longitude").GetDecimal());
            default:
                return List(schema, type, ref reader);
        }
    }

    private static bool Fits(ValueKind kind, JsonTokenType token) => kind switch
    {
        ValueKind.Integer or ValueKind.Decimal => token == JsonTokenType.Number,
        ValueKind.Boolean => token is JsonTokenType.True or JsonTokenType.False,
        ValueKind.Position => token == JsonTokenType.StartObject,
        ValueKind.Text or ValueKind.Markdown or ValueKind.Date or ValueKind.Choice or ValueKind.Document or ValueKind.Media => token == JsonTokenType.String,
        _ => token == JsonTokenType.StartArray,
    };

    private static readonly object True = true, False = false;

    private static Array List(ContentSchema schema, DataType type, ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        var ids = new List<Guid>();
        var blocks = new List<PublishedValues>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            if (reader.TokenType != (type.Kind == ValueKind.Blocks ? JsonTokenType.StartObject : JsonTokenType.String))
                reader.Skip();
            else if (type.Kind is ValueKind.Texts or ValueKind.Choices)
                texts.Add(reader.GetString()!);
            else if (type.Kind == ValueKind.Blocks)
                AddBlock(schema, blocks, ref reader);
            else if (reader.TryGetGuid(out var id))
                ids.Add(id);
        return type.Kind switch
        {
            ValueKind.Blocks => blocks.ToArray(),
            ValueKind.Documents or ValueKind.Medias => ids.ToArray(),
            _ => texts.ToArray(),
        };
    }

    private static void AddBlock(ContentSchema schema, List<PublishedValues> blocks, ref Utf8JsonReader reader)
    {
        reader.Read(); // "block": always first in the canonical form
        reader.Read();
        if (!schema.ElementTypes.TryGetValue(reader.GetString()!, out var type))
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                reader.Skip();
            return;
        }

        var values = new object?[type.Properties.Count];
        FillObject(schema, type, ref reader, values);
        blocks.Add(new PublishedValues(type, values));
    }
}
