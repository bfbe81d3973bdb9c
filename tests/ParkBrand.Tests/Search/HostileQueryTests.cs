using System.Text;
using ParkBrand.Search;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Search;

/// <summary>Whatever is typed, there is an answer: no error, nothing that is not public.</summary>
[Collection(nameof(RunningSite))]
public sealed class HostileQueryTests(RunningSite site)
{
    internal static readonly string[] Pieces =
    [
        "\"", "'", "*", "^", ":", "(", ")", "-", "+", "{", "}", "NEAR", "NEAR(", "AND", "OR", "NOT", "tw:", "f MATCH", "; DROP TABLE entry; --", "' OR 1=1 --", "%00", "\0", "\u0001", "\u202e", "\u200b",
        "\ud800", "\udfff", "\ufffe", "\uffff", "😀", "👩‍👩‍👧", "العربية", "עברית", "\u0301\u0301\u0301", "机器人", "新能源", "厂房", "xinnengyuan", "iso7", "8000㎡", "月薪2万", "二十块钱以下", "一平", "│", "<script>alert(1)</script>", "{{7*7}}", "\\", "/", "?", "#",
        "𠮷", "ﷺ", "ǅ", "İ", "ß", "½", "①", "㎡", "１", "\u3000", "\r\n", "\t", "“", "”", "「", "」", "-\"", "\"-", "--", "- -", "\"\"", "“”",
    ];

    [Fact]
    public async Task Ten_thousand_random_queries_are_all_answered()
    {
        await site.Indexed();
        var random = new Random(20261122);
        var search = site.Get<SiteSearch>();
        for (var i = 0; i < 10_000; i++)
        {
            var query = Query(random);
            var results = search.Search(new SearchRequest(query, i % 2, new DateOnly(2026, 11, 22)), site.Now);
            Assert.True(results.Ready, query);
            Assert.All(results.Items, hit => Assert.NotNull(site.Now.Find(hit.Document.Id)));
            search.Suggest(query, i % 2, site.Now);
        }
    }

    [Fact]
    public async Task A_hundred_thousand_characters_are_cut_to_what_a_person_types()
    {
        await site.Indexed();
        var search = site.Get<SiteSearch>();
        foreach (var piece in new[] { "机器人", "a", "\"", "-x ", "1", "新能原" })
            Assert.True(search.Search(new SearchRequest(new StringBuilder().Insert(0, piece, 100_000 / piece.Length).ToString(), 0, new DateOnly(2026, 11, 22)), site.Now).Ready);
    }

    internal static string Query(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 14); i > 0; i--)
            text.Append(random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? " " : "");
        return text.ToString();
    }
}
