using Microsoft.Playwright;
using ParkBrand.Tests.Media;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>New stories and new pictures.</summary>
[Collection(nameof(EditorsSite))]
public sealed class WritingTests(EditorsSite site, ITestOutputHelper output)
{
    [Fact]
    public async Task A_story_is_written_and_what_is_missing_is_said_at_the_fields()
    {
        await using var desk = await site.Desk("zhou", "/umbraco/section/content");
        // The client asks what is missing before it saves, and saves the draft all the same.
        desk.Expect(400, "/document/validate");
        await desk.InTree("故事").HoverAsync();
        await desk.InTree("故事").Locator("[data-mark=\"entity-action:Umb.EntityAction.Document.Create\"]").First.ClickAsync();
        await desk.Dialog.Locator("uui-ref-node-document-type:has(umb-icon[name=icon-newspaper])").ClickAsync();
        await desk.Tab.Locator("[data-mark=\"input:entity-name\"] input").First.FillAsync("试写的故事");
        await desk.Tab.Locator("[data-mark=\"property:body\"] uui-button[look=placeholder]").First.ClickAsync();
        await desk.Tab.Locator("umb-block-catalogue-modal uui-card-block-type").First.ClickAsync();
        var editor = desk.Tab.Locator("umb-input-tiptap [contenteditable=true]").Last;
        await editor.ClickAsync();
        await desk.Tab.Keyboard.TypeAsync("正文第一段。");
        await desk.Picture("story-text");
        await desk.Tab.Locator("umb-block-workspace-editor uui-button[look=primary]").Last.ClickAsync();
        await editor.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        var saved = await desk.Save();
        Assert.Equal(201, saved.Status);
        await desk.Tab.WaitForURLAsync("**/document/edit/**");
        await desk.Picture("story");
        output.WriteLine(desk.Tab.Url);

        await using var chief = await site.Desk("chen", new Uri(desk.Tab.Url).AbsolutePath);
        chief.Expect(400, "/validate");
        await chief.Field("standfirst").WaitForAsync();
        await chief.Press("SaveAndPublish");
        await chief.Dialog.Locator("uui-button[look=primary]").Last.ClickAsync();
        await chief.Tab.Locator("[data-mark=\"property:standfirst\"] uui-form-validation-message, umb-property-layout[invalid]").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await chief.Picture("story-missing");
        desk.NothingWrong();
        chief.NothingWrong();
    }

    [Fact]
    public async Task A_picture_is_uploaded_described_and_given_a_focal_point()
    {
        await using var desk = await site.Desk("chen", "/umbraco/section/media");
        await desk.Tab.Locator("uui-card-media").First.WaitForAsync();
        await desk.Tab.Locator("uui-file-dropzone input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "qiaotou.png", MimeType = "image/png", Buffer = Png.Of(320, 200) });
        var card = desk.Tab.Locator("uui-card-media[name=Qiaotou]");
        await card.WaitForAsync();
        await desk.Picture("media");
        await card.Locator("#open-part").ClickAsync();
        await desk.Fill("alt_zh_CN", "一块红色和蓝色的样图");
        await desk.Fill("alt_en_US", "A sample in red and blue");
        await desk.Tab.Locator("umb-image-cropper-focus-setter, umb-input-image-cropper-field").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await desk.Picture("media-edit");
        var saved = await desk.SaveMedia();
        if (saved.Status != 200)
            Assert.Fail($"{saved.Status} {await saved.TextAsync()} to {saved.Request.PostData}");
        await desk.Tab.ReloadAsync();
        await Assertions.Expect(desk.Field("alt_zh_CN")).ToHaveValueAsync("一块红色和蓝色的样图");
        desk.NothingWrong();
    }
}
