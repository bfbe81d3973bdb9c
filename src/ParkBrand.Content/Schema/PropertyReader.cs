using System.Collections.Frozen;

namespace ParkBrand.Content.Schema;

internal sealed class PropertyReader(Dictionary<string, DataType> dataTypes, NameReader names)
{
    private static readonly FrozenSet<string> Keys =
        ["alias", "name", "dataType", "required", "variant", "min", "max", "unit", "pattern"];
    private static readonly FrozenSet<string> GroupKeys = ["name", "properties"];
    private static readonly FrozenSet<string> ElementKeys = ["alias", "name", "properties"];
    private static readonly FrozenSet<string> CompositionKeys = ["alias", "name", "groups"];

    public Dictionary<string, ElementType> ReadElementTypes(JsonCursor root)
    {
        var types = new Dictionary<string, ElementType>();
        foreach (var item in root.Items("elementTypes", required: false))
        {
            if (!item.IsObject(ElementKeys))
                continue;
            var type = new ElementType
            {
                Alias = item.Text("alias"),
                Name = item.Text("name"),
                Groups = [new PropertyGroup("", ReadList(item, new HashSet<string>()))],
            };
            type.Seal();
            foreach (var property in type.Properties.Where(p => p.Variant))
                item.Problem("properties", $"'{property.Alias}' is variant; a block varies as a whole, with the property that holds it");
            if (!types.TryAdd(type.Alias, type))
                item.Problem("alias", $"'{type.Alias}' is used by another element type");
        }

        return types;
    }

    public static Dictionary<string, JsonCursor> Compositions(JsonCursor root)
    {
        var compositions = new Dictionary<string, JsonCursor>();
        foreach (var item in root.Items("compositions", required: false))
            if (item.IsObject(CompositionKeys) && !compositions.TryAdd(item.Text("alias"), item))
                item.Problem("alias", "is used by another composition");
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
            if (!item.IsObject(Keys) || ReadOne(item) is not { } property)
                continue;
            if (property.Alias is "name" or "type" or "slug" or "id" or "sort" or "publish" && taken.Contains("$document"))
                item.Problem("alias", $"'{property.Alias}' is a word of the content files and cannot be a property");
            if (!taken.Add(property.Alias))
                item.Problem("alias", $"'{property.Alias}' stands twice in this type (compositions count)");
            properties.Add(property);
        }

        return properties;
    }

    private Property? ReadOne(JsonCursor item)
    {
        var dataTypeAlias = item.Text("dataType");
        if (!dataTypes.TryGetValue(dataTypeAlias, out var dataType))
        {
            item.Problem("dataType", $"'{dataTypeAlias}' is not a data type");
            return null;
        }

        var (min, max) = (item.Number("min"), item.Number("max"));
        if (min > max)
            item.Problem("min", $"{min} is above max {max}");
        if ((min ?? max) is not null && dataType.Kind is not (ValueKind.Integer or ValueKind.Decimal))
            item.Problem("min", $"a range has no meaning for the data type '{dataTypeAlias}'");
        return new Property
        {
            Alias = item.Text("alias"),
            Name = names.Read(item),
            DataType = dataType,
            Required = item.Flag("required"),
            Variant = item.Flag("variant"),
            Min = min,
            Max = max,
            Unit = item.OptionalText("unit"),
            Pattern = DataTypeReader.Pattern(item),
        };
    }
}
