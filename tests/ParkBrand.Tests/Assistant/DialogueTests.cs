using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>What joins turns holds for a class of dialogues: each class of <c>dialogues.yaml</c> is right as far as its floor.</summary>
[Collection(nameof(RunningSite))]
public sealed class DialogueTests(RunningSite site)
{
    private static readonly ILookup<string, JudgedDialogue> Classes =
        JudgedDialogue.Read(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant/dialogues.yaml")).ToLookup(d => d.Who);

    [Theory]
    [InlineData("the place", 1)]
    [InlineData("the record", 0.95)]
    [InlineData("one number", 0.95)]
    [InlineData("withdrawn", 0.95)]
    [InlineData("need stays", 0.95)]
    [InlineData("another place", 1)]
    [InlineData("another trade", 1)]
    [InlineData("another kind", 0.95)]
    [InlineData("order", 1)]
    [InlineData("focus", 1)]
    [InlineData("spelling", 1)]
    [InlineData("amounts", 0.95)]
    [InlineData("not there", 0.95)]
    [InlineData("ranked", 1)]
    [InlineData("name of several words", 1)]
    [InlineData("nothing before", 1)]
    [InlineData("part not understood", 0.9)]
    [InlineData("of those shown", 1)]
    [InlineData("anywhere", 1)]
    [InlineData("which park", 1)]
    [InlineData("pointed at by what it is like", 1)]
    [InlineData("undone", 1)]
    public async Task A_class_is_answered(string name, double floor)
    {
        await site.Indexed();
        var marks = new AssistantEvaluation(site.Get<Composer>(), site.Now.Schema).Run(Classes[name]);
        var wrong = marks.Where(m => !m.IsRight || m.Needs == false).ToList();
        var rate = 1 - (wrong.Count / (double)marks.Count);
        Assert.True(rate >= floor, $"{name}: {rate:0.000} of {marks.Count}\n{string.Join('\n', wrong.Select(Told))}");
    }

    [Fact]
    public void Every_class_has_a_floor() => Assert.Equal(22, Classes.Count);

    private static string Told(TurnMark mark) =>
        $"{mark.Dialogue.Id} {mark.Turn.Ask} → {mark.Answer.Status} | {string.Join(' ', mark.Answer.Needs.Select(n => $"{n.Name}={string.Join('+', n.Raw)}"))} | {mark.Answer.Text} | {string.Join(' ', mark.Answer.Cards.Take(3).Select(c => c.Url))}";
}
