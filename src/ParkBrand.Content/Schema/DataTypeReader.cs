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

    private static readonly FrozenSet<ValueKind> Worded = [ValueKind.Text, ValueKind.Markdown, ValueKind.Texts];
    private static readonly FrozenSet<ValueKind> Listed = [ValueKind.Choices, ValueKind.Texts, ValueKind.Medias, ValueKind.Documents, ValueKind.Blocks];
    private static readonly FrozenDictionary<string, ValueKind> Kinds = Enum.GetValues<ValueKind>().ToFrozenDictionary(k => k.ToString().ToLowerInvariant());

    public static Dictionary<string, DataType> Read(JsonCursor root, NameReader names)
    {
        var types = new Dictionary<string, DataType>();
        foreach (var item in root.Items("dataTypes"))
        {
            if (!item.IsObject(Keys))
                continue;
            var type = ReadOne(item, names);
            item.Register(types, type.Alias, type, "data type");
        }

        return types;
    }

    private static DataType ReadOne(JsonCursor item, NameReader names)
    {
        var kindName = item.Text("value");
        var accept = item.Texts("accept");
        var choices = item.Items("items", required: false).Where(i => i.IsObject(ItemKeys))
            .Select(i => new ChoiceItem(i.Text("value"), names.Read(i))).ToList();
        foreach (var twice in choices.GroupBy(c => c.Value).Where(g => g.Count() > 1))
            item.Problem("items", $"the value '{twice.Key}' stands twice");
        if (Kinds.TryGetValue(kindName, out var kind))
            CheckFit(item, kind, accept.Count > 0, choices.Count > 0);
        else if (kindName.Length > 0)
            item.Problem("value", $"'{kindName}' is not one of {string.Join(", ", Enum.GetNames<ValueKind>().Select(n => n.ToLowerInvariant()))}");
        return new DataType
        {
            Alias = item.Alias(),
            Name = item.Text("name"),
            Editor = item.Text("editor"),
            Kind = kind,
            MaxLength = (int?)item.Whole("maxLength", 1, 1_000_000) ?? 4000,
            MaxItems = (int?)item.Whole("maxItems", 1, 1_000_000) ?? 200,
            Pattern = Pattern(item),
            Accept = accept.ToFrozenSet(),
            DefaultAccept = accept.FirstOrDefault(),
            Items = choices,
        };
    }

    private static void CheckFit(JsonCursor item, ValueKind kind, bool accepts, bool chooses)
    {
        var kindName = kind.ToString().ToLowerInvariant();
        if (Referring.Contains(kind) != accepts)
            item.Problem("accept", accepts ? $"has no meaning for the value kind {kindName}" : "is missing: say what may be referred to");
        if (kind is ValueKind.Choice or ValueKind.Choices != chooses)
            item.Problem("items", chooses ? $"has no meaning for the value kind {kindName}" : "is missing: a choice needs its items");
        CheckKey("maxLength", Worded);
        CheckKey("pattern", Worded);
        CheckKey("maxItems", Listed);

        void CheckKey(string key, FrozenSet<ValueKind> kinds)
        {
            if (item.Child(key) is not null && !kinds.Contains(kind))
                item.Problem(key, $"has no meaning for the value kind {kindName}");
        }
    }

    /// <summary>Whether values of the kind are words, for which a pattern makes sense.</summary>
    internal static bool IsWorded(ValueKind kind) => Worded.Contains(kind);

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
