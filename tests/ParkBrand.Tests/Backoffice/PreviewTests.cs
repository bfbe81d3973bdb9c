using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;

namespace ParkBrand.Tests.Backoffice;

/// <summary>A link shows one draft to whoever has it, for a day, and leaves no trace in caches, search engines or other sites.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class PreviewTests(EditorsHouse house)
{
    private const string Admin = "administrator", Park = "laser-park", Word = "尚未发布的一句话";

    [Fact]
    public async Task A_link_shows_the_draft_and_the_public_sees_nothing_of_it()
    {
        var id = house.Document(Park, "park");
        await Rewrite(id, Word);
        var link = await Link(id);
        var (frame, page) = (await house.Site.Read(link), await house.Site.Read(link + "/page"));
        Assert.Contains($"{link}/page", frame.Text, StringComparison.Ordinal);
        Assert.Contains(Word, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, (await house.Site.Read("/parks/" + Park)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, (await house.Site.Read("/parks")).Text, StringComparison.Ordinal);
        foreach (var answer in new[] { frame, page })
        {
            Assert.Equal(200, answer.Status);
            Assert.Equal("no-store", answer["Cache-Control"]);
            Assert.Equal("no-referrer", answer["Referrer-Policy"]);
            Assert.Equal("noindex, nofollow, noarchive", answer["X-Robots-Tag"]);
            Assert.Contains("frame-ancestors 'self'", answer["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("content=\"noindex\"", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("rel=\"canonical\"", answer.Text, StringComparison.Ordinal);
        }

        // The same link goes on showing what is saved after it.
        await Rewrite(id, Word + "二");
        Assert.Contains(Word + "二", (await house.Site.Read(link + "/page")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_never_published_is_shown_below_drafts_too()
    {
        var parks = house.Document("parks", "list");
        var park = Guid.NewGuid();
        // Hardly anything is filled in: the page cannot be made yet, and says so.
        var name = new DocumentContent([], new Dictionary<string, CultureContent> { ["zh-CN"] = new("新园区", []), ["en-US"] = new($"New park {park.ToString()[..6]}", []) });
        Assert.True((await house.Get<CreateDocument>().Execute(house.Site.Editor, new CreateDocument.Command("park", parks, name, Id: park), TestContext.Current.CancellationToken)).IsOk);
        Assert.Equal(200, (await house.Site.Read(await Link(park) + "/page")).Status);
        var feature = Guid.NewGuid();
        var story = new DocumentContent([], new Dictionary<string, CultureContent> { ["zh-CN"] = new("一篇未发布的稿件", []), ["en-US"] = new($"Unpublished {feature.ToString()[..6]}", []) });
        Assert.True((await house.Get<CreateDocument>().Execute(house.Site.Editor, new CreateDocument.Command("feature", house.Document("features", "list"), story, Id: feature), TestContext.Current.CancellationToken)).IsOk);
        Assert.Contains("一篇未发布的稿件", (await house.Site.Read(await Link(feature))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_ends_after_a_day_with_its_document_and_is_guessed_by_nobody()
    {
        var id = house.Document("robotics-park", "park");
        var link = await Link(id);
        Assert.Equal(404, (await house.Site.Read("/umbraco/preview/" + new string('0', 48))).Status);
        Assert.Equal(404, (await house.Site.Read("/umbraco/preview/" + new string('0', 48) + "/page")).Status);
        var now = house.Site.Clock.Now;
        try
        {
            house.Site.Clock.Now = now.AddHours(24).AddSeconds(-1);
            Assert.Equal(200, (await house.Site.Read(link)).Status);
            house.Site.Clock.Now = now.AddHours(24);
            Assert.Equal(404, (await house.Site.Read(link)).Status);
            Assert.Equal(404, (await house.Site.Read(link + "/page")).Status);
        }
        finally
        {
            house.Site.Clock.Now = now;
        }
    }

    [Fact]
    public async Task Only_who_may_see_a_document_gets_a_link_to_it()
    {
        var (own, other) = (house.Document("robotics-park", "park"), house.Document(Park, "park"));
        (await house.Get($"parkOperator:{own}", $"document/{own}/preview-url")).Is(200);
        (await house.Get($"parkOperator:{own}", $"document/{other}/preview-url")).Is(404);
        (await house.Get("nobody", $"document/{own}/preview-url")).Is(404);
        (await house.Get(null, $"document/{own}/preview-url")).Is(401);
        (await house.Get(Admin, $"document/{house.Document("settings", "settings")}/preview-url")).Is(400);
        (await house.Get(Admin, $"document/{own}/preview-url?culture=fr-FR")).Is(400);
    }

    private async Task<string> Link(Guid id) => (string)(await house.Get(Admin, $"document/{id}/preview-url?culture=zh-CN")).Is(200).Json["url"]!;

    private async Task Rewrite(Guid id, string tagline)
    {
        var draft = house.Get<ReadDrafts>().Read(house.Site.Editor, id).Value!;
        draft.Content.Cultures["zh-CN"].Values["tagline"] = tagline;
        Assert.True((await house.Get<SaveDocument>().Execute(house.Site.Editor, new SaveDocument.Command(id, draft.Content), TestContext.Current.CancellationToken)).IsOk);
    }
}
