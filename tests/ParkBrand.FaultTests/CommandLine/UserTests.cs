using System.Text.RegularExpressions;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.CommandLine;

/// <summary>Accounts from the shell, and the one that the first start makes.</summary>
public sealed partial class UserTests
{
    [GeneratedRegex(@"is “admin” with the password (\S+)  \(shown only now")]
    private static partial Regex Told();

    [Fact]
    public async Task The_first_start_tells_the_administrators_password_once_and_keeps_it_nowhere()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        string password;
        await using (var first = Cli.Serve(folder, "--content", content))
        {
            await Cli.Address(first);
            password = Assert.Single(Told().Matches(first.Out)).Groups[1].Value;
            Assert.True(password.Length >= 20, password);
            Assert.DoesNotContain(password, first.Error, StringComparison.Ordinal);
        }

        await using (var second = Cli.Serve(folder, "--content", content))
        {
            await Cli.Address(second);
            Assert.DoesNotContain("password", second.Out, StringComparison.Ordinal);
        }

        foreach (var file in Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories))
            Assert.DoesNotContain(password, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Single((await Cli.Run(folder, "user", "list")).Ok().Out.Split('\n'));
    }

    [Fact]
    public async Task Two_first_starts_at_once_make_one_administrator()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        await using var one = Cli.Serve(folder);
        await using var two = Cli.Serve(folder);
        await Task.WhenAll(Cli.Address(one), Cli.Address(two));
        Assert.Single(Told().Matches(one.Out + two.Out));
    }

    [Fact]
    public async Task Where_somebody_has_an_account_the_first_start_makes_none()
    {
        using var folder = new TestFolder();
        (await Cli.Run(folder, "user", "add", "li.na", "--group", "administrator", "--name", "李娜")).Ok();
        await using var server = Cli.Serve(folder);
        await Cli.Address(server);
        Assert.DoesNotContain("password", server.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_is_added_changed_disabled_and_let_in_again_from_the_shell()
    {
        using var folder = new TestFolder();
        var added = (await Cli.Run(folder, "user", "add", "li.na", "--group", "reviewer,proofreader", "--name", "李娜")).Ok();
        Assert.Matches(@"SITE/umbraco/welcome\?link=[\w-]{43}", added.Out);
        Assert.Contains("invited   password    never", (await Cli.Run(folder, "user", "list")).Ok().Out, StringComparison.Ordinal);
        (await Cli.Run(folder, "user", "groups", "Li.Na", "--group", "bureauReader")).Ok();
        (await Cli.Run(folder, "user", "disable", "li.na")).Ok();
        Assert.Matches(@"li\.na +disabled .* bureauReader +李娜", (await Cli.Run(folder, "user", "list")).Ok().Out);
        Assert.Contains("disabled", (await Cli.Run(folder, "user", "password", "li.na")).Error, StringComparison.Ordinal);
        (await Cli.Run(folder, "user", "enable", "li.na")).Ok();
        (await Cli.Run(folder, "user", "two-factor-reset", "li.na")).Ok();
        (await Cli.Run(folder, "user", "sign-out", "li.na")).Ok();
        Assert.Contains("/umbraco/welcome?link=", (await Cli.Run(folder, "user", "password", "li.na")).Ok().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "user", "disable", "nobody")]
    [InlineData(1, "user", "add", "li.na", "--group", "nothing")]
    [InlineData(1, "user", "add", "li.na")]
    [InlineData(1, "user", "add", "li.na", "--group", "parkOperator")]
    [InlineData(1, "user", "add", "李娜", "--group", "reviewer")]
    [InlineData(2, "user", "add", "li.na", "--group", "reviewer", "--start-node", "x")]
    [InlineData(2, "user", "disable")]
    [InlineData(2, "user", "erase", "li.na")]
    [InlineData(2, "user", "list", "--name", "x")]
    public async Task What_cannot_be_done_is_said_and_nothing_is_made(int code, params string[] args)
    {
        using var folder = new TestFolder();
        var ended = await Cli.Run(folder, args);
        Assert.True(ended.Code == code, $"exit {ended.Code}: {ended.Error}");
        ended.NoTrace();
        Assert.True(ended.Error.Length > 20, ended.Error);
        Assert.Empty((await Cli.Run(folder, "user", "list")).Ok().Out);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_disabled_from_the_shell_either()
    {
        using var folder = new TestFolder();
        await using (var server = Cli.Serve(folder))
            await Cli.Address(server);
        foreach (var args in new string[][] { ["user", "disable", "admin"], ["user", "groups", "admin", "--group", "bureauReader"] })
        {
            var ended = await Cli.Run(folder, args);
            Assert.Equal(1, ended.Code);
            Assert.Contains("administrator must stay", ended.Error, StringComparison.Ordinal);
        }
    }
}
