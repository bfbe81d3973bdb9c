using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Publishing;

/// <summary>No picture goes public in a language that it is not described in.</summary>
public sealed class PictureDescriptionTests : IDisposable
{
    private readonly TestSite site = new();
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => site.Dispose();

    private async Task<Guid> Picture(string? zh = null, string? en = null)
    {
        var alt = new Dictionary<string, string>();
        if (zh is not null)
            alt["zh-CN"] = zh;
        if (en is not null)
            alt["en-US"] = en;
        return (await site.Get<UploadMedia>().Execute(site.Site, new UploadMedia.Command(null, "北门", "gate.png", [1, 2, 3], alt), Cancel)).Value;
    }

    private static DocumentContent Park(Guid cover) => Some.Park(en: "Park", more: $", \"cover\": \"{cover}\"");

    private async Task<string[]> Refused(Guid id, params string[] cultures) => [.. (await site.TryPublish(id, cultures)).Problems.Select(p => $"{p.Culture}.{p.Path}: {p.Message}").Order(StringComparer.Ordinal)];

    [Fact]
    public async Task A_picture_for_all_languages_must_be_described_in_those_that_are_published()
    {
        var picture = await Picture(zh: "北门");
        var park = await site.Create("park", null, Park(picture));
        var problem = Assert.Single(await Refused(park, "zh-CN", "en-US"));
        Assert.StartsWith(".cover: the picture “北门” has no description in English", problem, StringComparison.Ordinal);
        Assert.Null(site.Now.Find(park));
        await site.Publish(park, "zh-CN");
        Assert.Single(await Refused(park, "en-US"));
        await site.Get<SaveMedia>().Execute(site.Site, new(picture, "北门", new Dictionary<string, string> { ["zh-CN"] = "北门", ["en-US"] = "The north gate" }), Cancel);
        await site.Publish(park, "en-US");
    }

    [Fact]
    public async Task A_new_picture_for_all_languages_reaches_those_that_are_out_already()
    {
        var park = await site.Live("park", null, Park(await Picture("甲", "A")));
        await site.Save(park, Park(await Picture(en: "B")));
        Assert.Contains("简体中文", Assert.Single(await Refused(park, "en-US")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_in_a_block_is_named_at_its_block_and_in_its_own_language_only()
    {
        var body = $$"""{ "body": [{ "text": "a" }, { "block": "card", "image": "{{await Picture(zh: "图")}}" }] }""";
        var feature = await site.Create("feature", null, Some.Content("{}", "故事", body, "Story", body));
        await site.Publish(feature, "zh-CN");
        Assert.StartsWith("en-US.body[1].image:", Assert.Single(await Refused(feature, "en-US")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_needs_none()
    {
        var file = (await site.Get<UploadMedia>().Execute(site.Site, new UploadMedia.Command(null, "文件", "a.pdf", [1], new Dictionary<string, string>()), Cancel)).Value;
        await site.Live("everything", null, Some.Everything($$"""{ "images": ["{{file}}"] }"""));
    }

    [Theory]
    [InlineData("![](/media/a.png)", false)]
    [InlineData("文字 ![ ](/media/a.png) 文字", false)]
    [InlineData("![北门](/media/a.png)", true)]
    [InlineData("太好了！[]", true)]
    public async Task A_picture_within_a_text_needs_its_description_there(string markdown, bool published)
    {
        var id = await site.Create("everything", null, Some.Everything("{}", $$"""{ "markdown": "{{markdown}}", "body": [{ "text": "{{markdown}}" }] }"""));
        Assert.Equal(published ? [] : ["body[0].text", "markdown"], (await site.TryPublish(id)).Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Checking_says_the_same_as_publishing_for_documents_old_and_new()
    {
        var content = Park(await Picture("图"));
        var park = await site.Create("park", null, content);
        var check = site.Get<CheckDocument>();
        Assert.Equal("cover", Assert.Single(check.Existing(site.Site, park, content, ["zh-CN", "en-US"]).Problems).Path);
        Assert.Equal("cover", Assert.Single(check.New(site.Site, "park", null, content, ["en-US"]).Problems).Path);
        Assert.True(check.Existing(site.Site, park, content, ["zh-CN"]).IsOk);
    }

    [Fact]
    public async Task Who_does_not_look_after_a_picture_is_not_told_its_name()
    {
        var park = await site.Create("park", null, Some.Park());
        await site.Publish(park);
        var feature = await site.Create("feature", park, Some.Content("{}", "故事", $$"""{ "body": [{ "block": "card", "image": "{{await Picture()}}" }] }"""));
        var problem = Assert.Single((await site.TryPublish(feature, actor: site.Person("operator", park))).Problems);
        Assert.DoesNotContain("北门", problem.Message, StringComparison.Ordinal);
        Assert.Contains("do not look after", problem.Message, StringComparison.Ordinal);
    }
}
