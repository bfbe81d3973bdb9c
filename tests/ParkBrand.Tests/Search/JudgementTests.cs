using ParkBrand.Search;
using ParkBrand.Search.Evaluation;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Search;

/// <summary>The search stays at least as good as it was: floors a little below what <c>parkbrand eval search</c> prints.</summary>
[Collection(nameof(RunningSite))]
public sealed class JudgementTests(RunningSite site)
{
    private static readonly List<Judgement> Judgements = Judgement.Read(RepositoryRoot.File("tests/ParkBrand.Tests/Search/search-judgements.yaml"));

    [Fact]
    public void The_set_covers_every_class_in_both_halves()
    {
        Assert.True(Judgements.Count >= 200);
        var classes = Judgements.GroupBy(j => j.Class).ToDictionary(c => c.Key, c => (Tune: c.Count(j => j.Tune), Held: c.Count(j => !j.Tune)));
        Assert.Equal(["english", "initials", "natural", "pinyin", "synonyms", "traditional", "typos", "units", "words"], classes.Keys.Order(StringComparer.Ordinal));
        Assert.All(classes.Values, c => Assert.True(c.Tune >= 8 && c.Held >= 8));
        Assert.DoesNotContain(Judgements.GroupBy(j => (j.Query, j.Culture)), g => g.Count() > 1);
    }

    [Theory]
    [InlineData(true, 0.86, 0.96)]
    [InlineData(false, 0.76, 0.90)]
    public async Task Most_of_what_is_wanted_stands_among_the_first_ten(bool tune, double recall, double mrr)
    {
        await site.Indexed();
        var evaluation = new SearchEvaluation(site.Now, [.. Judgements.Where(j => j.Tune == tune)]);
        Assert.Empty(evaluation.Empty);
        var marks = Marks.Mean([.. evaluation.Run(new Contestant("", j => site.Find(j.Query, site.Now.Schema.CultureIndex(j.Culture), r => r with { Take = 10 }).Items.Select(i => i.Document.Id).ToList())).Select(r => r.Marks)]);
        Assert.True(marks.Recall >= recall, $"recall@10 {marks.Recall:0.000}");
        Assert.True(marks.Mrr >= mrr, $"MRR {marks.Mrr:0.000}");
    }
}
