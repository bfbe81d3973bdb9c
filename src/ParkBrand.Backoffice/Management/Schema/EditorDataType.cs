using System.Globalization;
using ParkBrand.Content.Schema;
using Aliases = Umbraco.Cms.Core.Constants.PropertyEditors.Aliases;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>Which property editor edits a value, and how it is set up. Limits of a property make a data type of their own.</summary>
internal static class EditorDataType
{
    public const string GeoPosition = "ParkBrand.GeoPosition";
    private const string Ui = "Umb.PropertyEditorUi.";

    public static Guid IdOf(DataType type, Property? property) => SchemaId.Of("data-type", property is { Min: null, Max: null } or null
        ? type.Alias
        : string.Create(CultureInfo.InvariantCulture, $"{type.Alias}:{property.Min}:{property.Max}"));

    public static DataTypeModel For(ContentSchema content, Property property)
    {
        var type = property.DataType;
        var (schema, ui) = Editor(type);
        var name = property.Min is null && property.Max is null ? type.Name : $"{type.Name} {Range(property)}";
        return new DataTypeModel(IdOf(type, property), name, schema, ui, [.. Settings(content, property).Where(s => s.Value is not null)]);
    }

    /// <summary>The unit and the range, as they stand below a field's name.</summary>
    public static string? Description(Property property) =>
        property.Unit is null && property.Min is null && property.Max is null ? null : string.Join(' ', new[] { property.Unit, Range(property) }.Where(s => !string.IsNullOrEmpty(s)));

    private static string Range(Property property) => (property.Min, property.Max) switch
    {
        ({ } min, { } max) => string.Create(CultureInfo.InvariantCulture, $"{min}–{max}"),
        ({ } min, null) => string.Create(CultureInfo.InvariantCulture, $"≥ {min}"),
        (null, { } max) => string.Create(CultureInfo.InvariantCulture, $"≤ {max}"),
        _ => "",
    };

    internal static (string Schema, string Ui) Editor(DataType type) => (type.Kind, type.Editor) switch
    {
        (_, LiveFigure.Editor) => (LiveFigure.Editor, "ParkBrand.PropertyEditorUi.LiveFigure"),
        (ValueKind.Position, _) => (GeoPosition, "ParkBrand.PropertyEditorUi.GeoPosition"),
        (ValueKind.Text, Aliases.TextArea) => (Aliases.TextArea, Ui + "TextArea"),
        (ValueKind.Text, Aliases.EmailAddress) => (Aliases.EmailAddress, Ui + "EmailAddress"),
        (ValueKind.Text, _) => (Aliases.TextBox, Ui + "TextBox"),
        (ValueKind.Markdown, _) => (Aliases.RichText, Ui + "Tiptap"),
        (ValueKind.Integer, _) => (Aliases.Integer, Ui + "Integer"),
        (ValueKind.Decimal, _) => (Aliases.Decimal, Ui + "Decimal"),
        (ValueKind.Date, _) => (Aliases.DateOnly, Ui + "DateOnlyPicker"),
        (ValueKind.Boolean, _) => (Aliases.Boolean, Ui + "Toggle"),
        (ValueKind.Choice, _) => (Aliases.DropDownListFlexible, Ui + "Dropdown"),
        (ValueKind.Choices, _) => (Aliases.CheckBoxList, Ui + "CheckBoxList"),
        (ValueKind.Texts, _) => (Aliases.MultipleTextstring, Ui + "MultipleTextString"),
        (ValueKind.Media or ValueKind.Medias, _) => (Aliases.MediaPicker3, Ui + "MediaPicker"),
        (ValueKind.Document or ValueKind.Documents, _) => (Aliases.MultiNodeTreePicker, Ui + "ContentPicker"),
        _ => (Aliases.BlockList, Ui + "BlockList"),
    };

    private static IEnumerable<SettingModel> Settings(ContentSchema content, Property property)
    {
        var type = property.DataType;
        var many = type.Kind is ValueKind.Documents or ValueKind.Medias;
        if (LiveFigure.Is(property))
            return LiveFigure.Settings(content, property);
        return type.Kind switch
        {
            ValueKind.Text => [new("maxChars", type.MaxLength), new("rows", type.Editor == Aliases.TextArea ? 5 : null)],
            ValueKind.Markdown => RichTextSettings.All,
            ValueKind.Integer or ValueKind.Decimal => Number(property),
            ValueKind.Boolean => [new("default", false), new("showLabels", false)],
            // The stored value is our key; the editor sees the label.
            ValueKind.Choice or ValueKind.Choices => [new("multiple", type.Kind == ValueKind.Choices), new("items", type.Items.Select(i => new { name = i.Name.In(0), value = i.Value }).ToList())],
            ValueKind.Texts => [new("min", 0), new("max", type.MaxItems)],
            ValueKind.Document or ValueKind.Documents =>
                [new("startNode", new { type = "content" }), new("filter", string.Join(',', type.Accept.Select(EditorSchema.OfDocument))), new("minNumber", 0), new("maxNumber", many ? type.MaxItems : 1)],
            ValueKind.Media or ValueKind.Medias =>
                [new("filter", string.Join(',', type.Accept.Select(EditorSchema.OfMedia))), new("multiple", many), new("validationLimit", new { min = 0, max = many ? type.MaxItems : 1 }),
                    new("enableLocalFocalPoint", false)],
            ValueKind.Blocks =>
                [new("blocks", type.Accept.OrderBy(a => a != type.DefaultAccept).ThenBy(a => a, StringComparer.Ordinal).Select(a => BlockLabel.Setting(content.ElementTypes[a])).ToList()),
                    new("validationLimit", new { min = 0, max = type.MaxItems }), new("useInlineEditingAsDefault", false)],
            _ => [],
        };
    }

    // The client fills a new document's number with a smallest value above zero, which would pass for something the editor
    // has entered. Such a bound is told in the description and kept by the content engine.
    private static IEnumerable<SettingModel> Number(Property property) =>
        [new("min", property.Min > 0 ? null : property.Min), new("max", property.Max < 0 ? null : property.Max), new("step", property.DataType.Kind == ValueKind.Integer ? 1m : 0.0001m)];
}
