using ParkBrand.Content.Schema;

namespace ParkBrand.Delivery.OpenData;

/// <summary>Columns from properties: label, unit and codes stand in the schema, so that a form, a page and a file say the same.</summary>
internal sealed class FieldMaker(DocumentType type, Words words)
{
    public IEnumerable<DataField> All(IEnumerable<string> aliases)
    {
        yield return Own("id", DataKind.Text, r => r.Document.Id.ToString());
        yield return Own("name", DataKind.Text, r => r.Variant.Name);
        yield return Own("url", DataKind.Address, r => r.Url);
        if (type.Alias != "park")
        {
            yield return Own("park", DataKind.Text, r => r.Name(r.Park.Id));
            yield return Own("parkId", DataKind.Text, r => r.Park.Id.ToString());
        }

        yield return Own("district", DataKind.Text, r => r.Name(r.ParkValues?.Reference("district")), required: false);
        yield return Own("sector", DataKind.Text, r => r.Name(r.ParkValues?.Reference("sector")), required: false);
        foreach (var field in aliases.Select(a => type.Find(a)).OfType<Property>().SelectMany(Of))
            yield return field;
        if (type.Find("position") is not null)
        {
            yield return Own("latitude", DataKind.Number, r => r.Values.Position("position")?.Latitude, required: false);
            yield return Own("longitude", DataKind.Number, r => r.Values.Position("position")?.Longitude, required: false);
        }

        yield return Own("confirmedOn", DataKind.Date, r => r.Values.Date(type.Find("confirmedOn") is null ? "verifiedOn" : "confirmedOn"));
        yield return Own("sample", DataKind.Boolean, r => r.Values.Flag("sample"));
    }

    private DataField Own(string name, DataKind kind, Func<DataRow, object?> value, bool required = true) =>
        new(name, kind, words[$"fields.{name}.label"], words.Find($"fields.{name}.meaning"), null, required) { Value = value };

    private IEnumerable<DataField> Of(Property property)
    {
        var kind = property.DataType.Kind switch
        {
            ValueKind.Integer => DataKind.Integer,
            ValueKind.Decimal => DataKind.Number,
            ValueKind.Boolean => DataKind.Boolean,
            ValueKind.Date => DataKind.Date,
            ValueKind.Texts or ValueKind.Choices => DataKind.Texts,
            _ => DataKind.Text,
        };
        var codes = property.DataType.Items;
        yield return new DataField(property.Alias, kind, property.Name, codes.Count == 0 ? null : Codes(property, codes), Unit(property), property.Required && property.DataType.Kind != ValueKind.Boolean)
        {
            Value = r => property.DataType.Kind == ValueKind.Boolean ? r.Values[property] is true : r.Values[property],
            Codes = codes,
        };
        if (property.DataType.Kind == ValueKind.Choice)
            yield return new DataField(property.Alias + "Label", DataKind.Text, Each(property, c => string.Format(System.Globalization.CultureInfo.InvariantCulture, words["fields.label.label"].In(c), property.Name.In(c))), null, null, property.Required)
            {
                Value = r => r.Values[property] is string code ? property.DataType.Item(code)?.Name.In(r.Culture) ?? code : null,
            };
    }

    private LocalizedName? Unit(Property property) => property.Unit is null ? null : Each(property, c => words.Unit(property.Unit, c)!);

    private static LocalizedName Codes(Property property, IReadOnlyList<ChoiceItem> codes) => Each(property, c => string.Join("; ", codes.Select(i => $"{i.Value} = {i.Name.In(c)}")));

    private static LocalizedName Each(Property property, Func<int, string> say) => new([.. Enumerable.Range(0, property.Name.ByCulture.Count).Select(say)]);
}
