using System.Text.Json;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Answering;
using ParkBrand.Delivery.OpenData;

namespace ParkBrand.ArchitectureTests;

/// <summary>What a theme must keep to: words in texts/*.json, behaviour in modules, looks in style sheets.</summary>
public sealed partial class ThemeTests
{
    private static readonly List<SourceFile> Theme = [.. SourceTree.Files("themes").Where(f => f.Is(".cs") || f.Is(".cshtml"))];
    private static readonly List<SourceFile> Site = [.. SourceTree.Files("src/ParkBrand.Site").Where(f => f.Is(".cs"))];
    private static readonly Dictionary<string, Dictionary<string, string>> Texts = SourceTree.Files("themes/kunshan/texts")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f.Path), f => JsonSerializer.Deserialize<Dictionary<string, string>>(f.Text)!);

    [Fact]
    public void Words_live_in_the_texts() =>
        Finding.None(Theme.Concat(Site).SelectMany(f => f.Places(Chinese())), "A word on the page is a key of texts/*.json.");

    [GeneratedRegex(@"[^\n]{0,20}[\u3400-\u9fff]+")]
    private static partial Regex Chinese();

    [Fact]
    public void Views_hold_no_inline_script_or_style() =>
        Finding.None(Theme.SelectMany(f => f.Places(Inline())), "The content security policy has no unsafe-inline, so it would not work either.");

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*\\?""|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [Fact]
    public void Views_name_no_other_site() =>
        Finding.None(Theme.Concat(SourceTree.Files("themes").Where(f => f.Is(".css") || f.Is(".js"))).SelectMany(f => f.Places(Elsewhere())), "No third-party request.");

    [GeneratedRegex(@"(src|href|url|import|fetch)[^\n]{0,4}https?://[^\s""')]+|@import|//cdn\.", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [Fact]
    public void All_languages_have_the_same_texts()
    {
        var shared = Texts.ToDictionary(t => t.Key, t => t.Value.Keys.Where(k => !IsOptional(k)).ToHashSet());
        foreach (var (language, keys) in shared)
            Assert.Empty(shared.Values.SelectMany(k => k).Distinct().Except(keys).Select(k => $"{language} lacks {k}"));
    }

    [Fact]
    public void A_text_takes_the_same_values_in_every_language()
    {
        var different = Texts["zh-CN"].Where(t => Texts["en-US"].ContainsKey(t.Key))
            .Where(t => Holes(t.Value) != Holes(Texts["en-US"][t.Key])).Select(t => t.Key);
        Assert.Empty(different);
    }

    private static string Holes(string text) => string.Join(',', Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [Fact]
    public void Every_text_that_a_view_asks_for_exists()
    {
        var asked = Theme.Concat(Site).SelectMany(f => Asked().Matches(f.Code).Select(m => (f.Path, Key: m.Groups[1].Value)))
            // A key that ends in a dot is put together with a value; those are checked by what they may become.
            .Where(a => !a.Key.EndsWith('.'));
        Assert.Empty(asked.Where(a => !Texts["zh-CN"].ContainsKey(a.Key)).Select(a => $"{a.Path}: {a.Key}"));
    }

    [GeneratedRegex("""(?:\bT\[|Texts\[|\bT\.(?:Format|Count)\(|Texts\.(?:Format|Count)\()(?:[^"\]\)\n]*\? )?"([^"]+)"(?=\]|,|\)| \?| :)""")]
    private static partial Regex Asked();

    private static readonly string Progress = SourceTree.Read("content/progress.yaml").Text;

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Concat(Theme.Concat(Site).Concat(SourceTree.Files("src/ParkBrand.Web/StaticSite")).Select(f => f.Code));
        // What keys are put together from: aliases and choices of the schema, slugs of the lists, words in the views, what the assistant names.
        var words = code + SourceTree.Read("umbraco.json").Text + Assistant + OpenData;
        var unused = Texts.Values.SelectMany(t => t.Keys).Distinct().Where(k => !IsUsed(k, code, words));
        Assert.Empty(unused);
    }

    private static bool IsUsed(string key, string code, string words)
    {
        if (key.StartsWith("unit.", StringComparison.Ordinal) || key.StartsWith("scale.", StringComparison.Ordinal))
        {
            var unit = key[(key.IndexOf('.') + 1)..];
            return words.Contains($"\"{unit}\"", StringComparison.Ordinal) || Regex.IsMatch(Progress, $"unit: \"?{Regex.Escape(unit)}\"?,");
        }

        if (key.EndsWith(".one", StringComparison.Ordinal))
            return Texts["zh-CN"].ContainsKey(key[..^4]);
        if (code.Contains($"\"{key}\"", StringComparison.Ordinal) || IsUsedByScript(key[(key.IndexOf('.') + 1)..]))
            return true;
        for (var dot = key.IndexOf('.'); dot >= 0; dot = key.IndexOf('.', dot + 1))
        {
            var (prefix, rest) = (key[..(dot + 1)], key[(dot + 1)..]);
            var joined = code.Contains($"\"{prefix}\" + ", StringComparison.Ordinal) || code.Contains($"$\"{prefix}{{", StringComparison.Ordinal);
            if (joined && rest.Split('.').All(w => words.Contains($"\"{w}\"", StringComparison.Ordinal)))
                return true;
            if (code.Contains($" + \"{key[dot..]}\"", StringComparison.Ordinal) && words.Contains($"\"{key[..dot]}\"", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static readonly string Scripts = string.Concat(SourceTree.Files("themes").Where(f => f.Is(".js")).Select(f => f.Text));

    // What the assistant says of an answer, and a script looks up.
    private static readonly string Assistant = string.Concat(SourceTree.Files("src/ParkBrand.Assistant").Where(f => f.Is(".cs")).Select(f => f.Code))
        + string.Concat(Enum.GetNames<AnswerStatus>().Select(n => $"\"{JsonNamingPolicy.KebabCaseLower.ConvertName(n)}\""));

    // What the page of open data names: formats and kinds of columns.
    private static readonly string OpenData = string.Concat(SourceTree.Files("src/ParkBrand.Delivery/OpenData").Where(f => f.Is(".cs")).Select(f => f.Code))
        + string.Concat(Enum.GetNames<DataKind>().Select(n => $"\"{n}\""));

    /// <summary>A page hands its texts to its script, which knows them without the page's name.</summary>
    private static bool IsUsedByScript(string rest) =>
        Scripts.Contains($"words.{rest}", StringComparison.Ordinal) || Scripts.Contains($"words[\"{rest}\"]", StringComparison.Ordinal) || Scripts.Contains($"\"{rest}\"", StringComparison.Ordinal)
        || (rest.Split('.', 2) is [var prefix, var value] && Scripts.Contains($"words[`{prefix}.${{", StringComparison.Ordinal)
            && (Assistant + string.Concat(Site.Select(f => f.Code)) + Scripts).Contains($"\"{value}\"", StringComparison.Ordinal));

    // Units, their scales and singulars exist only in the languages that need them.
    private static bool IsOptional(string key) =>
        key.StartsWith("unit.", StringComparison.Ordinal) || key.StartsWith("scale.", StringComparison.Ordinal) || key.EndsWith(".one", StringComparison.Ordinal);

    [Fact]
    public void The_public_never_reads_the_name_of_the_backoffice()
    {
        var named = SourceTree.Files("themes", "content").Where(f => !f.Path.EndsWith("packages.lock.json", StringComparison.Ordinal)) // names what modules are built of, and reaches nobody
            .Where(f => f.Text.Contains("umbraco", StringComparison.OrdinalIgnoreCase)).Select(f => f.Path);
        Assert.Empty(named);
    }
}
