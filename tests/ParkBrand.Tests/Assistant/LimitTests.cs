using System.Text;
using System.Text.Json;
using ParkBrand.Assistant.Answering;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Tests.Assistant;

/// <summary>What cannot be answered is declined or asked back, and what only looks like it is answered: each class of <c>limits.yaml</c> as far as its floor.</summary>
[Collection(nameof(RunningSite))]
public sealed class LimitTests(RunningSite site)
{
    /// <summary>Sentences that say that something is not told.</summary>
    private static readonly string[] Withholding = ["unknowable", "unpublished", "bargain", "unasked", "half", "total.none", "facts.missing"];
    private static readonly List<YamlMappingNode> Classes = Read();

    [Fact]
    public async Task Report()
    {
        await site.Indexed();
        var report = new StringBuilder();
        foreach (var one in Classes)
        {
            var lines = ((YamlSequenceNode)one["lines"]).Select(l => $"{l}").ToList();
            var wrong = lines.Select(l => Wrong(l, $"{one["ends"]}")).OfType<string>().ToList();
            report.Append(System.Globalization.CultureInfo.InvariantCulture, $"## {one["class"]} {one["batch"]} {1 - (wrong.Count / (double)lines.Count):0.000} of {lines.Count}\n{string.Join('\n', wrong)}\n");
        }

        await File.WriteAllTextAsync("/tmp/lim/report.txt", report.ToString(), TestContext.Current.CancellationToken);
    }

    /// <summary>How it ended; null where it ended as it should.</summary>
    private string? Wrong(string ask, string ends)
    {
        var culture = ask.Any(c => c is >= '\u4e00' and <= '\u9fff') || !ask.Any(char.IsAsciiLetter) ? 0 : 1;
        var composer = site.Get<Composer>();
        var answer = composer.Answer(ask, culture, null);
        var withholds = Withholding.Any(key => answer.Text.Contains(composer.In(culture)[key].Split('{', '}').MaxBy(p => p.Length)!, StringComparison.Ordinal));
        var declined = answer.Status is AnswerStatus.OutOfScope or AnswerStatus.Refused or AnswerStatus.Clarify;
        var right = ends switch
        {
            "declined" => declined || (answer.Status == AnswerStatus.Partial && withholds),
            "half" => answer.Status == AnswerStatus.Refused || (answer.Status == AnswerStatus.Partial && withholds && answer.Citations.Count > 0),
            _ => !declined && !withholds,
        };
        return right ? null : $"{ask} → {JsonNamingPolicy.KebabCaseLower.ConvertName($"{answer.Status}")} | {answer.Text} | {string.Join(' ', answer.Cards.Take(3).Select(c => c.Url))} | {string.Join(" ", answer.Needs.Select(n => n.Name + "=" + string.Join("+", n.Raw)))}";
    }

    private static List<YamlMappingNode> Read()
    {
        using var text = new StreamReader(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant/limits.yaml"), Encoding.UTF8);
        var yaml = new YamlStream();
        yaml.Load(text);
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>()];
    }
}
