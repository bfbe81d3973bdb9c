using Microsoft.Playwright;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>Accounts from the invitation to the end, each person in a browser of their own.</summary>
[Collection(nameof(EditorsSite))]
public sealed class UsersTests(EditorsSite site)
{
    private const string Chosen = "清晨的绿豆汤配两个青团子", Over = "登录已超时";

    [Fact]
    public async Task An_operator_is_invited_sees_only_the_own_park_and_is_out_once_disabled()
    {
        await using var chief = await site.Desk("chen", UsersSection.Address);
        var users = new UsersSection(chief);
        await users.Rows.First.WaitForAsync();
        await chief.Picture("users");
        await users.Invite("沈岚", "shenlan", "园区运营", ["园区", "光电显示产业园"]);
        var link = await users.Link();
        await chief.Picture("users-link");
        await users.Close();
        await users.Search("光电显示");
        await Assertions.Expect(users.Row("沈岚")).ToBeVisibleAsync();
        await Assertions.Expect(users.Row("陈静")).ToHaveCountAsync(0);
        Assert.Contains("待激活", await users.Row("沈岚").InnerTextAsync(), StringComparison.Ordinal);

        await using var person = await site.NewPerson();
        await Welcome(person, link);
        await person.InTree("光电显示产业园").WaitForAsync();
        Assert.Equal(0, await person.InTree("新能源汽车产业园").CountAsync());
        Assert.Equal(0, await person.Tab.Locator("[data-mark=\"section-link:ParkBrand.Section.Users\"]").CountAsync());
        await person.Picture("users-operator");
        person.NothingWrong();
        var again = await site.NewPerson();
        again.Expect(404, "/umbraco/welcome");
        await again.Tab.GotoAsync(link);
        await again.Tab.GetByText("链接已失效").First.WaitForAsync();
        await again.DisposeAsync();

        await chief.Tab.ReloadAsync();
        await users.Open("沈岚");
        await chief.Picture("users-account");
        await users.Act("停用账号");
        await chief.Picture("users-disabled");
        await person.InTree("光电显示产业园").Locator("#caret-button").First.ClickAsync();
        await person.Tab.GetByText(Over).First.WaitForAsync();
        await person.Picture("users-out");
        chief.NothingWrong();
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_anew_and_a_lock_is_taken_off()
    {
        await site.Account("hexin", "何欣", "publicityEditor");
        await using var chief = await site.Desk("chen", UsersSection.Address);
        var users = new UsersSection(chief);
        await users.Open("何欣");
        await users.Act("重设密码链接");
        var link = await users.Link();
        await users.Close();

        await using var person = await site.NewPerson();
        await Welcome(person, link);
        await person.Tab.Context.ClearCookiesAsync();
        person.Expect(401, "/umbraco/");
        await person.Tab.GotoAsync("/umbraco/login");
        for (var i = 0; i < 6; i++)
            await person.SignIn("hexin", EditorsSite.Password);
        await person.Tab.GetByText("该用户名已暂时锁定").WaitForAsync();
        await person.Picture("login-locked");

        await users.Narrow(1, "锁定");
        await Assertions.Expect(users.Rows).ToHaveCountAsync(1);
        await users.Open("何欣");
        await chief.Picture("users-locked");
        await users.Act("解除锁定", asks: false);
        await users.Close();
        await chief.Tab.GetByText("没有符合条件的账号").WaitForAsync();
        await person.SignIn("hexin", Chosen);
        await person.Tab.Locator("umb-backoffice-main").WaitForAsync();
        chief.NothingWrong();
        person.NothingWrong();
    }

    [Fact]
    public async Task A_second_factor_is_set_up_in_the_profile_and_asked_for_from_then_on()
    {
        var account = await site.Account("qian", "钱敏", "publicityEditor");
        await using var person = await site.NewPerson();
        await person.Tab.GotoAsync("/umbraco");
        await person.SignIn("qian", EditorsSite.Password);
        await person.InTree("园区").WaitForAsync();
        await Profile(person, "设置两步验证");
        await person.Picture("profile-two-factor-off");
        await person.Tab.Locator("umb-current-user-mfa-modal uui-box uui-button").ClickAsync();
        var form = person.Tab.Locator("parkbrand-second-factor");
        var secret = (await form.Locator("code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await person.Picture("profile-two-factor");
        await form.Locator("#code input").FillAsync(Code(secret, 0));
        await form.Locator("uui-button[look=primary]").ClickAsync();
        await Assertions.Expect(form.Locator("li code")).ToHaveCountAsync(10);
        await person.Picture("profile-recovery-codes");
        Assert.NotNull(site.City.Get<StoredAccounts>().Find(account.Id)!.TotpSecret);
        await form.Locator("uui-button[look=primary]").ClickAsync();
        person.NothingWrong();

        await using var elsewhere = await site.NewPerson();
        await elsewhere.Tab.GotoAsync("/umbraco");
        await elsewhere.SignIn("qian", EditorsSite.Password);
        elsewhere.Expect(401, "/login/code");
        await elsewhere.Tab.FillAsync("#code", "000000");
        await elsewhere.Tab.Locator("form button").ClickAsync();
        await elsewhere.Tab.GetByText("验证码不正确").WaitForAsync();
        await elsewhere.Picture("login-code");
        await elsewhere.Tab.FillAsync("#code", Code(secret, 1)); // the one of set-up is used; drift allows the next
        await elsewhere.Tab.Locator("form button").ClickAsync();
        await elsewhere.Tab.Locator("umb-backoffice-main").WaitForAsync();
        elsewhere.NothingWrong();
    }

    [Fact]
    public async Task Who_changes_the_own_password_stays_and_everybody_else_on_the_account_is_out()
    {
        await site.Account("tang", "唐宁", "administrator");
        await using var here = await site.NewPerson();
        await here.Tab.GotoAsync("/umbraco/section/content");
        await here.SignIn("tang", EditorsSite.Password);
        await here.InTree("园区").WaitForAsync();
        await using var there = await site.NewPerson();
        await there.Tab.GotoAsync("/umbraco/section/content");
        await there.SignIn("tang", EditorsSite.Password);
        await there.InTree("园区").WaitForAsync();

        await Profile(here, "更改密码");
        var form = here.Tab.Locator("#ChangePasswordForm");
        await form.Locator("#oldPassword input").FillAsync(EditorsSite.Password);
        await form.Locator("#newPassword input").FillAsync(Chosen);
        await form.Locator("#confirmPassword input").FillAsync(Chosen);
        await here.Picture("profile-password");
        var changed = await here.Tab.RunAndWaitForResponseAsync(() => here.Tab.Locator("umb-change-password-modal uui-button[look=primary]").ClickAsync(), r => r.Url.EndsWith("/change-password", StringComparison.Ordinal));
        Assert.Equal(200, changed.Status);
        await there.Unfold("园区");
        await there.Tab.GetByText(Over).First.WaitForAsync();

        // Signed out everywhere by oneself: the list of one's devices is in the account, and this one is among them.
        await here.Tab.GotoAsync(UsersSection.Address);
        var users = new UsersSection(here);
        await users.Open("唐宁");
        here.NothingWrong();
        await users.Act("退出所有设备");
        await here.Tab.GetByText(Over).First.WaitForAsync();
        await here.Picture("users-signed-out");
    }

    [Fact]
    public async Task One_of_many_operators_is_found()
    {
        var parks = site.City.City.OfType("park").Take(25).ToList();
        foreach (var (park, i) in parks.Select((p, i) => (p, i)))
            await site.Account($"operator{i:D2}", $"运营{i + 1:D2}", "parkOperator", park.Id);
        await using var chief = await site.Desk("chen", UsersSection.Address);
        var users = new UsersSection(chief);
        await Assertions.Expect(users.Rows).ToHaveCountAsync(20);
        await chief.Tab.Locator("parkbrand-users uui-button[label=下一页]").ClickAsync();
        await chief.Tab.GetByText("第 2 页").WaitForAsync();
        await chief.Picture("users-page");
        await users.Narrow(0, "园区运营");
        await chief.Tab.GetByText("第 1 页").WaitForAsync();
        await users.Search(parks[7].Variants[0]!.Name);
        await Assertions.Expect(users.Rows.Filter(new LocatorFilterOptions { HasText = "运营08" })).ToHaveCountAsync(1);
        await Assertions.Expect(users.Row("运营09")).ToHaveCountAsync(0);
        await chief.Picture("users-found");
        chief.NothingWrong();
    }

    private string Code(string secret, int steps) => TotpCodes.CodeAt(secret, site.City.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() / 30 + steps);

    /// <summary>Chooses a password by a link and leaves the second factor for later.</summary>
    private static async Task Welcome(Desk person, string link)
    {
        await person.Tab.GotoAsync(link);
        await person.Picture("welcome");
        await person.Tab.FillAsync("#password", Chosen);
        await person.Tab.FillAsync("#again", Chosen);
        await person.Tab.Locator("form button").First.ClickAsync();
        await person.Tab.Locator(".qr").WaitForAsync();
        await person.Picture("welcome-two-factor");
        await person.Tab.Locator("button[value=later]").ClickAsync();
        await person.Tab.Locator("umb-backoffice-main").WaitForAsync();
    }

    private static async Task Profile(Desk person, string action)
    {
        await person.Tab.Locator("umb-current-user-header-app uui-button").ClickAsync();
        await person.Picture("profile");
        await person.Tab.Locator($"umb-current-user-modal uui-button[label={action}]").ClickAsync();
    }
}
