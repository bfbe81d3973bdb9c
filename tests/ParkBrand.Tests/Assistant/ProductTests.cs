using ParkBrand.Assistant.Answering;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant;

/// <summary>What somebody says that they make: looked for by the word that parks have for the trade.</summary>
[Collection(nameof(RunningSite))]
public sealed class ProductTests(RunningSite site)
{
    [Theory]
    [InlineData("做口红的，找个2000平的厂房", "化妆品", "korea-beauty-biotech-park")]
    [InlineData("预制菜加工厂，想租两千平", "食品", "food-tech-park")]
    [InlineData("我们生产血糖仪，要1000平的厂房", "医疗器械", "medical-device-park")]
    [InlineData("厂房2000平，做弹簧和螺丝", "精密五金", "precision-machinery-park")]
    [InlineData("开个火锅底料厂，2000平", "食品", "food-tech-park")]
    [InlineData("We make lipstick and need a factory of 2,000 sqm", "cosmetics", "korea-beauty-biotech-park")]
    [InlineData("A dumpling manufacturer looks for 2,000 sqm of production space", "frozen food", "food-tech-park")]
    public async Task A_thing_is_looked_for_by_its_trade(string question, string trade, string park)
    {
        await site.Indexed();
        var answer = Ask(question);
        Assert.Contains(answer.Needs, n => n.Name == "niche" && n.Value.Replace('\u00a0', ' ') == trade);
        Assert.Contains(answer.Cards.Take(3), c => c.Url.Contains($"/{park}", StringComparison.Ordinal));
        Assert.Contains(trade, answer.Text, StringComparison.Ordinal);
    }

    // What is stored, sold beside or refused is not what is made.
    [Theory]
    [InlineData("放饮料的仓库，2000平")]
    [InlineData("附近有没有能买到蛋糕的厂房，2000平")]
    [InlineData("2000平厂房，我们不做食用油")]
    [InlineData("打螺丝的厂，2000平")]
    [InlineData("a warehouse of 2,000 sqm to store beverages")]
    public async Task A_thing_that_is_not_made_rules_nothing_out(string question)
    {
        await site.Indexed();
        Assert.DoesNotContain(Ask(question).Needs, n => n.Name == "niche");
    }

    private ParkBrand.Assistant.Answering.Answer Ask(string question) => site.Get<Composer>().Answer(question, char.IsAsciiLetter(question[0]) ? 1 : 0, null);
}
