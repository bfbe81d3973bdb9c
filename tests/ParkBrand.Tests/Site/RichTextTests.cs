using ParkBrand.Site.Rendering;

namespace ParkBrand.Tests.PublicSite;

public sealed class RichTextTests
{
    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](data:text/html;base64,PHN2Zz4=)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](/\\evil.example)")]
    [InlineData("[x](\\\\evil.example)")]
    [InlineData("[x]( javascript:alert(1) )")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<data:text/html,x>")]
    [InlineData("![x](https://evil.example/pixel.gif)")]
    [InlineData("![x](data:image/svg+xml,x)")]
    [InlineData("[![x](//evil.example/a)](javascript:alert(1))")]
    public void A_link_that_could_run_or_lead_astray_is_only_its_words(string markdown)
    {
        var html = RichText.Html(markdown);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=x>b</b>")]
    [InlineData("<!-- x --><style>a{}</style>")]
    public void Html_stays_text(string markdown)
    {
        var html = RichText.Html(markdown);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[园区](/parks/nev-park)", "<p><a href=\"/parks/nev-park\">园区</a></p>\n")]
    [InlineData("[x](#room)", "<p><a href=\"#room\">x</a></p>\n")]
    [InlineData("[x](https://example.cn/a?b=c&d=e)", "<p><a href=\"https://example.cn/a?b=c&amp;d=e\">x</a></p>\n")]
    [InlineData("[x](mailto:a@example.cn)", "<p><a href=\"mailto:a@example.cn\">x</a></p>\n")]
    [InlineData("**a** *b*", "<p><strong>a</strong> <em>b</em></p>\n")]
    [InlineData("![图](/media/x/y.svg)", "<p><img src=\"/media/x/y.svg\" alt=\"图\" /></p>\n")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void What_is_meant_to_work_works(string? markdown, string html) => Assert.Equal(html, RichText.Html(markdown));

    [Fact]
    public void The_words_of_a_link_that_was_taken_away_stay() =>
        Assert.Equal("<p>vor <strong>Wort</strong> nach</p>\n", RichText.Html("vor [**Wort**](javascript:x) nach"));
}
