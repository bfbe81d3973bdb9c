using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ParkBrand.Content.Schema;

internal static class DataTypeReader
{
    private static readonly FrozenSet<string> Keys =
        ["alias", "name", "editor", "value", "maxLength", "maxItems", "pattern", "accept", "items"];
    private static readonly FrozenSet<string> ItemKeys = ["value", "name"];

    private static readonly FrozenSet<ValueKind> Referring =
        [ValueKind.Document, ValueKind.Documents, ValueKind.Media, ValueKind.Medias, ValueKind.Blocks];

    public static Dictionary<string, DataType> Read(JsonCursor root, NameReader names)
    {
        var types = new Dictionary<string, DataType>();
        foreach (var item in root.Items("dataTypes"))
        {
            if (!item.IsObject(Keys))
                continue;
            var type = ReadOne(item, names);
            if (!types.TryAdd(type.Alias, type))
                item.Problem("alias", $"'{type.Alias}' is used by another data type");
        }

        return types;
    }

    private static DataType ReadOne(JsonCursor item, NameReader names)
    {
        var kindName = item.Text("value", "text");
        if (!Enum.TryParse<ValueKind>(kindName, ignoreCase: true, out var kind) || int.TryParse(kindName, out _))
            item.Problem("value", $"'{kindName}' is not one of {string.Join(", ", Enum.GetNames<ValueKind>().Select(n => n.ToLowerInvariant()))}");
        var accept = item.Texts("accept");
        if (Referring.Contains(kind) != accept.Count > 0)
            item.Problem("accept", Referring.Contains(kind) ? "is missing: say what may be referred to" : $"has no meaning for the value kind {kindName}");
        var choices = item.Items("items", required: false).Where(i => i.IsObject(ItemKeys))
            .Select(i => new ChoiceItem(i.Text("value"), names.Read(i))).ToList();
        if (kind is ValueKind.Choice or ValueKind.Choices != choices.Count > 0)
            item.Problem("items", choices.Count == 0 ? "is missing: a choice needs its items" : $"has no meaning for the value kind {kindName}");
        foreach (var twice in choices.GroupBy(c => c.Value).Where(g => g.Count() > 1))
            item.Problem("items", $"the value '{twice.Key}' stands twice");
        return new DataType
        {
            Alias = item.Text("alias"),
            Name = item.Text("name"),
            Editor = item.Text("editor"),
            Kind = kind,
            MaxLength = Positive(item, "maxLength", 4000),
            MaxItems = Positive(item, "maxItems", 200),
            Pattern = Pattern(item),
            Accept = accept.ToFrozenSet(),
            DefaultAccept = accept.FirstOrDefault(),
            Items = choices,
        };
    }

    private static int Positive(JsonCursor item, string name, int fallback)
    {
        if (item.Number(name) is not { } number)
            return fallback;
        if (number is >= 1 and <= 1_000_000 && number == decimal.Truncate(number))
            return (int)number;
        item.Problem(name, "must be a whole number from 1 to 1,000,000");
        return fallback;
    }

    internal static Regex? Pattern(JsonCursor item)
    {
        if (item.OptionalText("pattern") is not { } pattern)
            return null;
        try
        {
            // NonBacktracking: a pattern in the schema must never be a way to hang the site.
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            item.Problem("pattern", $"is not a usable regular expression: {e.Message}");
            return null;
        }
    }
}
