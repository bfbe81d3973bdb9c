using System.Collections.Frozen;

namespace ParkBrand.Content.Schema;

internal sealed class PropertyReader(Dictionary<string, DataType> dataTypes, NameReader names)
{
    private static readonly FrozenSet<string> Keys =
        ["alias", "name", "dataType", "required", "variant", "min", "max", "unit", "pattern"];
    private static readonly FrozenSet<string> GroupKeys = ["name", "properties"];
    private static readonly FrozenSet<string> ElementKeys = ["alias", "name", "properties"];
    private static readonly FrozenSet<string> CompositionKeys = ["alias", "name", "groups"];
    private static readonly FrozenSet<string> FileWords = ["name", "type", "slug", "id", "sort", "publish"];

    /// <summary>Stands in for a data type that does not exist, so that the rest of the property is checked all the same.</summary>
    internal static readonly DataType Unknown = new() { Alias = "", Name = "", Editor = "", Kind = ValueKind.Text };

    public Dictionary<string, ElementType> ReadElementTypes(JsonCursor root)
    {
        var types = new Dictionary<string, ElementType>();
        foreach (var item in root.Items("elementTypes", required: false))
        {
            if (!item.IsObject(ElementKeys))
                continue;
            var type = new ElementType
            {
                Alias = item.Alias(),
                Name = item.Text("name"),
                Groups = [new PropertyGroup("", ReadList(item, []))],
            };
            type.Seal();
            foreach (var property in type.Properties.Where(p => p.Variant))
                item.Problem("properties", $"'{property.Alias}' is variant; a block varies as a whole, with the property that holds it");
            item.Register(types, type.Alias, type, "element type");
        }

        return types;
    }

    public static Dictionary<string, JsonCursor> Compositions(JsonCursor root)
    {
        var compositions = new Dictionary<string, JsonCursor>();
        foreach (var item in root.Items("compositions", required: false))
            if (item.IsObject(CompositionKeys))
                item.Register(compositions, item.Alias(), item, "composition");
        return compositions;
    }

    public List<PropertyGroup> ReadGroups(JsonCursor holder, HashSet<string> taken)
    {
        var groups = new List<PropertyGroup>();
        foreach (var group in holder.Items("groups"))
            if (group.IsObject(GroupKeys))
                groups.Add(new PropertyGroup(group.Text("name"), ReadList(group, taken)));
        return groups;
    }

    private List<Property> ReadList(JsonCursor holder, HashSet<string> taken)
    {
        var properties = new List<Property>();
        foreach (var item in holder.Items("properties"))
        {
            if (!item.IsObject(Keys))
                continue;
            var property = ReadOne(item);
            if (taken.Contains("$document") ? FileWords.Contains(property.Alias) : property.Alias == "block")
                item.Problem("alias", $"'{property.Alias}' is a word of the content files and cannot be a property");
            if (property.Alias.Length == 0)
                continue;
            if (taken.Add(property.Alias))
                properties.Add(property);
            else
                item.Problem("alias", $"'{property.Alias}' stands twice in this type (compositions count)");
        }

        return properties;
    }

    private Property ReadOne(JsonCursor item)
    {
        var dataTypeAlias = item.Text("dataType");
        if (!dataTypes.TryGetValue(dataTypeAlias, out var dataType) && dataTypeAlias.Length > 0)
            item.Problem("dataType", $"'{dataTypeAlias}' is not a data type");
        var (min, max) = (item.Number("min"), item.Number("max"));
        if (min > max)
            item.Problem("min", $"{min} is above max {max}");
        if ((min ?? max) is not null && dataType is { Kind: not (ValueKind.Integer or ValueKind.Decimal) })
            item.Problem(min is null ? "max" : "min", $"a range has no meaning for the data type '{dataTypeAlias}'");
        if (item.Child("pattern") is not null && dataType is not null && !DataTypeReader.IsWorded(dataType.Kind))
            item.Problem("pattern", $"has no meaning for the data type '{dataTypeAlias}'");
        return new Property
        {
            Alias = item.Alias(),
            Name = names.Read(item),
            DataType = dataType ?? Unknown,
            Required = item.Flag("required"),
            Variant = item.Flag("variant"),
            Min = min,
            Max = max,
            Unit = item.OptionalText("unit"),
            Pattern = DataTypeReader.Pattern(item),
        };
    }
}
