using ParkBrand.Site.Rendering;
using ParkBrand.Themes.Kunshan;

namespace ParkBrand.Tests.PublicSite;

/// <summary>Figures in articles, in the steps in which each language counts.</summary>
public sealed class RoundedFigureTests
{
    private static readonly Theme Theme = KunshanTheme.Load(["zh-CN", "en-US"]);

    [Theory]
    [InlineData("128345", "m\u00b2", "12.8\u4e07m\u00b2", "128.3 thousand m\u00b2")]
    [InlineData("2500000", "kVA", "250\u4e07kVA", "2.5 million kVA")]
    [InlineData("9999", "\u5bb6", "9,999\u5bb6", "10 thousand companies")]
    [InlineData("640", "\u5bb6", "640\u5bb6", "640 companies")]
    [InlineData("99999999", "m\u00b2", "1\u4ebfm\u00b2", "100 million m\u00b2")]
    [InlineData("999950", "m\u00b2", "100\u4e07m\u00b2", "1 million m\u00b2")]
    [InlineData("523.64", "\u4ebf\u5143", "523.6\u4ebf\u5143", "52.4 billion yuan")]
    [InlineData("12345", "\u4ebf\u5143", "1.2\u4e07\u4ebf\u5143", "1,234.5 billion yuan")]
    [InlineData("0.5", "\u4ebf\u5143", "5,000\u4e07\u5143", "50 million yuan")]
    [InlineData("1260.5", "\u4e07\u5143/\u4ea9", "1,260.5\u4e07\u5143/\u4ea9", "12.6 million yuan/mu")]
    [InlineData("0.31", "\u5428\u6807\u51c6\u7164/\u4e07\u5143", "0.31\u5428\u6807\u51c6\u7164/\u4e07\u5143", "0.31 tce per 10,000 yuan")]
    public void Both_languages_count_in_their_own_steps(string value, string unit, string chinese, string english)
    {
        Assert.Equal(chinese, Said("zh-CN"));
        Assert.Equal(english, Said("en-US"));

        string Said(string culture) => RoundedFigure.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit, Theme.In(culture)) is var f ? f.Number + f.Unit : "";
    }
}
