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

    /// <summary>The only way in which a figure is written; the client says it so that there can be others.</summary>
    public const string PlainFormat = "value";

    public static bool Is(Property property) => property.DataType.Editor == Editor;

    public static bool Absorbs(PropertyHolder holder, Property property) =>
        property.Alias == Park && property.DataType.Kind == ValueKind.Document && holder.Groups.Any(g => g.Properties.Any(Is));
}
