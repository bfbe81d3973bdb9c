using YamlDotNet.RepresentationModel;

namespace ParkBrand.Assistant.Evaluation;

/// <summary>A dialogue with what is right at each turn.</summary>
internal sealed record JudgedDialogue(string Id, bool Tune, string Who, string Form, IReadOnlyList<JudgedTurn> Turns)
{
    /// <summary>ISO code that the answer is asked in.</summary>
    public string Culture => Form == "en" ? "en-US" : "zh-CN";

    /// <exception cref="FormatException">Names the line.</exception>
    public static List<JudgedDialogue> Read(string file)
    {
        using var text = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(text);
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>().Select(One)];
    }

    private static JudgedDialogue One(YamlMappingNode node)
    {
        try
        {
            return new JudgedDialogue(Text(node["id"]), node.Children.TryGetValue("half", out var half) && Text(half) == "tune", Text(node["who"]), Text(node["form"]), [.. ((YamlSequenceNode)node["turns"]).Cast<YamlMappingNode>().Select(Turn)]);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidCastException)
        {
            throw new FormatException($"Line {node.Start.Line}: a dialogue has id, half, who, form and turns; a turn has ask and status. {e.Message}", e);
        }
    }

    private static JudgedTurn Turn(YamlMappingNode node) => new(
        Text(node["ask"]), List(node, "status"), List(node, "seek").FirstOrDefault(), List(node, "parks"), List(node, "never"), List(node, "docs"),
        node.Children.TryGetValue("needs", out var needs) ? ((YamlMappingNode)needs).Children.ToDictionary(n => Text(n.Key), n => n.Value is YamlSequenceNode many ? many.Select(Text).ToList() : (IReadOnlyList<string>)[Text(n.Value)]) : [],
        node.Children.TryGetValue("facts", out var facts) ? [.. ((YamlSequenceNode)facts).Cast<YamlMappingNode>().Select(Fact)] : []);

    private static JudgedFact Fact(YamlMappingNode node)
    {
        string Of(string key) => List(node, key).FirstOrDefault() ?? "";
        var type = Of("of") switch { "finance" => "financeProduct", "contact" => "contactPoint", "story" => "feature", var of => of };
        var path = Of("doc") is { Length: > 0 } doc ? "/" + doc : Of("park").Length == 0 ? "" : type == "park" ? "/parks/" + Of("park") : $"/parks/{Of("park")}/{type}s/{Of("slug")}";
        return new JudgedFact(path, type, Of("alias"), List(node, "value"));
    }

    private static List<string> List(YamlMappingNode node, string key) => !node.Children.TryGetValue(key, out var value) ? []
        : value is YamlSequenceNode many ? many.Select(Text).ToList() : [Text(value)];

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}

/// <param name="Status">Any of these is right.</param>
/// <param name="Parks">Slugs; any of these among the first three is right.</param>
/// <param name="Never">Slugs of parks that miss a hard need.</param>
/// <param name="Docs">Paths or slugs of documents of which one must be shown.</param>
/// <param name="Facts">Properties that must stand in the answer.</param>
internal sealed record JudgedTurn(
    string Ask, IReadOnlyList<string> Status, string? Seek, IReadOnlyList<string> Parks, IReadOnlyList<string> Never, IReadOnlyList<string> Docs,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Needs, IReadOnlyList<JudgedFact> Facts);

/// <param name="Path">Of the document that states it; empty where it is one that was shown before.</param>
/// <param name="Values">As they are stored; another place may state the same.</param>
internal sealed record JudgedFact(string Path, string Type, string Alias, IReadOnlyList<string> Values);
