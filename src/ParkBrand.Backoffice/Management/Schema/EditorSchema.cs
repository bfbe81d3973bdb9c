using System.Collections.Frozen;
using ParkBrand.Backoffice.Management.Media;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>
/// The content model as the backoffice client knows it: types by id, one data type for each way in which a property is
/// edited. Computed once; the model does not change while the process runs.
/// </summary>
internal sealed class EditorSchema
{
    private const string ElementIcon = "icon-brick";
    private readonly Dictionary<Guid, DataTypeModel> dataTypes = [];
    private readonly FrozenDictionary<Guid, string> aliases;

    public EditorSchema(ContentSchema content)
    {
        Content = content;
        Types = content.DocumentTypes.Values.Select(Document).Concat(content.ElementTypes.Values.Select(Element)).ToFrozenDictionary(t => t.Id);
        aliases = content.DocumentTypes.Keys.ToFrozenDictionary(OfDocument);
        foreach (var type in MediaSchema.DataTypes(content))
            dataTypes[type.Id] = type;
        DataTypes = dataTypes.ToFrozenDictionary();
    }

    public ContentSchema Content { get; }

    /// <summary>Document and element types.</summary>
    public FrozenDictionary<Guid, DocumentTypeModel> Types { get; }
    public FrozenDictionary<Guid, DataTypeModel> DataTypes { get; }

    public static Guid OfDocument(string alias) => SchemaId.Of("document-type", alias);
    public static Guid OfElement(string alias) => SchemaId.Of("element-type", alias);
    public static Guid OfMedia(string alias) => SchemaId.Of("media-type", alias);

    /// <summary>The alias of a document type; null for any other id.</summary>
    public string? Alias(Guid documentType) => aliases.GetValueOrDefault(documentType);

    public DocumentTypeReference Reference(string documentType) => new(
        OfDocument(documentType), Content.DocumentTypes.TryGetValue(documentType, out var type) ? type.Icon ?? "icon-document" : "icon-document", null);

    /// <summary>The document types that a property's picker accepts; null when the data type is no document picker.</summary>
    public IReadOnlyCollection<string>? Accepted(Guid dataType) => Content.DataTypes.Values
        .Where(t => EditorDataType.IdOf(t, null) == dataType).Select(t => t.Kind is ValueKind.Document or ValueKind.Documents ? t.Accept : LiveFigure.Parks(Content, t)).FirstOrDefault();

    private DocumentTypeModel Document(DocumentType type) => new(
        OfDocument(type.Alias), type.Alias, type.Name, null, type.Icon ?? "icon-document", type.AllowedAtRoot, VariesByCulture: true, IsElement: false,
        Properties(type), Containers(type), [.. type.AllowedChildren.Order(StringComparer.Ordinal).Select((a, i) => new AllowedTypeModel(new(OfDocument(a)), i))]);

    private DocumentTypeModel Element(ElementType type) => new(
        OfElement(type.Alias), type.Alias, type.Name, null, ElementIcon, AllowedAsRoot: false, VariesByCulture: false, IsElement: true, Properties(type), Containers(type), []);

    private List<PropertyModel> Properties(PropertyHolder holder)
    {
        var models = new List<PropertyModel>();
        foreach (var group in holder.Groups)
            foreach (var property in group.Properties.Where(p => !LiveFigure.Absorbs(holder, p)))
            {
                var dataType = EditorDataType.For(Content, property);
                dataTypes[dataType.Id] = dataType;
                models.Add(new PropertyModel(
                    SchemaId.Of("property", $"{holder.Alias}.{property.Alias}"), group.Name.Length == 0 ? null : new(ContainerId(holder, group)), models.Count, property.Alias,
                    property.Name.In(0), EditorDataType.Description(property), new(dataType.Id), property.Variant,
                    new ValidationModel(property.Required, null, (property.Pattern ?? property.DataType.Pattern)?.ToString(), null)));
            }

        if (holder is DocumentType type && UrlSegment.Of(type))
        {
            models.Add(UrlSegment.Property(type, models.Count));
            dataTypes[UrlSegment.DataType(type).Id] = UrlSegment.DataType(type);
        }

        return models;
    }

    // A long form is laid out in tabs, a short one in one group.
    private static List<ContainerModel> Containers(PropertyHolder holder)
    {
        var kind = holder.Groups.Count > 2 ? "Tab" : "Group";
        var containers = holder.Groups.Where(g => g.Name.Length > 0).Select((g, i) => new ContainerModel(ContainerId(holder, g), null, g.Name, kind, i)).ToList();
        if (holder is DocumentType type && UrlSegment.Of(type))
            containers.Add(UrlSegment.Container(type, kind));
        return containers;
    }

    private static Guid ContainerId(PropertyHolder holder, PropertyGroup group) => SchemaId.Of("container", $"{holder.GetType().Name}.{holder.Alias}.{group.Name}");
}
