using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Tests.Search;

/// <summary>Texts are cut the same way wherever they come from, and every token leads back to where it stood.</summary>
public sealed class AnalysisTests
{
    private static readonly Tokenizer Cut = new(new WordList(["机器人", "新能源", "芯片"]));

    // Any UTF-16 at all: halves of surrogate pairs, marks, Hangul, emoji, right-to-left, controls, Chinese of both kinds.
    private static readonly Gen<char> AnyUnit = Gen.Frequency(
        (4, Gen.Choose(0x20, 0x7E).Select(c => (char)c)), (5, Gen.Choose(0x4E00, 0x9FFF).Select(c => (char)c)), (2, Gen.Choose(0xFF00, 0xFFEF).Select(c => (char)c)),
        (1, Gen.Choose(0xD800, 0xDFFF).Select(c => (char)c)), (1, Gen.Choose(0x300, 0x36F).Select(c => (char)c)), (1, Gen.Choose(0, 0xFFFF).Select(c => (char)c)));

    private static readonly Arbitrary<string> AnyText = Arb.From(AnyUnit.ArrayOf().Select(c => new string(c)), text => text.Select((_, i) => text.Remove(i, 1)));

    [Fact]
    public void Every_token_leads_back_to_the_text_that_it_was_cut_from() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60), Prop.ForAll(AnyText, text =>
    {
        var last = 0;
        foreach (var token in Cut.Tokens(text))
        {
            Assert.InRange(token.Start, 0, text.Length);
            Assert.InRange(token.Start + token.Length, token.Start + 1, text.Length);
            // What stands there is folded to the token, whatever stands around it.
            var again = Cut.Tokens(text.Substring(token.Start, token.Length));
            if (token.Kind != TokenKind.Word)
                Assert.Contains(again, t => t.Term == token.Term);
            else
                Assert.Contains(token.Term, FoldedText.Of(text.Substring(token.Start, token.Length)).Text, StringComparison.Ordinal);
            if (token.Kind == TokenKind.Latin)
                Assert.True(token.Start >= last, "Words stand in the order of the text.");
            last = token.Kind == TokenKind.Latin ? token.Start : last;
        }
    }));

    [Fact]
    public void Folding_twice_changes_nothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60), Prop.ForAll(AnyText, text =>
        FoldedText.Of(FoldedText.Of(text).Text).Text == FoldedText.Of(text).Text));

    [Fact]
    public void Every_stretch_of_a_folded_text_has_a_place_in_the_original() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(40), Prop.ForAll(AnyText, text =>
    {
        var folded = FoldedText.Of(text);
        for (var i = 0; i < folded.Text.Length; i++)
        {
            var (start, length) = folded.Origin(i, folded.Text.Length - i);
            Assert.True(start >= 0 && length > 0 && start + length <= text.Length);
        }
    }));

    [Fact]
    public void Every_single_unit_can_be_folded_and_cut()
    {
        for (var c = 0; c <= char.MaxValue; c++)
            Cut.Tokens($"a{(char)c}b");
        for (var plane = 1; plane <= 16; plane++)
            foreach (var low in new[] { 0xFFFE, 0xFFFF, 0x0000, 0x1234 })
                Cut.Tokens(char.ConvertFromUtf32((plane << 16) + low));
    }

    [Theory]
    [InlineData("實驗室", "实验室")]
    [InlineData("ＩＳＯ　７", "iso 7")]
    [InlineData("Ünïcode", "unicode")]
    [InlineData("１２００㎡", "1200m2")]
    [InlineData("臺灣", "台湾")]
    public void Writing_does_not_matter(string typed, string folded) => Assert.Equal(folded, FoldedText.Of(typed).Text);

    [Theory]
    [InlineData("机器人和芯片", "机器人|和|芯片")]
    [InlineData("ISO5 洁净室", "iso|5|洁净|室")]
    [InlineData("batteries, testing and cleanrooms", "battery|test|and|cleanroom")]
    [InlineData("1,200.5 m²", "1200.5|m|2")]
    public void Words_are_cut(string text, string words) =>
        Assert.Equal(words.Split('|'), Cut.Tokens(text).Where(t => t.Kind != TokenKind.Bigram).Select(t => t.Term));

    [Fact]
    public void A_phrase_is_never_found_across_a_gap()
    {
        Assert.Equal("机器人 │ 芯片", Terms.Of("机器人，芯片", Cut).Words);
        Assert.Equal("机器 器人 │ 芯片", Terms.Of("机器人，芯片", Cut).Bigrams);
        Assert.Equal("high speed rail", Terms.Of("high-speed rail", Cut).Words);
    }

    [Theory]
    [InlineData("长三角", "changsanjiao", "csj")]
    [InlineData("重庆", "chongqing", "cq")]
    [InlineData("厦门", "xiamen", "xm")]
    [InlineData("机器人", "jiqiren", "jqr")]
    public void Readings_put_right_what_one_character_alone_would_say(string word, string letters, string initials)
    {
        var pinyin = new Pinyin(new Dictionary<string, string> { ["长三角"] = "chang san jiao", ["重庆"] = "chong qing", ["厦门"] = "xia men" });
        Assert.Equal((letters, initials), (Pinyin.Joined(pinyin.Syllables(word)), Pinyin.Initials(pinyin.Syllables(word))));
    }

    [Theory]
    [InlineData("zhongshan", "zonsan")]
    [InlineData("chengdu", "cendu")]
    [InlineData("xinlengyuan", "xinnenyuan")]
    public void Syllables_that_many_do_not_keep_apart_are_one(string typed, string fuzzy) => Assert.Equal(fuzzy, Pinyin.Fuzzy(typed));

    [Theory]
    [InlineData("8000平米厂房", "Area 8000")]
    [InlineData("12亩土地", "Area 8000")]
    [InlineData("1.5万平方米", "Area 15000")]
    [InlineData("2公顷", "Area 20000")]
    [InlineData("不超过3000㎡", "Area 3000 at most")]
    [InlineData("承重2吨", "FloorLoad 2")]
    [InlineData("1.5 t/m²", "FloorLoad 1.5")]
    [InlineData("层高8米", "Height 8")]
    [InlineData("500kVA", "Power 500")]
    [InlineData("10吨行车", "Crane 10")]
    [InlineData("1元/平米/天以内", "Rent 30 at most")]
    [InlineData("租金25元以下", "Rent 25 at most")]
    [InlineData("28 yuan/m2/month", "Rent 28 at most")]
    [InlineData("月薪2万以上", "Pay 20000")]
    [InlineData("年薪30万", "Pay 25000")]
    [InlineData("20k/月", "Pay 20000")]
    [InlineData("30分钟到高铁", "RailMinutes 30 at most")]
    [InlineData("机场40分钟以内", "AirportMinutes 40 at most")]
    [InlineData("三千平米厂房", "Area 3000")]
    [InlineData("一万平方米", "Area 10000")]
    [InlineData("两千五百平", "Area 2500")]
    [InlineData("1000-2000平", "Area 1500")]
    [InlineData("承重两吨以上", "FloorLoad 2")]
    [InlineData("荷载3t", "FloorLoad 3")]
    [InlineData("floor load 2 t/m2", "FloorLoad 2")]
    [InlineData("净高大于9米", "Height 9")]
    [InlineData("clear height 9 m", "Height 9")]
    [InlineData("rent below 20 yuan", "Rent 20 at most")]
    [InlineData("under 30 RMB/m2/month", "Rent 30 at most")]
    [InlineData("月入两万", "Pay 20000")]
    [InlineData("年薪二十万以上", "Pay 16666.7")]
    [InlineData("monthly salary 20000 yuan", "Pay 20000")]
    [InlineData("距高铁15分钟", "RailMinutes 15 at most")]
    [InlineData("15 minutes from the station", "RailMinutes 15 at most")]
    [InlineData("within 20 min to the airport", "AirportMinutes 20 at most")]
    [InlineData("一万二千平米", "Area 12000")]
    [InlineData("1万5千平", "Area 15000")]
    [InlineData("twelve hundred square metres", "Area 1200")]
    [InlineData("20,000 square foot", "Area 1858.1")]
    [InlineData("承重一吨半，行车十吨", "FloorLoad 1.5, Crane 10")]
    [InlineData("10吨行车、层高4米2", "Crane 10, Height 4.2")]
    [InlineData("18kN每平米", "FloorLoad 1.8")]
    [InlineData("变压器1600kva以上", "Power 1600")]
    [InlineData("2兆瓦", "Power 2000")]
    [InlineData("租金20到25元", "Rent 25 at most")]
    [InlineData("厂房一天八毛以内", "Rent 24 at most")]
    [InlineData("一刻钟到高铁", "RailMinutes 15 at most")]
    [InlineData("每天三千方废水", "WasteWater 3000")]
    [InlineData("一块地", "")]
    [InlineData("设备重30吨", "")]
    [InlineData("行吊两台，各10吨", "Crane 10")]
    [InlineData("千灯的千级车间", "")]
    [InlineData("十条政策", "")]
    [InlineData("2025年优秀园区", "")]
    [InlineData("三坐标测量 5 轴", "")]
    public void Numbers_with_units_are_understood(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", Quantity.In(FoldedText.Of(text).Text).Select(q => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{q.Measure} {q.Value:0.#}{(q.AtMost ? " at most" : "")}"))));

    [Fact]
    public void No_text_holds_up_the_reading_of_numbers()
    {
        foreach (var text in new[] { new string('1', 4000), string.Concat(Enumerable.Repeat("1,", 2000)), new StringBuilder().Insert(0, "月薪1万", 800).ToString(), new string(' ', 4000) + "元" })
            Quantity.In(text);
    }
}
