using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>Patterns are only tried where a text holds the words that they need. That must never change what matches.</summary>
public sealed class PatternFileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("acts.json")]
    [InlineData("uses.json")]
    public void What_matches_is_what_the_whole_patterns_match(string file)
    {
        var patterns = PatternFile.Read(file, Patience);
        var whole = patterns.Names.ToDictionary(n => n, n => new Regex(patterns.Whole(n), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience));
        var (wrong, found) = (new List<string>(), 0);
        foreach (var text in Texts())
        {
            var look = patterns.In(text);
            foreach (var (name, pattern) in whole)
            {
                var (wanted, got) = (pattern.Matches(text).Select(m => (m.Index, m.Length)).ToList(), look.Matches(name).ConvertAll(m => (m.Index, m.Length)));
                found += wanted.Count;
                if (!wanted.SequenceEqual(got) || look.Has(name) != wanted.Count > 0 || look.Without(name) != pattern.Replace(text, "\n"))
                    wrong.Add($"{name}: {text}");
            }
        }

        Assert.True(found > 200, $"{found}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("a(?:b|cd)e", "abe acde")]
    [InlineData("a[bc]?d", "abd acd ad")]
    [InlineData("(?<n>ab)+c", "ab + c")]
    [InlineData("ab{2}", "a + b")]
    [InlineData("ab{0,2}c", "a + c")]
    [InlineData("ab.{0,9}?(?:c|de)", "ab + c de")]
    [InlineData(@"(?<![a-z])(?:ab\b|c\?)(?!d)$", "ab c?")]
    [InlineData(@"\u6606[^a]\d", "\u6606")]
    [InlineData("ab(?:cd|.*)", "ab")]
    [InlineData("a?|b", "")]
    [InlineData(@"(?<c>[\u4e00-\u9fff])x\k<c>", "x")]
    [InlineData(@"(?(ab)c|d)", "")]
    public void A_pattern_says_what_it_needs(string pattern, string needed) =>
        Assert.Equal(needed, string.Join(" + ", Needles.Of(pattern).Select(list => string.Join(' ', list))));

    /// <summary>Every question of the other tests, as it is and side by side with the next.</summary>
    private static IEnumerable<string> Texts()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "tests", "ParkBrand.Tests", "Assistant");
        var lines = new[] { "limits.yaml", "phrasings.yaml", "readings.yaml" }.SelectMany(f => Regex.Matches(File.ReadAllText(Path.Combine(folder, f)), "\"([^\"\n]{4,200})\"")).Select(m => Wording.Fold(m.Groups[1].Value)).Distinct().ToList();
        return lines.Concat(lines.Zip(lines.Skip(1), (a, b) => a + b)).Where((_, i) => i % 7 == 0);
    }
}
