using ParkBrand.Backoffice.Accounts;

namespace ParkBrand.Tests.Accounts;

[Collection(nameof(AccountSite))]
public sealed class PasswordRuleTests(AccountSite site)
{
    [Theory]
    [InlineData("short", PasswordRules.TooShort)]
    [InlineData("elevensigns", PasswordRules.TooShort)]
    [InlineData("", PasswordRules.TooShort)]
    [InlineData("rule.person", PasswordRules.TooShort)]
    [InlineData("Rule.Person!1", PasswordRules.IsName)]
    [InlineData("rule.person123", PasswordRules.IsName)]
    [InlineData("Password2026!", PasswordRules.IsCommon)]
    [InlineData("Kunshan-2026-11", PasswordRules.IsCommon)]
    [InlineData("qwertyuiopasdf", PasswordRules.IsCommon)]
    [InlineData("123456789012", PasswordRules.IsCommon)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordRules.IsCommon)]
    [InlineData("abababababababab", PasswordRules.IsCommon)]
    [InlineData("WoAiNi1314520", PasswordRules.IsCommon)]
    [InlineData("a quiet lake at dawn", null)]
    [InlineData("onlylowercaseletters", null)]
    [InlineData("湖面清晨起了一层薄薄的雾", null)]
    public async Task Length_counts_and_what_everybody_tries_is_refused(string password, string? broken)
    {
        var account = new Content.Access.Account { Id = Guid.NewGuid(), UserName = "rule.person", Name = "Rule Person" };
        Assert.Equal(broken, await site.Get<AccountRules>().Choose(account, password));
        Assert.Equal(broken is null, account.PasswordHash is not null);
    }

    [Fact]
    public async Task A_password_is_bounded_so_that_hashing_it_is()
    {
        var account = new Content.Access.Account { Id = Guid.NewGuid(), UserName = "rule.person", Name = "Rule Person" };
        var longest = string.Concat(Enumerable.Range(0, 128).Select(i => (char)('!' + i % 90)));
        Assert.Null(await site.Get<AccountRules>().Choose(account, longest));
        Assert.Equal(PasswordRules.TooLong, await site.Get<AccountRules>().Choose(account, longest + "x"));
    }

    [Fact]
    public void The_real_policy_hashes_as_often_as_is_asked_today()
    {
        var policy = new AccountPolicy();
        Assert.True(policy.HashIterations >= 210_000);
        Assert.Equal((12, 5, TimeSpan.FromMinutes(15)), (policy.ShortestPassword, policy.FailuresUntilLocked, policy.Lockout));
        Assert.True(policy.SoonestAnswer >= TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_sign_in()
    {
        var account = await site.NewAccount("bureauReader");
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<Content.Access.Account>(
            Microsoft.Extensions.Options.Options.Create(new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 10 }));
        account.PasswordHash = weak.HashPassword(account, AccountSite.Password);
        await site.Get<Content.Access.StoredAccounts>().Save(account, cancel: TestContext.Current.CancellationToken);
        using var client = site.NewClient();
        await client.SignIn(account.UserName, AccountSite.Password);
        Assert.NotEqual(account.PasswordHash, site.Stored(account.Id).PasswordHash);
        Assert.Equal(200, await client.WhoAmI());
    }
}
