using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>
/// A figure is stored as two properties, the park and the field, and edited as one value: whoever picks a field sees the
/// park's number at once. The park is therefore no field of its own in the form.
/// </summary>
internal static class LiveFigure
{
    public const string Editor = "ParkBrand.LiveFigure";
    public const string Park = "park";
    public const string Field = "field";
    public const string Format = "format";

    /// <summary>How a figure is written when nothing else is said; it is not stored.</summary>
    public const string PlainFormat = "value";

    public static bool Is(Property property) => property.DataType.Editor == Editor;

    public static bool Absorbs(PropertyHolder holder, Property property) =>
        (property.Alias, property.DataType.Kind) is (Park, ValueKind.Document) or (Format, ValueKind.Choice) && Figures(holder).Any();

    /// <summary>The types of park that a figure's data type takes; null for any other data type.</summary>
    public static IReadOnlyCollection<string>? Parks(ContentSchema content, DataType type) =>
        content.ElementTypes.Values.FirstOrDefault(e => Figures(e).Any(p => p.DataType == type))?.Find(Park)?.DataType.Accept;

    /// <summary>What the client needs to offer: parks, their numbers, and the ways to write one.</summary>
    public static IEnumerable<SettingModel> Settings(ContentSchema content, Property property)
    {
        var parks = (Parks(content, property.DataType) ?? []).Select(alias => content.DocumentTypes[alias]).ToList();
        var formats = content.ElementTypes.Values.First(e => e.Properties.Contains(property)).Find(Format)?.DataType.Items ?? [];
        var fields = property.DataType.Items.Where(i => parks.TrueForAll(p => p.Find(i.Value)?.DataType.Kind is ValueKind.Integer or ValueKind.Decimal));
        return
        [
            new("parkTypes", parks.Select(p => EditorSchema.OfDocument(p.Alias)).ToList()),
            new("items", fields.Select(f => new { value = f.Value, name = Names(content, f.Name), unit = parks.Select(p => p.Find(f.Value)!.Unit).FirstOrDefault() }).ToList()),
            new("formats", formats.Select(f => new { value = f.Value, name = Names(content, f.Name) }).ToList()),
        ];
    }

    private static Dictionary<string, string> Names(ContentSchema content, LocalizedName name) => content.Languages.Select((l, i) => (l.IsoCode, Name: name.In(i))).ToDictionary(n => n.IsoCode, n => n.Name);

    private static IEnumerable<Property> Figures(PropertyHolder holder) => holder.Groups.SelectMany(g => g.Properties).Where(Is);
}
