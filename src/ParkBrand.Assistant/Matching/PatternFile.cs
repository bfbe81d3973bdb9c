using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// Patterns over classes of words, as data: <c>words</c> holds the classes, which patterns name in braces; every other entry is one
/// pattern by a name, as a list of alternatives. Of the hundreds of alternatives hardly any can match a given text: which, one
/// look at its words tells; see <see cref="Needles"/>.
/// </summary>
internal sealed partial class PatternFile
{
    private readonly FrozenDictionary<string, Alternative[]> patterns;
    private readonly FrozenDictionary<char, (string Word, int[] Lists)[]> words;
    private readonly int lists;

    private PatternFile(IEnumerable<(string Name, IEnumerable<string> Alternatives)> entries, TimeSpan longest)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var among = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        patterns = entries.ToFrozenDictionary(e => e.Name, e => e.Alternatives.Select(a => new Alternative(a, longest, [.. Needles.Of(a).Select(Number)])).ToArray());
        words = among.GroupBy(w => w.Key[0]).ToFrozenDictionary(g => g.Key, g => g.Select(w => (w.Key, w.Value.ToArray())).ToArray());
        lists = known.Count;

        int Number(string[] list)
        {
            if (!known.TryGetValue(string.Join('\n', list.Order(StringComparer.Ordinal)), out var number))
            {
                known[string.Join('\n', list.Order(StringComparer.Ordinal))] = number = known.Count;
                foreach (var word in list)
                    (among.TryGetValue(word, out var numbers) ? numbers : among[word] = []).Add(number);
            }

            return number;
        }
    }

    public IReadOnlyCollection<string> Names => patterns.Keys;

    /// <param name="longest">For what nobody thought of: gaps in patterns are bounded, and a question has at most a few hundred characters.</param>
    public static PatternFile Read(string file, TimeSpan longest)
    {
        using var stream = typeof(PatternFile).Assembly.GetManifestResourceStream(file)!;
        using var json = JsonDocument.Parse(stream);
        var classes = json.RootElement.GetProperty("words").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString()!);
        string Filled(string pattern) => Class().Replace(pattern, m => classes[m.Groups[1].Value]);
        // A Latin word counts as a whole only.
        static string Whole(string pattern) => pattern.Any(WordRun.IsHan) ? pattern : $"(?<![a-z])(?:{pattern})(?![a-z])";
        return new PatternFile(json.RootElement.EnumerateObject().Where(a => a.Name != "words").Select(a => (a.Name, a.Value.EnumerateArray().Select(p => Whole(Filled(p.GetString()!))))), longest);
    }

    /// <summary>A text, looked at once for all patterns.</summary>
    public Look In(string text)
    {
        var held = new bool[lists];
        for (var i = 0; i < text.Length; i++)
            if (words.TryGetValue(text[i], out var some))
                foreach (var (word, numbers) in some)
                    if (text.AsSpan(i).StartsWith(word, StringComparison.Ordinal))
                        foreach (var number in numbers)
                            held[number] = true;
        return new Look(this, text, held);
    }

    /// <summary>All alternatives of a pattern as they are, for tests.</summary>
    internal string Whole(string name) => string.Join('|', patterns[name].Select(a => a.Text));

    /// <summary>What matches a text. All may end in <see cref="RegexMatchTimeoutException"/>.</summary>
    internal readonly struct Look(PatternFile file, string text, bool[] held)
    {
        public bool Has(string name)
        {
            foreach (var alternative in file.patterns[name])
                if (alternative.CanMatch(held) && alternative.Regex.IsMatch(text))
                    return true;
            return false;
        }

        /// <summary>The text with a break for each match; the same text where there is none.</summary>
        public string Without(string name)
        {
            var matches = Matches(name);
            if (matches.Count == 0)
                return text;
            var (left, end) = (new StringBuilder(text.Length), 0);
            foreach (var match in matches)
            {
                left.Append(text, end, match.Index - end).Append('\n');
                end = match.Index + match.Length;
            }

            return left.Append(text, end, text.Length - end).ToString();
        }

        /// <summary>As if the alternatives were one pattern: where several match, the first of them.</summary>
        public List<Match> Matches(string name)
        {
            var matches = new List<Match>();
            List<(Regex Regex, Match Next)>? ahead = null;
            foreach (var alternative in file.patterns[name])
                if (alternative.CanMatch(held) && alternative.Regex.Match(text) is { Success: true } match)
                    (ahead ??= []).Add((alternative.Regex, match));
            while (ahead is { Count: > 0 })
            {
                var first = ahead.MinBy(a => a.Next.Index).Next;
                matches.Add(first);
                var end = first.Index + Math.Max(1, first.Length);
                for (var i = ahead.Count - 1; i >= 0; i--)
                    if (ahead[i] is var (regex, next) && next.Index >= end)
                        continue;
                    else if (end <= text.Length && regex.Match(text, end) is { Success: true } later)
                        ahead[i] = (regex, later);
                    else
                        ahead.RemoveAt(i);
            }

            return matches;
        }
    }

    private sealed class Alternative(string text, TimeSpan longest, int[] needs)
    {
        private Regex? regex;

        public string Text => text;

        // Most are never needed between two starts.
        public Regex Regex => regex ??= new Regex(text, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, longest);

        public bool CanMatch(bool[] held)
        {
            foreach (var need in needs)
                if (!held[need])
                    return false;
            return true;
        }
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Class();
}
