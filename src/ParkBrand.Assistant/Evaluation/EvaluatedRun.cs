using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Assistant.Evaluation;

/// <summary>The scores of one run over the judged questions, as a file that people can read and compare.</summary>
/// <param name="Content">Stamp of the content and the questions that it ran on.</param>
/// <param name="Code">Stamp of what answered.</param>
/// <param name="Scores">By mode, part of the questions and key of the measure. A mode that was not run is not there.</param>
public sealed record EvaluatedRun(DateOnly Date, string Content, string Code, IReadOnlyDictionary<(string Mode, string Part), IReadOnlyDictionary<string, decimal>> Scores)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The model of mode <see cref="Model"/>; null where none was measured.</summary>
    public EvaluatedModel? Spoken { get; init; }

    public const string BuiltIn = "built-in", Model = "model", All = "all", Tune = "tune", Held = "held", Turns = "turns";

    public decimal? Score(string mode, string part, string key) => Scores.TryGetValue((mode, part), out var scores) && scores.TryGetValue(key, out var score) ? score : null;

    /// <exception cref="FormatException">Says what is missing.</exception>
    public static EvaluatedRun Read(TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
            var root = (YamlMappingNode)yaml.Documents[0].RootNode;
            var scores = new Dictionary<(string, string), IReadOnlyDictionary<string, decimal>>();
            foreach (var (mode, parts) in (YamlMappingNode)root["modes"])
                foreach (var (part, values) in (YamlMappingNode)parts)
                    scores[($"{mode}", $"{part}")] = ((YamlMappingNode)values).ToDictionary(v => $"{v.Key}", v => decimal.Parse($"{v.Value}", CultureInfo.InvariantCulture));
            return new EvaluatedRun(DayOf(root), $"{root["content"]}", $"{root["code"]}", scores) { Spoken = root.Children.TryGetValue("model", out var model) ? SpokenOf((YamlMappingNode)model) : null };
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidCastException or FormatException or YamlDotNet.Core.YamlException or ArgumentOutOfRangeException)
        {
            throw new FormatException($"An accepted run has date, content, code and modes, each with parts and their scores. {e.Message}", e);
        }
    }

    internal string Write()
    {
        var text = new StringBuilder("# The last accepted run of \"parkbrand eval assistant\"; \"--accept\" writes it. A run that is worse fails.\n");
        text.Append(CultureInfo.InvariantCulture, $"date: {Date:yyyy-MM-dd}\ncontent: {Content}\ncode: {Code}\nmodes:\n");
        foreach (var mode in Scores.GroupBy(s => s.Key.Mode))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {mode.Key}:\n");
            foreach (var (key, scores) in mode)
                text.Append(CultureInfo.InvariantCulture, $"    {key.Part}: {{ {string.Join(", ", scores.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}")))} }}\n");
        }

        if (Spoken is { } model)
            text.Append(CultureInfo.InvariantCulture, $"model:\n  name: '{model.Name.Replace("'", "''", StringComparison.Ordinal)}'\n  date: {model.Date:yyyy-MM-dd}\n  content: {model.Content}\n  code: {model.Code}\n  figures: {{ {string.Join(", ", model.Figures.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Key}: {s.Value}")))} }}\n");
        return text.ToString();
    }

    private static DateOnly DayOf(YamlMappingNode node) => DateOnly.ParseExact($"{node["date"]}", Day, CultureInfo.InvariantCulture);

    private static EvaluatedModel SpokenOf(YamlMappingNode node) => new(
        $"{node["name"]}", DayOf(node), $"{node["content"]}", $"{node["code"]}", ((YamlMappingNode)node["figures"]).ToDictionary(v => $"{v.Key}", v => decimal.Parse($"{v.Value}", CultureInfo.InvariantCulture)));
}
