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
/// an order that they alone decide and only adds, multiplies and divides, so that the same files give the same weights everywhere.
/// </summary>
internal static class DoubtTraining
{
    private const double Cost = 0.03;
    private const int Rounds = 20, FewestQuestions = 4, Stride = 7919;

    /// <summary>Classes of questions in the tests, by the kind that they are learned as; what is of no kind is learned as a limit only.</summary>
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["off-topic"] = Doubt.Subject, ["advice"] = Doubt.Advice, ["private"] = Doubt.Private, ["abuse"] = Doubt.Harm, ["harm"] = Doubt.Harm, ["elsewhere"] = Doubt.Elsewhere,
        ["promise"] = Doubt.Unknowable, ["forecast"] = Doubt.Unknowable, ["negotiation"] = Doubt.Unknowable, ["politics"] = Doubt.Opinion, ["no-data"] = Doubt.Unpublished,
        ["unpublished"] = Doubt.Unpublished, ["false-premise"] = Doubt.Unpublished, ["no-such-park"] = Doubt.Unpublished, ["no-such-facility"] = Doubt.Unpublished, ["no-such-policy"] = Doubt.Unpublished,
        ["no-such-award"] = Doubt.Unpublished, ["ambiguous-park"] = Doubt.Unpublished, ["vague"] = Doubt.Vague, ["half question"] = Doubt.Vague, ["rude or empty"] = Doubt.Vague, ["about-assistant"] = Doubt.Self,
    };

    /// <summary>The content of <c>doubt.json</c>: a line for each stretch of text, with a weight for each of <see cref="Doubt.Kinds"/>.</summary>
    /// <param name="tests">Folder of the assistant's tests.</param>
    /// <param name="judged">File of the judged questions.</param>
    public static string Learn(string tests, string judged)
    {
        var examples = Read(tests, judged).Select(e => (Grams: Doubt.Grams(Wording.Fold(e.Ask)), e.Kind)).ToList();
        var known = examples.SelectMany(e => e.Grams).CountBy(g => g).Where(g => g.Value >= FewestQuestions).Select(g => g.Key).Append(Doubt.Bias).Order(StringComparer.Ordinal).ToList();
        var place = known.Select((gram, at) => (gram, at)).ToDictionary(g => g.gram, g => g.at, StringComparer.Ordinal);
        var placed = examples.Select(e => (Grams: e.Grams.Append(Doubt.Bias).Where(place.ContainsKey).Select(g => place[g]).Order().ToArray(), e.Kind)).ToList();
        // Of a limit that is of no kind nobody knows whether it is of this one.
        var weights = Doubt.Kinds.AsParallel().AsOrdered().Select(kind => Weights([.. placed.Where(e => kind == Doubt.Any || e.Kind != Doubt.Any).Select(e => (e.Grams, kind == Doubt.Any ? e.Kind is not null : e.Kind == kind))], known.Count)).ToList();
        var lines = known.Select((gram, at) => (gram, Rounded: weights.Select(w => (int)Math.Round(w[at] * Doubt.Scale)).ToList())).Where(l => l.Rounded.Exists(w => w != 0))
            .Select(l => $"  \"{JsonEncodedText.Encode(l.gram, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\": [{string.Join(", ", l.Rounded)}]");
        return "{\n" + string.Join(",\n", lines) + "\n}\n";
    }

    /// <summary>Each question of the files that may be looked at, with the kind of those that cannot or must not be answered; null for what can.</summary>
    private static IEnumerable<(string Ask, string? Kind)> Read(string tests, string judged)
    {
        static string Of(YamlNode group) => Kinds.GetValueOrDefault($"{group["class"]}", Doubt.Any);
        foreach (YamlMappingNode group in (YamlSequenceNode)Root(tests, "limits.yaml"))
            foreach (var line in (YamlSequenceNode)group["lines"])
                yield return ($"{line}", $"{group["ends"]}" != "answered" ? Of(group) : null);
        foreach (YamlMappingNode group in (YamlSequenceNode)Root(tests, "phrasings.yaml"))
            foreach (var line in (YamlSequenceNode)group["lines"])
                yield return ($"{(line is YamlMappingNode more ? more["ask"] : line)}", MustEnd(((YamlSequenceNode)group["status"]).Select(s => $"{s}")) ? Of(group) : null);
        foreach (var line in ((YamlMappingNode)Root(tests, "readings.yaml")).Children.Values.SelectMany(c => (YamlSequenceNode)c).Select(l => $"{l["ask"]}").Where(l => !l.Contains(">>", StringComparison.Ordinal)))
            yield return (line, null);
        foreach (var dialogue in JudgedDialogue.Read(Path.Combine(tests, "dialogues.yaml")).Concat(JudgedDialogue.Read(judged).Where(d => d.Tune)))
            yield return (dialogue.Turns[0].Ask, MustEnd(dialogue.Turns[0].Status) ? Doubt.Any : null);
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
            // Another order in each round, so that none of the files has the last word.
            foreach (var i in Order(examples.Count, round))
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

    /// <summary>Each number below a count once, in steps of a length that has no divisor in common with it.</summary>
    private static IEnumerable<int> Order(int count, int round)
    {
        var step = ((count * 5 / 8) + (round * Stride)) % count;
        while (Divisor(Math.Max(step, 1), count) != 1)
            step = (step + 1) % count;
        for (var (n, at) = (0, round % count); n < count; n++, at = (at + Math.Max(step, 1)) % count)
            yield return at;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
