using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// What somebody does by asking, whatever it is about: wants a promise, a forecast, a lower price, advice, an opinion, or a thing
/// that no record has. Recognised by form: patterns of <c>acts.json</c> over classes of words, so that a new wording of the same
/// act is recognised too.
/// </summary>
internal static partial class Acts
{
    public const string Promise = "promise", Forecast = "forecast", Bargain = "bargain", Advice = "advice", Private = "private",
        Unpublished = "unpublished", Opinion = "opinion", Rude = "rude", Assistant = "assistant", Elsewhere = "elsewhere";

    /// <summary>Kunshan, or how far off another place is, or that somebody comes from there.</summary>
    public const string Ours = "ours";

    /// <summary>What looks like an act and is a thing: a deposit, a guarantee that a bank sells.</summary>
    public const string Except = "except";

    private const string Compared = "compared";

    // Gaps are bounded, and a question has at most a few hundred characters; the time is for what nobody thought of.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);
    private static readonly FrozenDictionary<string, Regex> Patterns = Read();

    /// <param name="folded">The question, folded.</param>
    public static IReadOnlySet<string> Of(string folded)
    {
        try
        {
            // A deposit and a guarantee that is a product are no promises.
            var text = Patterns[Except].Replace(folded, "\n");
            var acts = Patterns.Where(p => p.Key is not (Except or Ours or Compared) && p.Value.IsMatch(text)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
            if (text != folded)
                acts.Add(Except);
            if (!Patterns[Ours].IsMatch(folded) || Patterns[Compared].IsMatch(folded))
                return acts;
            acts.Add(Ours);
            acts.Remove(Elsewhere);
            return acts;
        }
        catch (RegexMatchTimeoutException)
        {
            return new HashSet<string>();
        }
    }

    private static FrozenDictionary<string, Regex> Read()
    {
        using var stream = typeof(Acts).Assembly.GetManifestResourceStream("acts.json")!;
        using var json = JsonDocument.Parse(stream);
        var words = json.RootElement.GetProperty("words").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString()!);
        string Filled(string pattern) => Class().Replace(pattern, m => words[m.Groups[1].Value]);
        // A Latin word counts as a whole only.
        static string Whole(string pattern) => pattern.Any(WordRun.IsHan) ? pattern : $"(?<![a-z])(?:{pattern})(?![a-z])";
        return json.RootElement.EnumerateObject().Where(a => a.Name != "words").ToFrozenDictionary(a => a.Name, a => new Regex(
            string.Join('|', a.Value.EnumerateArray().Select(p => Whole(Filled(p.GetString()!)))), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Longest));
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Class();
}
