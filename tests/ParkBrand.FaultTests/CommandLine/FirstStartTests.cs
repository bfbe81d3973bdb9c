using System.Net;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.CommandLine;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Bad_content_is_told_with_file_and_line_and_the_start_after_mending_imports()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        var bad = Path.Combine(content, "industries", "trade-3.md");
        File.WriteAllText(bad, File.ReadAllText(bad).Replace("level: pioneer", "level: tenth"));
        var home = Path.Combine(content, "home.yaml");
        File.WriteAllText(home, File.ReadAllText(home).Replace("type: home", "type: home\nstory: [features/none]"));

        var ended = await Cli.ServeFails(folder, "--content", content);
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.Contains("industries/trade-3.md:4: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains("home.yaml:2: story[0]: ", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith("nothing was imported.", ended.Error, StringComparison.Ordinal);

        SmallCity.Write(content, 1);
        await using var server = Cli.Serve(folder, "--content", content);
        Assert.Equal(HttpStatusCode.OK, await Http.Status(await Cli.Address(server), "/industries/trade-3"));
    }

    [Fact]
    public async Task The_second_start_does_not_import_again()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        await using (var first = Cli.Serve(folder, "--content", content))
        {
            await Cli.Address(first);
            Assert.Contains("First start: importing", first.Out, StringComparison.Ordinal);
        }

        SmallCity.Write(content, 2);
        await using var second = Cli.Serve(folder, "--content", content);
        Assert.Contains("Trade 3 1", await Http.Text(await Cli.Address(second), "/en/industries/trade-3"), StringComparison.Ordinal);
        Assert.DoesNotContain("import", second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_city_that_was_withdrawn_on_purpose_stays_withdrawn_at_the_next_start()
    {
        using var folder = new TestFolder();
        var content = folder.In("content");
        folder.Write("content/industries.yaml", "type: list\nzh-CN:\n  name: 产业\n  summary: 产业\n");
        (await Cli.Import(folder, content)).Ok();
        using (var city = new City(folder.Data))
            Assert.True((await City.Unpublish(city.Services, City.Industries)).IsOk);

        await using var server = Cli.Serve(folder, "--content", content);
        Assert.Equal(HttpStatusCode.NotFound, await Http.Status(await Cli.Address(server), "/industries"));
        Assert.DoesNotContain("import", server.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "There is no folder ")]
    [InlineData(true, "There are no documents in ")]
    public async Task Without_content_the_site_serves_not_found_and_says_why(bool exists, string start)
    {
        using var folder = new TestFolder();
        if (exists)
            Directory.CreateDirectory(folder.In("content"));
        await using var server = Cli.Serve(folder); // the default: content/ where one stands
        var address = await Cli.Address(server);
        Assert.Equal(HttpStatusCode.NotFound, await Http.Status(address, "/"));
        Assert.Equal(HttpStatusCode.OK, await Http.Status(address, "/health/ready"));
        Assert.Contains(start + folder.In("content"), server.Error, StringComparison.Ordinal);

        // Content that comes later appears without a restart.
        (await Cli.Import(folder, SmallCity.Write(folder.In("later"), 1))).Ok();
        await Http.Until(address, "/industries/trade-3", HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_first_starts_at_once_end_with_one_city()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        await using var one = Cli.Serve(folder, "--content", content);
        await using var two = Cli.Serve(folder, "--content", content);
        foreach (var address in await Task.WhenAll(Cli.Address(one), Cli.Address(two)))
            Assert.Equal(HttpStatusCode.OK, await Http.Status(address, "/industries/trade-3"));
        using var city = new City(folder.Data);
        Invariants.Hold(city);
        Assert.Equal(SmallCity.Documents, city.Scalar<int>("SELECT count(*) FROM version"));
    }
}
