using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Search;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Assistant.Evaluation;

/// <summary>
/// Learns the weights of <see cref="Doubt"/> from the questions of the tests and from the half of the judged ones that may be looked
/// at: a linear support vector machine (L2 loss, dual coordinate descent after Hsieh et al., 2008). It goes through the questions in
/// their order and only adds, multiplies and divides, so that the same files give the same weights everywhere.
/// </summary>
internal static class DoubtTraining
{
    private const double Cost = 0.02;
    private const int Rounds = 60, FewestQuestions = 3, LeastWeight = 2;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The content of <c>doubt.json</c>.</summary>
    /// <param name="tests">Folder of the assistant's tests.</param>
    /// <param name="judged">File of the judged questions.</param>
    public static string Learn(string tests, string judged)
    {
        var examples = Read(tests, judged).Select(e => (Grams: Doubt.Grams(Wording.Fold(e.Ask)), e.IsLimit)).ToList();
        var known = examples.SelectMany(e => e.Grams).CountBy(g => g).Where(g => g.Value >= FewestQuestions).Select(g => g.Key).Append(Doubt.Bias).Order(StringComparer.Ordinal).ToList();
        var place = known.Select((gram, at) => (gram, at)).ToDictionary(g => g.gram, g => g.at, StringComparer.Ordinal);
        var weights = Weights([.. examples.Select(e => (e.Grams.Append(Doubt.Bias).Where(place.ContainsKey).Select(g => place[g]).Order().ToArray(), e.IsLimit))], known.Count);
        var rounded = known.Zip(weights, (gram, weight) => (gram, Weight: (int)Math.Round(weight * Doubt.Scale))).Where(w => Math.Abs(w.Weight) >= LeastWeight);
        return JsonSerializer.Serialize(rounded.ToDictionary(w => w.gram, w => w.Weight), Readable) + "\n";
    }

    /// <summary>Each question of the files that may be looked at, with whether it cannot or must not be answered.</summary>
    private static IEnumerable<(string Ask, bool IsLimit)> Read(string tests, string judged)
    {
        foreach (YamlMappingNode group in (YamlSequenceNode)Root(tests, "limits.yaml"))
            foreach (var line in (YamlSequenceNode)group["lines"])
                yield return ($"{line}", $"{group["ends"]}" != "answered");
        foreach (YamlMappingNode group in (YamlSequenceNode)Root(tests, "phrasings.yaml"))
            foreach (var line in (YamlSequenceNode)group["lines"])
                yield return ($"{(line is YamlMappingNode more ? more["ask"] : line)}", MustEnd(((YamlSequenceNode)group["status"]).Select(s => $"{s}")));
        foreach (var line in ((YamlMappingNode)Root(tests, "readings.yaml")).Children.Values.SelectMany(c => (YamlSequenceNode)c).Select(l => $"{l["ask"]}").Where(l => !l.Contains(">>", StringComparison.Ordinal)))
            yield return (line, false);
        foreach (var dialogue in JudgedDialogue.Read(Path.Combine(tests, "dialogues.yaml")).Concat(JudgedDialogue.Read(judged).Where(d => d.Tune)))
            yield return (dialogue.Turns[0].Ask, MustEnd(dialogue.Turns[0].Status));
    }

    private static bool MustEnd(IEnumerable<string> right) => right.ToHashSet() is var some && some.Overlaps(["out-of-scope", "refused", "clarify"]) && !some.Contains("answered");

    private static YamlNode Root(string folder, string file)
    {
        using var text = new StreamReader(Path.Combine(folder, file), Encoding.UTF8);
        var yaml = new YamlStream();
        yaml.Load(text);
        return yaml.Documents[0].RootNode;
    }

    private static double[] Weights(List<(int[] Grams, bool IsLimit)> examples, int count)
    {
        var weights = new double[count];
        var shares = new double[examples.Count];
        // Both kinds weigh the same, however many there are of each.
        double Allowed(bool isLimit) => Cost * examples.Count / (2.0 * examples.Count(e => e.IsLimit == isLimit));
        var (ofLimits, ofOthers) = (0.5 / Allowed(true), 0.5 / Allowed(false));
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < examples.Count; i++)
            {
                var (grams, isLimit) = examples[i];
                var (sign, slack) = isLimit ? (1, ofLimits) : (-1, ofOthers);
                var margin = 0.0;
                foreach (var gram in grams)
                    margin += weights[gram];
                var share = Math.Max(shares[i] - (((sign * margin) - 1 + (slack * shares[i])) / (grams.Length + slack)), 0);
                foreach (var gram in grams)
                    weights[gram] += (share - shares[i]) * sign;
                shares[i] = share;
            }

        return weights;
    }
}
