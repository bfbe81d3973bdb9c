using ParkBrand.Assistant.Answering;
using ParkBrand.Content;
using ParkBrand.Search;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Tests.Assistant;

/// <summary>
/// Questions of the corpus of readings with one word mistyped that carries a need, by kind of slip. They have to be read as without
/// the slip; where they are not, what is lost must be asked back or told: parks that may miss it are never shown as if they met all.
/// </summary>
[Collection(nameof(RunningSite))]
public sealed class MistypedTests(RunningSite site)
{
    /// <summary>Least share that is read as without the slip, and share of which a need may be lost without a word.</summary>
    private static readonly Dictionary<string, (double Same, double Lost)> Floors = new()
    {
        ["input method"] = (0.965, 0.01), ["same sound"] = (0.945, 0.01), ["near sound"] = (0.965, 0.01), ["swapped"] = (0.95, 0.02), ["left out"] = (0.8, 0.15), ["doubled"] = (0.97, 0.003), ["digits"] = (0.97, 0.004),
        ["letters swapped"] = (0.98, 0), ["letter left out"] = (0.98, 0), ["letter doubled"] = (0.98, 0), ["key beside"] = (0.98, 0), ["run together"] = (0.98, 0),
    };

    [Fact]
    public async Task Needs_are_read_in_spite_of_slips_and_are_not_lost_without_a_word()
    {
        await site.Indexed();
        var (composer, mistypings) = (site.Get<Composer>(), new Mistypings(site.Now));
        var all = new Dictionary<string, List<(string Question, bool Same, bool Lost)>>();
        foreach (var question in Questions())
        {
            var meant = Needs(Ask(composer, question));
            if (meant.Count > 0)
                foreach (var (kind, typed) in mistypings.Of(question).Where(t => t.Question != question))
                {
                    var answer = Ask(composer, typed);
                    var read = Needs(answer);
                    var shown = answer.Status == AnswerStatus.Answered && answer.Cards.Count > 0;
                    if (!all.TryGetValue(kind, out var list))
                        all[kind] = list = [];
                    list.Add((typed, meant.SetEquals(read), shown && !meant.IsSubsetOf(read) && meant.Select(m => m.Split('=')[0]).Except(read.Select(r => r.Split('=')[0])).Any()));
                }
        }

        var told = string.Join('\n', all.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}: {a.Value.Count}, same {a.Value.Average(v => v.Same ? 1 : 0.0):0.000}, lost {a.Value.Average(v => v.Lost ? 1 : 0.0):0.0000}\n  {string.Join("\n  ", a.Value.Where(v => v.Lost).Take(12).Select(v => v.Question))}"));
        Assert.Equal(Floors.Keys.Order(), all.Keys.Order());
        Assert.True(Floors.All(f => all[f.Key].Average(v => v.Same ? 1 : 0.0) >= f.Value.Same && all[f.Key].Average(v => v.Lost ? 1 : 0.0) <= f.Value.Lost), told);
    }

    [Theory]
    [InlineData("孩子很争气，想找个办公室500平", "steam")]
    [InlineData("周四能看厂房吗，3000平", "district")]
    [InlineData("请告诉我哪里有3000平厂房", "motorway")]
    [InlineData("老板说是要2000平的厂房", "job.degree")]
    [InlineData("分拣打包的场子，3000平仓库", "factory")]
    [InlineData("我会开叉车，花桥有没有活", "facilities")]
    [InlineData("首期投资2亿，达产后年产值10亿，拿地80亩", "warehouse")]
    [InlineData("厂房2000平，年租不超过280元一平", "sale")]
    [InlineData("hall 5 for assembly, 300 sqm office", "5300")]
    [InlineData("行车5 300平厂房", "5300")]
    [InlineData("iso 7 500 sqm lab", "7500")]
    [InlineData("厂房要三千千瓦的电", "power=3 ")]
    [InlineData("周市镇招不招车间工人，不看学历，能住宿舍", "tenure")]
    [InlineData("新园区的厂房，3000平", "district")]
    [InlineData("我们做称重设备的，厂房2000平", "floorLoad")]
    [InlineData("a workshop for L2 parts, 800 sqm", "12")]
    public async Task What_is_meant_as_it_is_typed_stays(string question, string never)
    {
        await site.Indexed();
        Assert.DoesNotContain(never, string.Join(' ', Ask(site.Get<Composer>(), question).Needs.Select(n => $"{n.Name}={string.Join('+', n.Raw)}")) + " ", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("广房3000平，5吨甲乙")]
    [InlineData("办公500平，8米丙丁，离高铁近")]
    [InlineData("factory 2000 sqm, xyzzy 7 m")]
    public async Task An_amount_that_nothing_took_is_told(string question)
    {
        await site.Indexed();
        var answer = Ask(site.Get<Composer>(), question);
        Assert.True(answer.Status is AnswerStatus.Partial or AnswerStatus.Clarify or AnswerStatus.NoMatch, $"{answer.Status}: {answer.Text}");
    }

    private static ParkBrand.Assistant.Answering.Answer Ask(Composer composer, string question) => composer.Answer(question, question.Any(c => c > '\u3000') ? 0 : 1, null);

    private static HashSet<string> Needs(ParkBrand.Assistant.Answering.Answer answer) => [.. answer.Needs.Where(n => n.Name is not ("niche" or "sector") && n.Must).Select(n => $"{n.Name}={string.Join('+', n.Raw.Order(StringComparer.Ordinal))}")];

    /// <summary>Of one turn; every third, so that it takes little time.</summary>
    private static List<string> Questions()
    {
        using var text = new StreamReader(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant/readings.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return [.. ((YamlMappingNode)yaml.Documents[0].RootNode).Children.SelectMany(c => ((YamlSequenceNode)c.Value).Cast<YamlMappingNode>()).Select(q => $"{q["ask"]}").Where(q => !q.Contains(">>", StringComparison.Ordinal)).Where((_, i) => i % 3 == 0)];
    }
}
