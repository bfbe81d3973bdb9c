using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>What happens between an editor and the server takes no text with it.</summary>
[Collection(nameof(EditorsSite))]
public sealed class LossTests(EditorsSite site)
{
    [Fact]
    public async Task A_session_that_ends_takes_no_text_with_it()
    {
        const string Text = "还没有保存的摘要";
        await using var desk = await site.NewPerson();
        await desk.Tab.GotoAsync(site.Address("park", "aero-parts-park"));
        await EditorsSite.SignIn(desk, "wang");
        await desk.Fill("summary", Text);
        await desk.Tab.Context.ClearCookiesAsync();
        desk.Expect(401, "/umbraco/");
        await desk.Press("Save");
        await desk.Dialog.Locator("uui-button[look=primary]").Last.ClickAsync(new LocatorClickOptions { Force = true });
        await desk.Tab.GetByText("登录已超时").WaitForAsync();
        await desk.Picture("session-over");
        Assert.Empty(await new Latin().On(desk.Tab));
        Assert.Equal(Text, await desk.Field("summary").InputValueAsync());

        var login = await desk.Tab.Context.RunAndWaitForPageAsync(() => desk.Tab.Locator("umb-auth-view uui-button").Last.ClickAsync());
        await EditorsSite.SignIn(new Desk(login), "wang");
        await Assertions.Expect(desk.Tab.Locator("umb-auth-view")).ToHaveCountAsync(0);
        Assert.Equal(Text, await desk.Field("summary").InputValueAsync());
        Assert.Equal(200, (await desk.Save()).Status);
        await Stored(desk, "summary", Text);
        desk.NothingWrong();
    }

    [Fact]
    public async Task Without_a_network_the_text_stays_and_is_saved_later()
    {
        const string Text = "断网时写的一句话";
        await using var desk = await site.Desk("zhou", EditorsSite.Address(site.City.City.OfType("feature").Last().Id));
        await desk.Fill("standfirst", Text);
        desk.ServerAway(true);
        await desk.Tab.Context.SetOfflineAsync(true);
        await desk.Press("Save");
        await desk.Dialog.Locator("uui-button[look=primary]").Last.ClickAsync();
        Assert.Contains("连接", await desk.Said("danger"), StringComparison.Ordinal);
        await desk.Picture("offline");
        Assert.Equal(Text, await desk.Field("standfirst").InputValueAsync());
        await desk.Tab.Context.SetOfflineAsync(false);
        desk.ServerAway(false);
        await SaveAgain(desk);
        await Stored(desk, "standfirst", Text);
        desk.NothingWrong();
    }

    [Fact]
    public async Task A_server_that_is_started_again_in_the_middle_of_an_edit_takes_the_text()
    {
        const string Text = "重启前写的一句话";
        await using var desk = await site.Desk("chen", site.Address("park", "display-park"));
        await desk.Fill("tagline", Text);
        desk.ServerAway(true);
        desk.Expect(404, "/serverEventHub");
        var start = await site.City.Stop();
        await start();
        desk.ServerAway(false);
        Assert.Equal(Text, await desk.Field("tagline").InputValueAsync());
        Assert.Equal(200, (await desk.Save()).Status);
        await Stored(desk, "tagline", Text);
        desk.NothingWrong();
    }

    private static async Task SaveAgain(Desk desk)
    {
        // The dialog of the attempt that failed may still stand there.
        for (var i = 0; i < 4 && await desk.Tab.Locator("uui-modal-dialog").CountAsync() > 0; i++)
        {
            await desk.Tab.Keyboard.PressAsync("Escape");
            await Task.Delay(200);
        }

        Assert.Equal(200, (await desk.Save()).Status);
    }

    private static async Task Stored(Desk desk, string field, string text)
    {
        await desk.Tab.ReloadAsync();
        await Assertions.Expect(desk.Field(field)).ToHaveValueAsync(text);
    }
}
