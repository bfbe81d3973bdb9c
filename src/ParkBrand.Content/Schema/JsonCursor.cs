using System.Globalization;
using System.Text.Json;

namespace ParkBrand.Content.Schema;

/// <summary>A place in a JSON document that knows its own path and collects what is wrong with it.</summary>
internal readonly struct JsonCursor(JsonElement element, string path, List<SchemaProblem> problems)
{
    public JsonElement Element => element;
    public string Path => path;

    public void Problem(string reason) => problems.Add(new SchemaProblem(path, reason));
    public void Problem(string child, string reason) => problems.Add(new SchemaProblem($"{path}.{child}", reason));

    public bool IsObject(IReadOnlySet<string> allowed)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Problem($"must be an object, is {Describe(element)}");
            return false;
        }

        var seen = new HashSet<string>();
        foreach (var property in element.EnumerateObject())
            if (!allowed.Contains(property.Name))
                Problem(property.Name, $"is not known here; allowed are {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
            else if (!seen.Add(property.Name))
                Problem(property.Name, "stands twice");
        return true;
    }

    public JsonCursor? Child(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var child)
            ? new JsonCursor(child, $"{path}.{name}", problems)
            : null;

    public string Text(string name, string fallback = "")
    {
        if (Child(name) is not { } child)
        {
            Problem(name, "is missing");
            return fallback;
        }

        if (child.Element.ValueKind == JsonValueKind.String && child.Element.GetString() is { Length: > 0 } text)
            return text;
        child.Problem($"must be a text that is not empty, is {Describe(child.Element)}");
        return fallback;
    }

    public string? OptionalText(string name) => Child(name) is null ? null : Text(name);

    /// <summary>The name by which files, addresses of problems and code call a thing; empty when there is none.</summary>
    public string Alias()
    {
        var alias = Text("alias");
        if (alias.Any(c => !char.IsAsciiLetterOrDigit(c)) || (alias.Length > 0 && !char.IsAsciiLetter(alias[0])))
            Problem("alias", $"'{alias}' must be letters and digits (a-z, A-Z, 0-9), a letter first");
        return alias;
    }

    public void Register<T>(Dictionary<string, T> taken, string alias, T value, string what)
    {
        if (alias.Length > 0 && !taken.TryAdd(alias, value))
            Problem("alias", $"'{alias}' is used by another {what}");
    }

    public bool Flag(string name)
    {
        if (Child(name) is not { } child)
            return false;
        if (child.Element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return child.Element.GetBoolean();
        child.Problem($"must be true or false, is {Describe(child.Element)}");
        return false;
    }

    public decimal? Number(string name)
    {
        if (Child(name) is not { } child)
            return null;
        if (child.Element.ValueKind == JsonValueKind.Number && child.Element.TryGetDecimal(out var number))
            return number;
        child.Problem($"must be a number, is {Describe(child.Element)}");
        return null;
    }

    public long? Whole(string name, long min, long max)
    {
        if (Number(name) is not { } number)
            return null;
        if (number >= min && number <= max && number == decimal.Truncate(number))
            return (long)number;
        Problem(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min:N0} to {max:N0}"));
        return null;
    }

    /// <summary>A list that was read before: what is wrong with it was said then.</summary>
    public IEnumerable<JsonCursor> Again(string name) =>
        Child(name) is { Element.ValueKind: JsonValueKind.Array } ? Items(name) : [];

    /// <summary>The alias of an object that was read before, if it was one.</summary>
    public string AliasAgain() => Child("alias") is { Element.ValueKind: JsonValueKind.String } alias ? alias.Element.GetString()! : "";

    public IEnumerable<JsonCursor> Items(string name, bool required = true)
    {
        if (Child(name) is not { } child)
        {
            if (required)
                Problem(name, "is missing");
            yield break;
        }

        if (child.Element.ValueKind != JsonValueKind.Array)
        {
            child.Problem($"must be a list, is {Describe(child.Element)}");
            yield break;
        }

        var i = 0;
        foreach (var item in child.Element.EnumerateArray())
            yield return new JsonCursor(item, $"{child.Path}[{i++}]", problems);
    }

    public List<string> Texts(string name, bool required = false)
    {
        var texts = new List<string>();
        foreach (var item in Items(name, required))
            if (item.Element.ValueKind == JsonValueKind.String)
                texts.Add(item.Element.GetString()!);
            else
                item.Problem($"must be a text, is {Describe(item.Element)}");
        return texts;
    }

    private static string Describe(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{element.GetString()}\"",
        JsonValueKind.Number => $"the number {element.GetRawText()}",
        JsonValueKind.Null => "null",
        _ => element.GetRawText(),
    };
}
