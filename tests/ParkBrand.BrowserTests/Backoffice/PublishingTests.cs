using Microsoft.Playwright;
using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Tests.Media;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>What must be right before something goes public, and where editors set it right.</summary>
[Collection(nameof(EditorsSite))]
public sealed class PublishingTests(EditorsSite site)
{
    [Fact]
    public async Task An_address_is_changed_in_the_form_and_the_old_one_leads_to_the_new()
    {
        await using var desk = await site.Desk("wang", site.Address("park", "functional-film-park"));
        await desk.Field("tagline").WaitForAsync();
        await desk.Tab.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "网址" }).ClickAsync();
        var segment = desk.Field("urlSegment");
        await Assertions.Expect(segment).ToHaveValueAsync("functional-film-park");
        await desk.Fill("urlSegment", "Thin Film_Park");
        await segment.BlurAsync();
        await Assertions.Expect(segment).ToHaveValueAsync("thin-film-park");
        await Assertions.Expect(desk.Tab.Locator("[data-mark=\"property:urlSegment\"]")).ToContainTextAsync("旧网址会自动跳转");
        await desk.Picture("address");
        await desk.SaveAndPublish();
        await desk.Said("positive");
        var moved = await desk.Tab.APIRequest.GetAsync("/parks/functional-film-park", new APIRequestContextOptions { MaxRedirects = 0 });
        Assert.Equal((301, "/parks/thin-film-park"), (moved.Status, new Uri(site.City.Origin, moved.Headers["location"]).AbsolutePath));
        desk.NothingWrong();
    }

    [Fact]
    public async Task Who_may_not_publish_sees_the_address_and_cannot_change_it()
    {
        await using var desk = await site.Desk("zhou", site.Address("topic", "landing-notes"));
        var segment = desk.Field("urlSegment");
        await Assertions.Expect(segment).ToHaveValueAsync("landing-notes");
        await Assertions.Expect(segment).ToHaveAttributeAsync("readonly", "");
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_picture_without_a_description_is_marked_in_the_list()
    {
        await using var desk = await site.Desk("wang", "/umbraco/section/media");
        await desk.Tab.Locator("uui-card-media").First.WaitForAsync();
        await desk.Tab.Locator("uui-file-dropzone input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "wuzi.png", MimeType = "image/png", Buffer = Png.Of(300, 200) });
        var card = desk.Tab.Locator("uui-card-media[name=Wuzi]");
        await Assertions.Expect(card.Locator("uui-tag")).ToHaveTextAsync("缺替代文字");
        await desk.Picture("media-undescribed");
        await card.Locator("#open-part").ClickAsync();
        await desk.Fill("alt_zh_CN", "一块样图");
        await desk.Fill("alt_en_US", "A sample");
        Assert.Equal(200, (await desk.SaveMedia()).Status);
        await desk.Tab.GotoAsync("/umbraco/section/media");
        await card.WaitForAsync();
        await Assertions.Expect(card.Locator("uui-tag")).ToHaveCountAsync(0);
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_page_with_an_undescribed_picture_is_not_published_and_the_field_says_why()
    {
        var (id, chief) = (site.Document("topic", "green-parks"), Actor.Site("test"));
        var cancel = TestContext.Current.CancellationToken;
        var picture = (await site.City.Get<UploadMedia>().Execute(chief, new(null, "屋顶光伏", "roof.png", Png.Of(300, 220), new Dictionary<string, string>()), cancel)).Value;
        var draft = site.City.Get<ReadDrafts>().Read(chief, id).Value!.Content;
        draft.Invariant["cover"] = picture.ToString();
        Assert.True((await site.City.Get<SaveDocument>().Execute(chief, new(id, draft), cancel)).IsOk);

        await using var desk = await site.Desk("wang", EditorsSite.Address(id));
        desk.Expect(400, "/validate");
        await desk.Field("standfirst").WaitForAsync();
        await desk.Press("SaveAndPublish");
        await desk.Dialog.Locator("uui-button[look=primary]").Last.ClickAsync();
        await Assertions.Expect(desk.Tab.Locator("[data-mark=\"property:cover\"]")).ToContainTextAsync("图片“屋顶光伏”还没有中文替代文字。请在“媒体”栏目中打开这张图片");
        await desk.Picture("picture-undescribed");
        Assert.DoesNotContain("roof.png", await desk.Public("/topics/green-parks"), StringComparison.Ordinal);
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_figure_offers_parks_and_their_numbers_and_shows_the_present_one()
    {
        await using var desk = await site.Desk("zhou", site.Address("feature", "spare-power-six-parks"));
        await desk.Tab.Locator("[data-mark=\"property:body\"] umb-block-list-entry:has-text(\"随行数字\") a, [data-mark=\"property:body\"] umb-block-list-entry:has-text(\"随行数字\") button").First.ClickAsync();
        var figure = desk.Tab.Locator("parkbrand-live-figure");
        await Assertions.Expect(figure).ToContainTextAsync("现值：");
        await figure.Locator("uui-select select").Last.SelectOptionAsync("rounded");
        await desk.Picture("figure");
        await figure.Locator("umb-entity-item-ref, uui-ref-node").First.HoverAsync();
        await figure.Locator("[label=移除], uui-button[label*=移除]").First.ClickAsync();
        await desk.Confirm();
        await figure.Locator("uui-button[look=placeholder]").ClickAsync();
        var offered = desk.Dialog.Locator("umb-tree umb-tree-item");
        await offered.First.WaitForAsync();
        await desk.Picture("figure-parks");
        Assert.InRange(await offered.CountAsync(), 50, 60);
        await Assertions.Expect(desk.Dialog.Locator("umb-tree-item:has-text(\"故事\")")).ToHaveCountAsync(0);
        desk.NothingWrong();
    }
}
