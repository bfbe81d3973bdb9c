using ParkBrand.Backoffice.Accounts.Users;

namespace ParkBrand.Tests.Accounts;

/// <summary>What the client is told about the person in front of it.</summary>
[Collection(nameof(AccountSite))]
public sealed class CurrentUserTests(AccountSite site)
{
    private static readonly string[] Read = ["Umb.Document.PropertyValue.Read", "Umb.Document.Read"];

    [Theory]
    [InlineData("administrator", true, 12, true)]
    [InlineData("publicityEditor", true, 10, false)]
    [InlineData("bureauReader", true, 2, false)]
    [InlineData("parkOperator", false, 10, false)]
    public async Task Groups_become_verbs_sections_and_start_nodes(string group, bool root, int verbs, bool users)
    {
        using var client = await site.SignedIn(group, root ? null : site.OwnPlace);
        var me = await client.Read("/user/current");
        Assert.Equal(root, (bool)me["hasDocumentRootAccess"]!);
        Assert.Equal(root ? [] : [site.OwnPlace], me["documentStartNodeIds"]!.AsArray().Select(n => (Guid)n!["id"]!));
        Assert.Equal(verbs, me["fallbackPermissions"]!.AsArray().Count);
        Assert.Equal(users, me["allowedSections"]!.AsArray().Any(s => (string)s! == "ParkBrand.Section.Users"));
        Assert.Equal(users, (bool)me["isAdmin"]!);
        Assert.Equal(GroupId.Of(group), (Guid)me["userGroupIds"]![0]!["id"]!);
    }

    [Fact]
    public async Task Permissions_are_those_of_the_concrete_document()
    {
        using var operatorOfOwn = await site.SignedIn("parkOperator", site.OwnPlace);
        var own = await operatorOfOwn.Read($"/user/current/permissions/document?id={site.OwnPlace}");
        // A list is no type that operators may change, wherever it stands.
        Assert.Equal(Read, own["permissions"]![0]!["permissions"]!.AsArray().Select(v => (string)v!));
        Assert.Equal(404, (await operatorOfOwn.Call($"/user/current/permissions/document?id={site.OtherPlace}")).Status);
        Assert.Equal(404, (await operatorOfOwn.Call($"/user/current/permissions/document?id={site.OwnPlace}&id={site.OtherPlace}")).Status);
        Assert.Equal(404, (await operatorOfOwn.Call($"/user/current/permissions/document?id={Guid.NewGuid()}")).Status);
        Assert.Equal(404, (await operatorOfOwn.Call("/user/current/permissions/document?id=nonsense")).Status);

        using var admin = await site.SignedIn("administrator");
        var all = await admin.Read($"/user/current/permissions/document?id={site.OtherPlace}&id=");
        Assert.Contains("Umb.Document.Publish", all["permissions"]![0]!["permissions"]!.AsArray().Select(v => (string)v!));
        Assert.Equal(site.OtherPlace, (Guid)all["permissions"]![0]!["nodeKey"]!);
    }

    [Fact]
    public async Task An_operator_without_a_start_node_reaches_nothing()
    {
        using var client = await site.SignedIn("parkOperator");
        var me = await client.Read("/user/current");
        Assert.False((bool)me["hasDocumentRootAccess"]!);
        Assert.Empty(me["documentStartNodeIds"]!.AsArray());
        Assert.Equal(404, (await client.Call($"/user/current/permissions/document?id={site.OwnPlace}")).Status);
    }

    [Fact]
    public async Task Names_by_id_tell_the_name_and_no_more()
    {
        var other = await site.NewAccount("administrator");
        using var client = await site.SignedIn("bureauReader");
        var users = await client.Read($"/item/user?id={other.Id}&id={Guid.NewGuid()}");
        Assert.Equal(["avatarUrls", "flags", "id", "kind", "name"], Assert.Single(users.AsArray())!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        var groups = await client.Read($"/item/user-group?id={GroupId.Of("reviewer")}");
        Assert.Equal("reviewer", (string)Assert.Single(groups.AsArray())!["alias"]!);
        Assert.Empty((await client.Read("/item/user-group")).AsArray());
    }

    [Fact]
    public async Task The_language_is_ones_own_and_one_of_ours()
    {
        using var client = await site.SignedIn("bureauReader");
        Assert.Equal(200, (await client.Json(HttpMethod.Put, "/user/current/profile", new { languageIsoCode = "en-US" })).Status);
        Assert.Equal("en-US", (string)(await client.Read("/user/current"))["languageIsoCode"]!);
        Assert.Equal(400, (await client.Json(HttpMethod.Put, "/user/current/profile", new { languageIsoCode = "de-DE" })).Status);
        Assert.Equal(400, (await client.Json(HttpMethod.Put, "/user/current/profile", new { languageIsoCode = "zh-CN", name = "x" })).Status);
        // What is refused is said in that language.
        var refused = await client.Json(HttpMethod.Post, "/user/current/change-password", new { oldPassword = "x", newPassword = "y" });
        Assert.Contains("The current password is wrong.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rules_of_passwords_are_told_as_the_client_asks_for_them()
    {
        using var client = await site.SignedIn("bureauReader");
        foreach (var path in new[] { "/security/configuration", "/user/current/configuration", "/user/configuration" })
            Assert.Equal(12, (int)(await client.Read(path))["passwordConfiguration"]!["minimumPasswordLength"]!);
        Assert.False((bool)(await client.Read("/user/current/configuration"))["keepUserLoggedIn"]!);
    }
}
