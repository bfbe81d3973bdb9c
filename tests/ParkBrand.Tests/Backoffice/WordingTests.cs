using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Values;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What the content engine says is said in the editor's language.</summary>
public sealed partial class WordingTests
{
    [Fact]
    public void A_sentence_keeps_its_template_and_its_arguments()
    {
        Sentence sentence = $"has {3} entries, at most {2} are allowed";
        Assert.Equal(("has 3 entries, at most 2 are allowed", "has {0} entries, at most {1} are allowed"), (sentence.ToString(), sentence.Template));
        Sentence braces = "a {b}";
        Assert.Equal("a {b}", braces.ToString());
    }

    [Fact]
    public void Every_plain_sentence_of_the_content_engine_has_a_translation()
    {
        var known = Wording.Known("zh-CN").ToHashSet();
        var said = new[] { "Values", "Publishing", "Access", "Webhooks" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.File($"src/ParkBrand.Content/{folder}"), "*.cs"))
            .SelectMany(file => Said().Matches(File.ReadAllText(file)).Select(m => Template(m.Groups[1].Value)))
            .Where(t => !t.Contains('"', StringComparison.Ordinal)).ToHashSet();
        Assert.True(said.Count > 30, $"only {said.Count} found");
        Assert.Equal("", string.Join('\n', said.Except(known)));
    }

    // The last argument of a problem or a refusal.
    [GeneratedRegex("(?:Problem\\((?:[^\"\\n;]|\"\"|\"slug\"|\"\\$\"|\"name\"|\\$\"\\{path\\}\\[\\{i\\}\\]\")*, |Invalid<\\w+>\\(|Conflict<\\w+>\\()\\$?\"([^\"\\n]+)\"\\)")]
    private static partial Regex Said();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Hole();

    private static string Template(string interpolated)
    {
        var n = 0;
        return Hole().Replace(interpolated, _ => $"{{{(n++).ToString(CultureInfo.InvariantCulture)}}}");
    }
}
