using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.CommandLine;

public sealed class ArgumentTests
{
    [Fact]
    public async Task An_unknown_verb_is_answered_with_all_verbs()
    {
        using var folder = new TestFolder();
        var ended = await Cli.Run(folder, "servee");
        Assert.Equal(2, ended.Code);
        Assert.StartsWith("“servee” is not a verb.", ended.Error, StringComparison.Ordinal);
        foreach (var verb in new[] { "serve", "import", "export", "generate", "user", "schema" })
            Assert.Contains($"\n  {verb} ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve", "--url", "http://127.0.0.1:0")]
    [InlineData("import", "--dryrun", null)]
    [InlineData("import", "content", null)]
    [InlineData("export", "--dry-run", null)]
    [InlineData("schema", "--data=x", null)]
    public async Task An_unknown_option_is_answered_with_the_known_ones_and_nothing_is_done(string verb, string option, string? value)
    {
        using var folder = new TestFolder();
        var ended = await Cli.Run(folder, value is null ? [verb, option] : [verb, option, value]);
        ended.OneSentence(code: 2);
        Assert.StartsWith($"The option {option} is not known here. Known are: --", ended.Error, StringComparison.Ordinal);
        Assert.Contains("--schema", ended.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Theory]
    [InlineData("import", "--data")]
    [InlineData("import", "--data", "")]
    [InlineData("import", "--data=")]
    [InlineData("import", "--content", " ")]
    [InlineData("serve", "--urls", "")]
    [InlineData("import", "--data", "--dry-run")]
    public async Task An_option_without_a_value_is_not_guessed(params string[] args)
    {
        using var folder = new TestFolder();
        await using var child = Child.ParkBrand(folder.Path, args);
        var ended = new Ended(await child.End(), child.Out, child.Error);
        Assert.Contains("needs a value", ended.OneSentence(code: 2), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("https://127.0.0.1:5443")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:http")]
    [InlineData("http://kunshan.example:5080")]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:5080/site")]
    [InlineData("http://127.0.0.1:0;nonsense")]
    [InlineData(";")]
    public async Task An_address_that_cannot_be_listened_on_is_named_before_anything_starts(string urls)
    {
        using var folder = new TestFolder();
        var sentence = (await Cli.ServeFails(folder, "--urls", urls)).OneSentence(code: 2);
        Assert.Contains(urls == ";" ? "--urls" : urls.Split(';')[^1], sentence, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("0.0.0.0/0")]
    public async Task A_proxy_that_cannot_be_trusted_is_named_before_anything_starts(string proxies)
    {
        using var folder = new TestFolder();
        Assert.Contains(proxies, (await Cli.ServeFails(folder, "--trusted-proxies", proxies)).OneSentence(code: 2), StringComparison.Ordinal);
    }
}
