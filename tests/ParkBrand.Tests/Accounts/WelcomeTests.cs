using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Accounts;

/// <summary>From an invitation to being signed in.</summary>
[Collection(nameof(AccountSite))]
public sealed class WelcomeTests(AccountSite site)
{
    private static int made;

    private async Task<(EditorClient Admin, string UserName, Guid Id, string Link)> Invited()
    {
        var admin = await site.SignedIn("administrator");
        var name = $"guest{Interlocked.Increment(ref made)}";
        var answer = await admin.Json(HttpMethod.Post, "/parkbrand/users", new { userName = name, name = "<b>客人</b>", groups = new[] { "publicityEditor" } });
        Assert.True(answer.Status == 200, answer.Text);
        var json = JsonNode.Parse(answer.Text)!;
        return (admin, name, (Guid)json["id"]!, (string)json["link"]!);
    }

    private static Task<Answer> Choose(EditorClient client, string link, string password, string? again = null) =>
        client.Fill(link, "/umbraco/welcome", ("password", password), ("again", again ?? password));

    [Fact]
    public async Task A_link_leads_to_a_password_a_second_factor_and_the_editing_interface()
    {
        var (_, name, id, link) = await Invited();
        using var client = site.NewClient();
        Assert.Contains("<b>客人</b>", Markup.Of(await client.Get(link)).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(400, (await Choose(client, link, "short")).Status);
        Assert.Equal(400, (await Choose(client, link, AccountSite.Password, "something else entirely")).Status);
        Assert.Equal(AccountState.Invited, site.Stored(id).State);
        var chosen = await Choose(client, link, AccountSite.Password);
        Assert.StartsWith("/umbraco/welcome/second-factor", chosen["Location"], StringComparison.Ordinal);

        var page = await client.Get(chosen["Location"]!);
        var shown = Markup.Of(page);
        Assert.Empty(shown.Errors);
        Assert.NotNull(shown.Document.QuerySelector(".qr svg"));
        var secret = shown.Document.QuerySelector("code")!.TextContent.Replace(" ", "");
        var code = TotpCodes.CodeAt(secret, site.Clock.Now.ToUnixTimeSeconds() / 30);
        Assert.Equal(400, (await client.Fill(chosen["Location"]!, "/umbraco/welcome/second-factor", ("code", "111111"), ("do", "confirm"))).Status);
        var on = await client.Fill(chosen["Location"]!, "/umbraco/welcome/second-factor", ("code", code), ("do", "confirm"));
        Assert.Equal((200, 10), (on.Status, Markup.Of(on).Document.QuerySelectorAll(".codes code").Length));
        Assert.Equal(200, (await client.Exchange(EditorClient.CodeIn(await client.Get(client.AuthorizePath())))).Status);
        Assert.Equal(name, (string)(await client.Read("/user/current"))["userName"]!);
    }

    [Fact]
    public async Task The_second_factor_can_wait()
    {
        var (_, _, _, link) = await Invited();
        using var client = site.NewClient();
        var chosen = await Choose(client, link, AccountSite.Password);
        var later = await client.Fill(chosen["Location"]!, "/umbraco/welcome/second-factor", ("code", ""), ("do", "later"));
        Assert.Equal("/umbraco", later["Location"]);
        Assert.Equal(200, (await client.Exchange(EditorClient.CodeIn(await client.Get(client.AuthorizePath())))).Status);
    }

    [Fact]
    public async Task A_link_works_once_for_three_days_and_a_newer_one_ends_it()
    {
        var (admin, _, id, link) = await Invited();
        using var client = site.NewClient();
        var renewed = (string)JsonNode.Parse((await admin.Json(HttpMethod.Post, $"/parkbrand/users/{id}/link")).Text)!["link"]!;
        Assert.Equal(404, (await client.Get(link)).Status);
        Assert.Equal(200, (await client.Get(renewed)).Status);
        Assert.Equal(303, (await Choose(client, renewed, AccountSite.Password)).Status);
        Assert.Equal(404, (await client.Get(renewed)).Status);

        var (_, _, _, late) = await Invited();
        var fields = EditorClient.Hidden(await client.Get(late));
        site.Clock.Now += TimeSpan.FromHours(72.1);
        (fields["password"], fields["again"]) = (AccountSite.Password, AccountSite.Password);
        Assert.Equal(404, (await client.Form("/umbraco/welcome", fields)).Status);
        Assert.Equal(404, (await client.Get("/umbraco/welcome")).Status);
    }

    [Fact]
    public async Task A_link_to_a_disabled_account_is_worth_nothing()
    {
        var (admin, _, id, link) = await Invited();
        Assert.Equal(200, (await admin.Json(HttpMethod.Post, $"/parkbrand/users/{id}/disable")).Status);
        using var client = site.NewClient();
        Assert.Equal(404, (await client.Get(link)).Status);
        Assert.Equal(400, (await admin.Json(HttpMethod.Post, $"/parkbrand/users/{id}/link")).Status);
        Assert.Equal(200, (await admin.Json(HttpMethod.Post, $"/parkbrand/users/{id}/enable")).Status);
        Assert.Equal(AccountState.Invited, site.Stored(id).State);
        Assert.Equal(404, (await client.Get(link)).Status);
    }

    [Fact]
    public async Task A_link_for_a_new_password_does_not_stand_in_for_the_second_factor()
    {
        var account = await site.NewAccount("bureauReader");
        var secret = TotpCodes.NewSecret();
        var stored = site.Stored(account.Id);
        stored.TotpSecret = site.Get<AccountSecrets>().Close(secret);
        await site.Get<StoredAccounts>().Save(stored, cancel: TestContext.Current.CancellationToken);
        using var admin = await site.SignedIn("administrator");
        var link = (string)JsonNode.Parse((await admin.Json(HttpMethod.Post, $"/parkbrand/users/{account.Id}/link")).Text)!["link"]!;
        using var client = site.NewClient();
        Assert.StartsWith("/umbraco/login?", (await Choose(client, link, "another lake at dusk"))["Location"], StringComparison.Ordinal);
        Assert.StartsWith("/umbraco/login?", (await client.Get(client.AuthorizePath()))["Location"], StringComparison.Ordinal);
        Assert.StartsWith("/umbraco/login/code", (await client.Password(account.UserName, "another lake at dusk"))["Location"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_factor_page_is_for_whoever_just_chose_a_password()
    {
        using var client = await site.SignedIn("bureauReader");
        Assert.StartsWith("/umbraco/login?", (await client.Get("/umbraco/welcome/second-factor"))["Location"], StringComparison.Ordinal);
        Assert.StartsWith("/umbraco/login?", (await client.Get("/umbraco/login/code"))["Location"], StringComparison.Ordinal);
    }
}
