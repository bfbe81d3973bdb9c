using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Patterns over classes of words, as data: <c>words</c> holds the classes, which patterns name in braces; every other entry is one pattern by a name, as a list of alternatives.</summary>
internal static partial class PatternFile
{
    /// <param name="longest">For what nobody thought of: gaps in patterns are bounded, and a question has at most a few hundred characters.</param>
    public static FrozenDictionary<string, Regex> Read(string file, TimeSpan longest)
    {
        using var stream = typeof(PatternFile).Assembly.GetManifestResourceStream(file)!;
        using var json = JsonDocument.Parse(stream);
        var words = json.RootElement.GetProperty("words").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString()!);
        string Filled(string pattern) => Class().Replace(pattern, m => words[m.Groups[1].Value]);
        // A Latin word counts as a whole only.
        static string Whole(string pattern) => pattern.Any(WordRun.IsHan) ? pattern : $"(?<![a-z])(?:{pattern})(?![a-z])";
        return json.RootElement.EnumerateObject().Where(a => a.Name != "words").ToFrozenDictionary(a => a.Name, a => new Regex(
            string.Join('|', a.Value.EnumerateArray().Select(p => Whole(Filled(p.GetString()!)))), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, longest));
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Class();
}
