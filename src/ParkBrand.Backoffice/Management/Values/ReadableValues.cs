using System.Globalization;
using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Backoffice.Management.Values;

/// <summary>Stored values as somebody reads them: labels for choices, names for what is referred to, blocks one after the other.</summary>
/// <param name="language">Index of the language that the editor reads in.</param>
/// <param name="nameOf">The name of a document or media item; null when the editor may not know of it.</param>
internal sealed class ReadableValues(ContentSchema schema, int language, Wording wording, Func<Guid, bool, string?> nameOf)
{
    private const string Separator = "\n";

    public string Label(Property property) => property.Name.In(language);

    /// <returns>Empty for no value. What an older schema left in another shape is said as it is stored.</returns>
    public string Text(Property property, JsonNode? value)
    {
        try
        {
            return Words(property, value);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            return value!.ToJsonString();
        }
    }

    private string Words(Property property, JsonNode? value) => value is null ? "" : property.DataType.Kind switch
    {
        ValueKind.Boolean => wording.Say(value.GetValue<bool>() ? "yes" : "no"),
        ValueKind.Integer or ValueKind.Decimal => $"{value.ToJsonString()} {property.Unit}".TrimEnd(),
        ValueKind.Markdown => MarkdownText.Plain(value.GetValue<string>()).Trim(),
        ValueKind.Choice => Choice(property.DataType, value),
        ValueKind.Choices => List(value, v => Choice(property.DataType, v)),
        ValueKind.Texts => List(value, v => v.GetValue<string>()),
        ValueKind.Document or ValueKind.Media => Name(value, property.DataType.Kind == ValueKind.Media),
        ValueKind.Documents or ValueKind.Medias => List(value, v => Name(v, property.DataType.Kind == ValueKind.Medias)),
        ValueKind.Position => string.Join(", ", value.AsObject().Select(p => p.Value?.ToJsonString())),
        ValueKind.Blocks => string.Join(Separator, value.AsArray().Select(b => Block(property, b!.AsObject()))),
        _ => value.ToString(),
    };

    /// <returns>The name of a document; null when the editor may not know of it.</returns>
    public string? Document(Guid id) => nameOf(id, false);

    private static string List(JsonNode values, Func<JsonNode, string> text) => string.Join(Separator, values.AsArray().Select(v => text(v!)));

    private string Choice(DataType type, JsonNode value) => type.Item(value.GetValue<string>())?.Name.In(language) ?? value.GetValue<string>();

    private string Name(JsonNode id, bool media) => nameOf(Guid.Parse(id.GetValue<string>()), media) ?? wording.Say("not visible to you");

    private string Block(Property property, JsonObject block)
    {
        var alias = block["block"]?.GetValue<string>() ?? property.DataType.DefaultAccept!;
        if (!schema.ElementTypes.TryGetValue(alias, out var type))
            return alias;
        var parts = type.Properties.Select(p => Text(p, block[p.Alias])).Where(t => t.Length > 0);
        return string.Create(CultureInfo.InvariantCulture, $"{type.Name} · {string.Join(" · ", parts)}").TrimEnd(' ', '·');
    }
}
