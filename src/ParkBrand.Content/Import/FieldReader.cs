using System.Globalization;
using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Content.Import;

/// <summary>Reads the fields of one culture of a file into JSON, as the schema says, and remembers where each stood.</summary>
internal sealed class FieldReader(ContentSchema schema, string file, string culture, int lineOffset, List<FileProblem> problems, Dictionary<string, int> lines)
{
    public List<PendingReference> References { get; } = [];
    public List<MediaUse> Media { get; } = [];

    public JsonObject Read(PropertyHolder holder, Func<Property, bool> belongs, IEnumerable<KeyValuePair<YamlNode, YamlNode>> fields, string path, string? blockType = null)
    {
        var values = new JsonObject();
        if (blockType is not null)
            values["block"] = blockType;
        foreach (var (key, value) in fields)
        {
            var alias = (key as YamlScalarNode)?.Value ?? "";
            var at = path + alias;
            lines[Key(at)] = Line(key);
            if (holder.Find(alias) is not { } property)
                Problem(key, at, $"is not a property of {holder.Alias}");
            else if (!belongs(property))
                Problem(key, at, property.Variant ? "differs by language: put it under a culture" : "is the same in all languages: put it at the top level");
            else if (Value(property.DataType, value, at) is { } json)
                values[alias] = json;
        }

        return values;
    }

    public JsonNode? Value(DataType type, YamlNode node, string path) => type.Kind switch
    {
        ValueKind.Integer or ValueKind.Decimal => Number(node, path),
        ValueKind.Boolean => Flag(node, path),
        ValueKind.Position => Position(node, path),
        ValueKind.Document => Refer(node, path),
        ValueKind.Media => Picture(node, path),
        ValueKind.Documents => List(node, path, Refer),
        ValueKind.Medias => List(node, path, Picture),
        ValueKind.Texts or ValueKind.Choices => List(node, path, Text),
        ValueKind.Blocks => List(node, path, (item, at) => Block(type, item, at)),
        _ => Text(node, path),
    };

    public JsonObject? Block(DataType type, YamlNode node, string path)
    {
        if (node is not YamlMappingNode map)
        {
            Problem(node, path, "must be a block with fields");
            return null;
        }

        if (!map.Children.TryGetValue(new YamlScalarNode("block"), out var named))
            return BlockOf(type, type.DefaultAccept!, map, path);
        if (named is YamlScalarNode { Value: { } alias })
            return BlockOf(type, alias, map, path);
        Problem(node, path, "must name its block by a text");
        return null;
    }

    public JsonObject? BlockOf(DataType type, string alias, YamlMappingNode map, string path)
    {
        if (type.Accept.Contains(alias) && schema.ElementTypes.TryGetValue(alias, out var element))
            return Read(element, _ => true, map.Children.Where(f => f.Key is not YamlScalarNode { Value: "block" }), path + ".", alias);
        Problem(map, path, $"'{alias}' is not one of {string.Join(", ", type.Accept.Order(StringComparer.Ordinal))}");
        return null;
    }

    private JsonArray? List(YamlNode node, string path, Func<YamlNode, string, JsonNode?> read)
    {
        if (node is not YamlSequenceNode sequence)
        {
            Problem(node, path, "must be a list");
            return null;
        }

        var items = new JsonArray();
        foreach (var item in sequence)
        {
            var at = $"{path}[{items.Count}]";
            lines[Key(at)] = Line(item);
            items.Add(read(item, at));
        }

        return items;
    }

    private JsonNode? Text(YamlNode node, string path)
    {
        if (node is YamlScalarNode { Value: { } text })
            return JsonValue.Create(text);
        Problem(node, path, "must be a text");
        return null;
    }

    private JsonValue? Number(YamlNode node, string path)
    {
        if (node is YamlScalarNode { Value: { } text } && decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return JsonValue.Create(number);
        Problem(node, path, "must be a number");
        return null;
    }

    private JsonValue? Flag(YamlNode node, string path)
    {
        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
            return JsonValue.Create(scalar.Value == "true");
        Problem(node, path, "must be true or false");
        return null;
    }

    private JsonObject Position(YamlNode node, string path)
    {
        var result = new JsonObject();
        if (node is YamlMappingNode map && map.Children.Keys.All(k => k is YamlScalarNode { Value: not null }))
            foreach (var (key, value) in map)
                result[((YamlScalarNode)key).Value!] = Number(value, path);
        else
            Problem(node, path, "must have latitude and longitude");
        return result;
    }

    private JsonNode? Refer(YamlNode node, string path)
    {
        if (node is not YamlScalarNode { Value: { Length: > 0 } target })
        {
            Problem(node, path, "must be the path of a content file, without its ending");
            return null;
        }

        // The value is filled in when all files are known; until then it holds a place.
        var value = JsonValue.Create(Guid.Empty.ToString());
        References.Add(new PendingReference(culture, path, target, id => value.ReplaceWith(id.ToString())));
        return value;
    }

    private JsonNode? Picture(YamlNode node, string path)
    {
        if (node is not YamlMappingNode map || Child(map, "file") is not YamlScalarNode { Value: { Length: > 0 } name })
        {
            Problem(node, path, "must have a file (beside this one) and an alt text for each language");
            return null;
        }

        var alt = (Child(map, "alt") as YamlMappingNode)?.Children.Where(a => a.Key is YamlScalarNode { Value: not null })
            .ToDictionary(a => ((YamlScalarNode)a.Key).Value!, a => (a.Value as YamlScalarNode)?.Value ?? "") ?? [];
        foreach (var unknown in alt.Keys.Where(k => schema.Languages.All(l => l.IsoCode != k)))
            Problem(Child(map, "alt")!, $"{path}.alt", $"'{unknown}' is not a language of this site");
        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(k => k.Value is not ("file" or "alt")))
            Problem(key, $"{path}.{key.Value}", "is not known here; allowed are file and alt");
        if (!alt.TryGetValue(schema.DefaultLanguage.IsoCode, out var words) || string.IsNullOrWhiteSpace(words))
            Problem(node, path, $"has no alt text in {schema.DefaultLanguage.IsoCode}");
        if (Relative(name) is not { } target)
        {
            Problem(node, path, $"'{name}' leads out of the content folder");
            return null;
        }

        Media.Add(new MediaUse(culture, path, target, alt));
        return JsonValue.Create(ContentId.OfMedia(target).ToString());
    }

    private string? Relative(string name)
    {
        var parts = new List<string>(file.Split('/')[..^1]);
        foreach (var part in name.Split('/'))
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
                parts.Add(part);
        return string.Join('/', parts);
    }

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private string Key(string path) => culture.Length == 0 ? path : $"{culture}.{path}";

    private int Line(YamlNode node) => (int)node.Start.Line + lineOffset;

    private void Problem(YamlNode node, string path, string message) => problems.Add(new FileProblem(file, Line(node), $"{Key(path)}: {message}"));
}
