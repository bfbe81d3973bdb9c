using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// How much the words of a whole question are like those of questions that cannot be answered, and of which kind of them: sums of
/// weights that were learned from the questions in the repository. They are asked where rules understood little.
/// </summary>
internal static partial class Doubt
{
    /// <summary>What one of the learned margins is in the file, whose weights are whole numbers.</summary>
    public const int Scale = 100;

    public const string Bias = "";

    /// <summary>Any question that cannot be answered, of whatever kind.</summary>
    public const string Any = "any";

    public const string Subject = "subject", Advice = "advice", Private = "private", Harm = "harm", Elsewhere = "elsewhere", Unknowable = "unknowable",
        Opinion = "opinion", Unpublished = "unpublished", Vague = "vague", Self = "self";

    /// <summary>In the order of the weights.</summary>
    public static readonly string[] Kinds = [Any, Subject, Advice, Private, Harm, Elsewhere, Unknowable, Opinion, Unpublished, Vague, Self];

    private const int LongestGram = 3, FewestWords = 3;
    private static readonly FrozenDictionary<string, int[]> Weights = Read();

    /// <summary>Above 0 a question is more like what cannot be answered, below more like what can; most lie between -1 and 1.</summary>
    public static double Of(string folded, string kind = Any) => Sums(folded)[Array.IndexOf(Kinds, kind)];

    /// <summary>The same for each of <see cref="Kinds"/>: above 0 it is more like that kind than like all others together.</summary>
    public static double[] Sums(string folded)
    {
        var sums = new int[Kinds.Length];
        foreach (var gram in Grams(folded).Append(Bias))
            if (Weights.TryGetValue(gram, out var weights))
                for (var kind = 0; kind < sums.Length; kind++)
                    sums[kind] += weights[kind];
        return [.. sums.Select(s => s / (double)Scale)];
    }

    /// <summary>What a sum is made of, for whoever asks why.</summary>
    public static IEnumerable<(string Gram, int Weight)> Reasons(string folded, string kind = Any) =>
        Grams(folded).Append(Bias).Where(Weights.ContainsKey).Select(g => (g, Weights[g][Array.IndexOf(Kinds, kind)])).Where(r => r.Item2 != 0);

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

    private static FrozenDictionary<string, int[]> Read()
    {
        using var stream = typeof(Doubt).Assembly.GetManifestResourceStream("doubt.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, int[]>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex("[\u4e00-\u9fff]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Han();

    [GeneratedRegex("[a-z]+|[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Latin();
}
