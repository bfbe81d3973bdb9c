using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// How much the words of a whole question are like those of questions that cannot be answered: a sum of weights that were learned
/// from the questions in the repository. It is asked only where rules understood little.
/// </summary>
internal static partial class Doubt
{
    /// <summary>What one of the learned margins is in the file, whose weights are whole numbers.</summary>
    public const int Scale = 1000;

    public const string Bias = "";
    private const int LongestGram = 3, FewestWords = 3;
    private static readonly FrozenDictionary<string, int> Weights = Read();

    /// <summary>Above 0 a question is more like what cannot be answered, below more like what can; most lie between -1 and 1.</summary>
    public static double Of(string folded) => Reasons(folded).Sum(r => r.Weight) / (double)Scale;

    /// <summary>What the sum is made of, for whoever asks why.</summary>
    public static IEnumerable<(string Gram, int Weight)> Reasons(string folded) =>
        Grams(folded).Append(Bias).Select(g => (g, Weights.GetValueOrDefault(g))).Where(r => r.Item2 != 0);

    /// <summary>One to three Chinese characters in a row, with where a run of them begins and ends; Latin words, and pairs of them where there are several. Each once.</summary>
    public static IReadOnlyCollection<string> Grams(string folded)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in Han().EnumerateMatches(folded))
        {
            var text = $"^{folded.AsSpan(run.Index, run.Length)}$";
            for (var length = 1; length <= LongestGram; length++)
                for (var at = 0; at + length <= text.Length; at++)
                    grams.Add(text.Substring(at, length));
        }

        var words = Latin().Matches(folded).Select(m => char.IsAsciiDigit(m.Value[0]) ? "#" : m.Value).ToList();
        grams.UnionWith(words);
        if (words.Count > FewestWords)
            grams.UnionWith(words.Prepend("^").Zip(words.Append("$"), (a, b) => $"{a} {b}"));
        return grams;
    }

    private static FrozenDictionary<string, int> Read()
    {
        using var stream = typeof(Doubt).Assembly.GetManifestResourceStream("doubt.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, int>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex("[\u4e00-\u9fff]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Han();

    [GeneratedRegex("[a-z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Latin();
}
