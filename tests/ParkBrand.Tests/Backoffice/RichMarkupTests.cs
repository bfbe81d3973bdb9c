using System.Text;
using ParkBrand.Backoffice.Management.Values;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Rich text between an editor that works on HTML and a store that keeps Markdown.</summary>
public sealed class RichMarkupTests
{
    [Theory]
    [InlineData("<p>一段文字</p>", "一段文字")]
    [InlineData("<p>一<strong>二</strong>三<em>四</em></p>", "一**二**三*四*")]
    [InlineData("<h2>标题</h2><p>正文</p>", "## 标题\n\n正文")]
    [InlineData("<ul><li><p>一</p></li><li><p>二</p></li></ul>", "- 一\n- 二")]
    [InlineData("<ol><li><p>一</p><ul><li><p>内</p></li></ul></li><li><p>二</p></li></ol>", "1. 一\n   - 内\n2. 二")]
    [InlineData("<blockquote><p>引</p><p>文</p></blockquote>", "> 引\n>\n> 文")]
    [InlineData("<p>一</p><hr><p>二</p>", "一\n\n---\n\n二")]
    [InlineData("<p>上<br>下</p>", "上\\\n下")]
    [InlineData("<p><a target=\"_blank\" href=\"https://example.cn/a?b=c\">链接</a></p>", "[链接](https://example.cn/a?b=c)")]
    [InlineData("<p>按 <code>a|b</code> 键</p>", "按 `a|b` 键")]
    [InlineData("<p></p><p>只有一段</p><p></p>", "只有一段")]
    [InlineData("<table><colgroup><col></colgroup><tbody><tr><th><p>甲</p></th><th><p>乙</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>", "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |")]
    // The sign that ends a bold sentence cannot be bold when the next one follows at once.
    [InlineData("<p>甲<strong>请注意。</strong>乙</p>", "甲**请注意**。乙")]
    [InlineData("<p>甲<strong>“请注意”</strong>乙</p>", "甲“**请注意**”乙")]
    [InlineData("<p><strong>请注意。</strong> 乙</p>", "**请注意。** 乙")]
    // Signs are escaped where they would otherwise mean something.
    [InlineData("<p>1*2*3 与 [x](y)</p>", "1\\*2\\*3 与 \\[x\\](y)")]
    [InlineData("<p># 不是标题</p>", "\\# 不是标题")]
    [InlineData("<p>2026. 不是列表</p>", "2026\\. 不是列表")]
    [InlineData("<p>&lt;b&gt;不是标签&lt;/b&gt;</p>", "<b>不是标签</b>")]
    [InlineData("<p>5 &gt; 3 &amp; a_b</p>", "5 > 3 & a_b")]
    public void What_the_toolbar_offers_is_kept(string html, string markdown)
    {
        var (written, lost) = RichMarkup.Markdown(html, _ => null);
        Assert.Null(lost);
        Assert.Equal(markdown, written);
        Assert.Equal((markdown, null), RichMarkup.Markdown(RichMarkup.Html(markdown), _ => null));
    }

    [Theory]
    [InlineData("<p><a href=\"javascript:alert(1)\">x</a></p>")]
    [InlineData("<p><a href=\"//example.cn\">x</a></p>")]
    [InlineData("<p><a href=\"/{localLink:6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54}\">x</a></p>")]
    [InlineData("<table><tr><td colspan=\"2\">x</td></tr><tr><td>a</td><td>b</td></tr></table>")]
    [InlineData("<p>H<sub>2</sub>O</p>")]
    public void What_cannot_be_kept_is_said_and_not_dropped(string html) => Assert.NotNull(RichMarkup.Markdown(html, _ => null).Lost);

    [Fact]
    public void A_link_to_a_document_becomes_its_address() => Assert.Equal(
        "[园区](/parks/x#map)", RichMarkup.Markdown("<p><a type=\"document\" href=\"/{localLink:6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54}#map\">园区</a></p>", _ => "/parks/x").Markdown);

    [Fact]
    public void Whatever_is_composed_with_the_toolbar_comes_back_as_it_was()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var html = Composed(random);
            var (first, lost) = RichMarkup.Markdown(html, _ => null);
            Assert.True(lost is null, $"{lost}\n{html}\n{first}");
            var (second, _) = RichMarkup.Markdown(RichMarkup.Html(first), _ => null);
            Assert.True(first == second, $"{html}\n--- once\n{first}\n--- twice\n{second}");
        }
    }

    private static readonly string[] Words = ["园区", "厂房 3 号", "A-1_b", "100%", "2*3", "#5", "（示例）", "“引”", "- x", "1. y", "[z]", "a|b", "\\", "`", "!", "~", "5 &lt; 6", "&amp;c", "+86", "电话：0512-0000"];

    private static string Composed(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 5); i > 0; i--)
            text.Append(random.Next(7) switch
            {
                0 => $"<h2>{Plain(random)}</h2>",
                1 => $"<ul><li><p>{Inline(random)}</p></li><li><p>{Inline(random)}</p></li></ul>",
                2 => $"<ol><li><p>{Inline(random)}</p></li><li><p>{Inline(random)}</p></li></ol>",
                3 => $"<blockquote><p>{Inline(random)}</p></blockquote>",
                4 => $"<table><tbody><tr><th><p>{Plain(random)}</p></th></tr><tr><td><p>{Plain(random)}</p></td></tr></tbody></table>",
                _ => $"<p>{Inline(random)}</p>",
            }).Append("<p>隔</p>");
        return text.ToString();
    }

    private static string Plain(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));

    private static string Inline(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(5) switch
    {
        0 => $"<strong>{Plain(random)}</strong>甲",
        1 => $"<em>{Plain(random)}</em>乙",
        2 => $"<a href=\"/parks/x\">{Plain(random)}</a>",
        _ => Plain(random),
    }));
}
