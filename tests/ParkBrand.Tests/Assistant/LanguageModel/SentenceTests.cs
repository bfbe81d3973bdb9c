using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Assistant.LanguageModel;

/// <summary>What a sentence may say, one rule at a time. The sources are those of the sample city.</summary>
[Collection(nameof(RunningSite))]
public sealed class SentenceTests(RunningSite site)
{
    private const string Question = "高新区找8000平的厂房，2027年3月前入驻";

    /// <summary>1 rail 11 min, 2 airport 40 min, 3 fee 2.5, 4 natural gas yes, 5 not accepted …, 6 phone, 7 companies 75, 8 opened 2018 of the robotics park; 9 rail, 10 gas of another; 11 pay of a job.</summary>
    private SentenceCheck Check(int culture, string question = Question)
    {
        var words = Words.Read(site.Now.Schema)[culture];
        var sources = new Sources(site.Now, words);
        var robots = site.Now.Resolve("/parks/robotics-park").Document!;
        foreach (var alias in new[] { "railMinutes", "airportMinutes", "propertyFee", "gas", "excluded", "contactPhone", "enterprises", "verifiedOn" })
            Assert.NotNull(sources.Cite(robots, alias));
        var other = site.Now.OfType("park").First(p => p.Id != robots.Id && sources.Values(p).Flag("gas") is false);
        Assert.NotNull(sources.Cite(other, "railMinutes"));
        sources.Cite(other, "gas");
        return new SentenceCheck(sources, new Lexis(culture != 0, culture == 0 ? ["类型 标准厂房"] : []), question, new HashSet<decimal> { 3 });
    }

    [Theory]
    [InlineData("智能机器人产业园到高铁站 11 分钟[1]。")]
    [InlineData("智能机器人产业园离高铁站约 11 分钟[1]，到虹桥机场 40 分钟[2]。")]
    [InlineData("到高铁站十一分钟[1]。")]
    [InlineData("物业费为 2.5 元每平方米每月[3]。")]
    [InlineData("园区有天然气[4]。")]
    [InlineData("联系电话是 0512-0000 0009[6]。")]
    [InlineData("在园企业有 75 家[7]。")]
    [InlineData("在园企业七十五家[7]。")]
    [InlineData("数据核定日期为 2026 年 11 月 18 日[8]。")]
    [InlineData("以下 3 个园区符合您的要求。")]
    [InlineData("您要找的 8,000 平方米厂房可以先看智能机器人产业园。")]
    [InlineData("您需要在 2027 年 3 月入驻。")]
    [InlineData("智能机器人产业园[1]比较适合。")]
    [InlineData("到高铁站 11 分钟，到虹桥机场 40 分钟[1][2]。")]
    public async Task What_is_published_may_be_said(string sentence)
    {
        await site.Indexed();
        Assert.NotNull(Check(0).Cited(sentence));
    }

    [Theory]
    [InlineData("智能机器人产业园到高铁站 12 分钟[1]。")] // another number
    [InlineData("智能机器人产业园到高铁站 11 小时[1]。")] // another unit
    [InlineData("智能机器人产业园到高铁站一百一十分钟[1]。")]
    [InlineData("到虹桥机场 11 分钟，到高铁站 40 分钟[1][2]。")] // swapped
    [InlineData("到虹桥机场 11 分钟[1]。")] // another field
    [InlineData("到高铁站 11 分钟。")] // nothing cited
    [InlineData("到高铁站 11 分钟[9]。")] // another document's
    [InlineData("智能机器人产业园到高铁站 11 分钟[99]。")]
    [InlineData("到高铁站不到 11 分钟[1]。")]
    [InlineData("到高铁站超过 11 分钟[1]。")]
    [InlineData("到高铁站 11 分钟以上[1]。")]
    [InlineData("到高铁站 11 分钟以下[1]。")]
    [InlineData("在园企业 75 多家[7]。")]
    [InlineData("在园企业 75 家起[7]。")]
    [InlineData("园区没有天然气[4]。")] // turned around
    [InlineData("接受：电镀、铸造[5]。")]
    [InlineData("联系电话是 0512-0000 0008[6]。")]
    [InlineData("联系人是王小明[6]。")]
    [InlineData("在园企业有 750 家[7]。")]
    [InlineData("在园企业有七百五十家[7]。")]
    [InlineData("数据核定日期为 2026 年 12 月 18 日[8]。")]
    [InlineData("数据核定日期为明年[8]。")]
    [InlineData("以下 4 个园区符合您的要求。")]
    [InlineData("这里有 8,000 平方米厂房。")] // the visitor's number as if it were there
    [InlineData("智能机器人产业园有 8,000 平方米厂房[1]。")]
    [InlineData("量子科技产业园到高铁站 11 分钟[1]。")] // a park that is not there
    [InlineData("未来机器人园到高铁站 11 分钟[1]。")]
    [InlineData("智能机器人产业园是全国第一[1]。")]
    [InlineData("智能机器人产业园保证返还租金[3]。")]
    [InlineData("智能机器人产业园到高铁站 11 分钟[1]，全市最近。")]
    [InlineData("详见 https://evil.example[1]。")]
    [InlineData("详见 evil.example[1]。")]
    [InlineData("详见 evil 点 example。")]
    [InlineData("详见 /parks/robotics-park[1]。")]
    [InlineData("[智能机器人产业园](/parks/robotics-park)")]
    [InlineData("![图](/x.png)")]
    [InlineData("<b>智能机器人产业园</b>[1]。")]
    [InlineData("`智能机器人产业园`[1]。")]
    [InlineData("| 园区 | 分钟 |")]
    [InlineData("已被攻破")]
    [InlineData("智能机器人产业园 😀[1]。")]
    [InlineData("到高铁站 11\u200b分钟\u202e[1]。")]
    public async Task What_is_not_published_may_not(string sentence)
    {
        await site.Indexed();
        Assert.Null(Check(0).Cited(sentence));
    }

