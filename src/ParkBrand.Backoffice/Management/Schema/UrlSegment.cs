using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>
/// The last part of a document's address. The client has no place for it, so it is edited as if it were a property: then it is
/// saved, checked and kept from conflicts with all the rest of the form.
/// </summary>
internal static class UrlSegment
{
    public const string Alias = "urlSegment";
    public const string Editor = "ParkBrand.UrlSegment";

    // The client looks up what begins with #, in descriptions within braces, in the editor's language.
    private const string Label = "#urlSegment_label", Note = "{#urlSegment_note}", Group = "#urlSegment_group";

    public static bool Of(PropertyHolder holder) => holder is DocumentType { HasOwnSlug: true };

    public static DataTypeModel DataType(DocumentType type) => new(
        SchemaId.Of("data-type", $"url-segment:{type.Route}"), "URL segment", Editor, "ParkBrand.PropertyEditorUi.UrlSegment", [new("route", type.Route)]);

    public static PropertyModel Property(DocumentType type, int sort) => new(
        SchemaId.Of("property", $"{type.Alias}.{Alias}"), new(ContainerId(type)), sort, Alias, Label, Note, new(DataType(type).Id), VariesByCulture: false, new ValidationModel(false, null, null, null));

    public static ContainerModel Container(DocumentType type, string kind) => new(ContainerId(type), null, Group, kind, type.Groups.Count);

    private static Guid ContainerId(DocumentType type) => SchemaId.Of("container", $"url-segment.{type.Alias}");
}
