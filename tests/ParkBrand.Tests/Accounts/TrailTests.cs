using ParkBrand.Backoffice.Management.Documents;
using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.Accounts;

/// <summary>What was done belongs to an account, not to a name.</summary>
[Collection(nameof(AccountSite))]
public sealed class TrailTests(AccountSite site)
{
    private async Task<Account> Named(string name)
    {
        var account = await site.NewAccount("administrator");
        account.Name = name;
        Assert.Equal(AccountOutcome.Saved, await site.Get<StoredAccounts>().Save(account, cancel: TestContext.Current.CancellationToken));
        return account;
    }

    [Fact]
    public async Task Two_people_of_one_name_are_told_apart_in_versions_and_trail()
    {
        var (first, second) = (await Named("陈晨"), await Named("陈晨"));
        using var one = await site.SignedIn(first);
        using var other = await site.SignedIn(second);
        var id = Guid.NewGuid();
        var body = new
        {
            id, parent = (object?)null, documentType = new { id = SchemaId.Of("document-type", "list") }, template = (object?)null,
            values = new[] { new { alias = "summary", culture = "zh-CN", value = "x" } }, variants = new[] { new { culture = "zh-CN", name = "同名" } },
        };
        Assert.Equal(201, (await one.Json(HttpMethod.Post, "/document", body)).Status);
        var opened = await other.Read($"/document/{id}");
        var changed = new { values = new[] { new { alias = "summary", culture = "zh-CN", value = "y" } }, variants = new[] { new { culture = "zh-CN", name = "同名", updateDate = (string)opened["variants"]![0]!["updateDate"]! } } };
        Assert.Equal(200, (await other.Json(HttpMethod.Put, $"/document/{id}", changed)).Status);
        Assert.Equal([second.Id, first.Id], await Users(one, $"/document-version?documentId={id}&culture=zh-CN"));
        Assert.Equal([second.Id, first.Id], await Users(one, $"/document/{id}/audit-log?orderDirection=Descending&skip=0&take=10"));
    }

    private static async Task<Guid[]> Users(EditorClient client, string path) => [.. (await client.Read(path))["items"]!.AsArray().Select(i => (Guid)i!["user"]!["id"]!)];

    [Fact]
    public async Task A_mere_name_is_the_account_that_alone_has_it_and_nobody_when_two_do()
    {
        var accounts = site.Get<StoredAccounts>();
        var alone = await Named("唯一");
        await Named("重名");
        await Named("重名");
        var ids = EditorId.Of(accounts, [("唯一", null), ("重名", null), ("import", null), ("重名", alone.Id)]);
        Assert.Equal([alone.Id, SchemaId.Of("editor", "重名"), SchemaId.Of("editor", "import"), alone.Id], ids);
    }

    [Fact]
    public async Task What_the_site_does_itself_has_no_account_and_a_plan_is_its_makers()
    {
        using var engine = new TestSite();
        var planner = engine.Person("administrator") with { Account = Guid.NewGuid() };
        var park = await engine.Create("park", null, Some.Park());
        await engine.Schedule(park, engine.Clock.GetUtcNow().AddHours(1), actor: planner);
        engine.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await engine.RunDue());
        Assert.Equal(["create:", $"schedule:{planner.Account}", $"publish:{planner.Account}"], engine.Query<string>("SELECT action || ':' || coalesce(actor_id, '') FROM audit ORDER BY seq"));
        var drafts = engine.Get<Content.Queries.ReadDrafts>();
        Assert.Null(drafts.Versions(engine.Site, park).Value!.Single().Account);
        Assert.Equal(planner.Account, drafts.Audit(engine.Site, park).Value![0].Account);
    }
}