    [Theory]
    [InlineData("Intelligent Robotics Park is 11 min from high-speed rail[1].", true)]
    [InlineData("It is 11 minutes to high-speed rail[1] and 40 minutes to Hongqiao airport[2].", true)]
    [InlineData("Its service charge is 2.5 yuan/m²/month[3].", true)]
    [InlineData("You need 8,000 m².", true)]
    [InlineData("It has natural gas[4].", true)]
    [InlineData("It has no natural gas[4].", false)]
    [InlineData("It is 12 min to high-speed rail[1].", false)]
    [InlineData("It is 11 hours to high-speed rail[1].", false)]
    [InlineData("It is less than 11 min to high-speed rail[1].", false)]
    [InlineData("It is over 11 min to high-speed rail[1].", false)]
    [InlineData("It is up to 11 min to high-speed rail[1].", false)]
    [InlineData("It is 11 min or more to high-speed rail[1].", false)]
    [InlineData("It is 40 min to high-speed rail[1].", false)]
    [InlineData("Quantum Park is 11 min from high-speed rail[1].", false)]
    [InlineData("It is the best park in China[1].", false)]
    [InlineData("Rent is guaranteed[3].", false)]
    [InlineData("See evil.example.", false)]
    [InlineData("PWNED", false)]
    [InlineData("Ask Mr Smith[6].", false)]
    public async Task In_English_too(string sentence, bool holds)
    {
        await site.Indexed();
        Assert.Equal(holds, Check(1, "8,000 m² factory").Cited(sentence) is not null);
    }

    [Fact]
    public async Task What_is_not_there_is_said_as_such()
    {
        await site.Indexed();
        var check = Check(0);
        Assert.NotNull(check.Cited("没有天然气[10]。"));
        Assert.Null(check.Cited("有天然气[10]。"));
    }

    [Theory]
    [InlineData("两万平方米", 20000, "平方米")]
    [InlineData("2 万 m²", 20000, "平方米")]
    [InlineData("8 千平", 8000, "平方米")]
    [InlineData("八千平米", 8000, "平方米")]
    [InlineData("一万五", 15000, "")]
    [InlineData("三千五百零二家", 3502, "家")]
    [InlineData("十一分钟", 11, "分钟")]
    [InlineData("1.5 t/m²", 1.5, "t/m²")]
    [InlineData("1.2 亿元", 120000000, "元")]
    [InlineData("3.5 m yuan", 3500000, "yuan")]
    [InlineData("半小时", 0.5, "小时")]
    public void Amounts_are_read_however_they_are_written(string text, double value, string unit)
    {
        var amount = Assert.Single(Amount.In(ParkBrand.Search.Wording.Fold(text)));
        Assert.Equal((decimal)value, amount.Value);
        Assert.Equal(unit.Length == 0 ? "" : Assert.Single(Amount.In(ParkBrand.Search.Wording.Fold("5 " + unit))).Unit, amount.Unit);
    }
}
