using ParkBrand.Assistant.LanguageModel;

namespace ParkBrand.Tests.Assistant.LanguageModel;

public sealed class OptionTests
{
    private static (ModelOptions? Options, string? Problem) Read(string given, string variables = "")
    {
        static Dictionary<string, string> Of(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var (options, environment) = (Of(given), Of(variables));
        return ModelOptions.Read(o => options.GetValueOrDefault(o), v => environment.GetValueOrDefault(v));
    }

    [Fact]
    public void Without_an_address_there_is_no_model() => Assert.Equal((null, null), Read(""));

    [Fact]
    public void Options_go_before_the_environment_and_the_key_comes_from_there()
    {
        var (options, problem) = Read("--assistant-model=qwen3 --assistant-tokens=1000,10 --assistant-price=2,8 --assistant-budget=5.5",
            "PARKBRAND_ASSISTANT_URL=https://llm.example.gov.cn/v1 PARKBRAND_ASSISTANT_MODEL=other PARKBRAND_ASSISTANT_KEY=sk-1 PARKBRAND_ASSISTANT_PATIENCE=2");
        Assert.Null(problem);
        Assert.Equal(("qwen3", "sk-1", 2.0, 1000, 10, 2m, 8m, 5.5m), (options!.Model, options.Key, options.Patience.TotalSeconds, options.SiteTokens, options.VisitorTokens, options.PriceIn, options.PriceOut, options.Money));
        Assert.Equal("qwen3 at llm.example.gov.cn", options.ToString());
        Assert.DoesNotContain("--assistant-key", ModelOptions.Names);
    }

    [Fact]
    public void The_key_may_stand_in_a_file()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "key");
        File.WriteAllText(file, "sk-2\n");
        Assert.Equal("sk-2", Read($"--assistant-url=http://127.0.0.1:1/v1 --assistant-model=m --assistant-key-file={file}").Options!.Key);
        Assert.Contains("cannot be read", Read($"--assistant-url=http://127.0.0.1:1/v1 --assistant-model=m --assistant-key-file={file}.not").Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--assistant-model=m", "--assistant-url")]
    [InlineData("--assistant-url=http://127.0.0.1:1/v1", "--assistant-model")]
    [InlineData("--assistant-url=localhost --assistant-model=m", "base address")]
    [InlineData("--assistant-url=ftp://a/v1 --assistant-model=m", "base address")]
    [InlineData("--assistant-url=https://user:pass@a/v1 --assistant-model=m", "base address")]
    [InlineData("--assistant-url=https://a/v1 --assistant-model=m --assistant-patience=0", "--assistant-patience")]
    [InlineData("--assistant-url=https://a/v1 --assistant-model=m --assistant-patience=soon", "--assistant-patience")]
    [InlineData("--assistant-url=https://a/v1 --assistant-model=m --assistant-tokens=5", "--assistant-tokens")]
    [InlineData("--assistant-url=https://a/v1 --assistant-model=m --assistant-price=-1,2", "--assistant-price")]
    [InlineData("--assistant-url=https://a/v1 --assistant-model=m --assistant-budget=5", "--assistant-price")]
    public void What_cannot_be_used_is_named(string given, string named) => Assert.Contains(named, Read(given).Problem, StringComparison.Ordinal);
}
