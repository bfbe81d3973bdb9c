using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ParkBrand.Assistant.Tools;

/// <summary>Something that a language model may ask of what is published. It reads and changes nothing; what it is given is a wish, not a command.</summary>
internal abstract class SiteTool(string name, string description, string schema) : AIFunction
{
    private const int LongestText = 100;
    private readonly JsonElement schema = JsonElement.Parse(schema);

    public override string Name => name;
    public override string Description => description;
    public override JsonElement JsonSchema => schema;

    /// <exception cref="FormatException">Says what the arguments have to be.</exception>
    protected abstract object Answer(AIFunctionArguments given);

    protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => new(Answer(arguments));

    /// <summary>Null when it is not given.</summary>
    protected static string? Text(AIFunctionArguments given, string name) => Element(given, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text when text.GetString() is { Length: <= LongestText } read => read,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw new FormatException($"'{name}' is a text of at most {LongestText} characters."),
    };

    protected static string Needed(AIFunctionArguments given, string name) => Text(given, name) is { Length: > 0 } text ? text : throw new FormatException($"'{name}' is missing.");

    protected static IReadOnlyList<string> Texts(AIFunctionArguments given, string name, int most) => Element(given, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() <= most => [.. list.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String && e.GetString() is { Length: <= LongestText } text ? text : throw new FormatException($"'{name}' holds texts of at most {LongestText} characters."))],
        _ => throw new FormatException($"'{name}' is a list of at most {most} texts."),
    };

    protected static IEnumerable<KeyValuePair<string, string>> Pairs(AIFunctionArguments given, string name, int most) => Element(given, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => [],
        { ValueKind: JsonValueKind.Object } pairs when pairs.EnumerateObject().Count() <= most => [.. pairs.EnumerateObject().SelectMany(p => Values(p.Value).Select(v => KeyValuePair.Create(p.Name, v)))],
        _ => throw new FormatException($"'{name}' is an object with at most {most} members."),
    };

    private static IEnumerable<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Take(10).SelectMany(Values),
        JsonValueKind.True => ["1"],
        JsonValueKind.String or JsonValueKind.Number => value.ToString() is { Length: <= LongestText } text ? [text] : [],
        _ => [],
    };

    private static JsonElement? Element(AIFunctionArguments given, string name) => given.TryGetValue(name, out var value) && value is not null
        ? value as JsonElement? ?? JsonSerializer.SerializeToElement(value) : null;
}
