using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>The section in which an administrator looks after accounts.</summary>
internal sealed class UsersSection(Desk desk)
{
    public const string Address = "/umbraco/section/users";

    private ILocator Panel => desk.Tab.Locator("parkbrand-user-modal");

    public ILocator Row(string name) => desk.Tab.Locator("parkbrand-users uui-table-row").Filter(new LocatorFilterOptions { Has = desk.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }) });

    public ILocator Rows => desk.Tab.Locator("parkbrand-users uui-table-row");

    public async Task Search(string words) => await desk.Tab.Locator("parkbrand-users #search input").FillAsync(words);

    /// <param name="select">Its place in the bar: 0 groups, 1 states.</param>
    public async Task Narrow(int select, string option) => await desk.Tab.Locator("parkbrand-users uui-select select").Nth(select).SelectOptionAsync(new SelectOptionValue { Label = option });

    /// <summary>Found by its name: it may stand on any page of the list.</summary>
    public async Task Open(string name)
    {
        await Search(name);
        await Row(name).GetByRole(AriaRole.Button).ClickAsync();
        await Panel.Locator("dl").WaitForAsync();
    }

    public async Task Invite(string name, string userName, string group, string[] path)
    {
        await desk.Tab.Locator("parkbrand-users uui-button[look=primary]").ClickAsync();
        await Panel.Locator("uui-input[label=姓名] input").FillAsync(name);
        await Panel.Locator("uui-input[label=用户名] input").FillAsync(userName);
        await Panel.Locator($"uui-checkbox[label={group}]").ClickAsync();
        await Panel.Locator("umb-input-document #btn-add, umb-input-document uui-button[look=placeholder]").First.ClickAsync();
        var picker = desk.Tab.Locator("umb-tree-picker-modal, umb-document-picker-modal").Last;
        foreach (var folder in path[..^1])
            await picker.Locator($"uui-menu-item[label=\"{folder}\"]").First.Locator("#caret-button").First.ClickAsync();
        await picker.Locator($"uui-menu-item[label=\"{path[^1]}\"] #label-button").First.ClickAsync();
        await desk.Picture("users-invite-park");
        await picker.Locator("uui-button[look=primary]").Last.ClickAsync();
        await picker.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await desk.Picture("users-invite");
        await Panel.Locator("uui-button[label=生成邀请链接]").ClickAsync();
    }

    /// <summary>Presses one of the actions of the account that is open, and agrees when asked.</summary>
    public async Task Act(string label, bool asks = true)
    {
        var answered = await desk.Tab.RunAndWaitForResponseAsync(async () =>
        {
            await Panel.Locator($"#acts uui-button[label={label}]").ClickAsync();
            if (asks)
                await desk.Tab.Locator("umb-confirm-modal uui-button[look=primary]").ClickAsync();
        }, r => r.Request.Method == "POST" && r.Url.Contains("/parkbrand/users/", StringComparison.Ordinal));
        Assert.Equal(200, answered.Status);
    }

    /// <summary>The address that is told once.</summary>
    public async Task<string> Link() => await Panel.Locator("parkbrand-one-time-link input").InputValueAsync();

    public async Task Close()
    {
        await Panel.Locator("uui-button[look=secondary]").Last.ClickAsync();
        await Panel.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }
}
