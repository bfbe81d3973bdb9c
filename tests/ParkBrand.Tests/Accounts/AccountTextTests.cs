using System.Text.RegularExpressions;
using ParkBrand.Backoffice.Accounts.Pages;

namespace ParkBrand.Tests.Accounts;

public sealed partial class AccountTextTests
{
    private static readonly string Folder = RepositoryRoot.File("src/ParkBrand.Backoffice/Accounts");
    private static readonly AccountTexts Chinese = AccountTexts.In(AccountTexts.Chinese), English = AccountTexts.In(AccountTexts.English);

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_values()
    {
        Assert.Equal(Chinese.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Chinese.Keys, k => Holes(Chinese[k]) != Holes(English[k]));
    }

    private static string Holes(string text) => string.Join(',', Hole().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [Fact]
    public void Every_text_is_used_and_every_text_asked_for_exists()
    {
        var code = string.Concat(Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.DoesNotContain(Chinese.Keys, k => !code.Contains($"\"{k}\"", StringComparison.Ordinal));
        Assert.Empty(Asked().Matches(code).Select(m => m.Groups[1].Value).Except(Chinese.Keys));
    }

    [GeneratedRegex("""(?:texts\[|texts\.Format\(|UserOutcome\.Invalid\(|Refuse\(account, )"([A-Za-z]+)"[\]\),]""")]
    private static partial Regex Asked();

    [Fact]
    public void Chinese_punctuation_is_Chinese() => Assert.DoesNotContain(Chinese.Keys, k => HalfWidth().IsMatch(Chinese[k]));

    [GeneratedRegex(@"[\u4e00-\u9fff][,.:;?!()]|[,:;?!][\u4e00-\u9fff]")]
    private static partial Regex HalfWidth();
}
