using System.Text.RegularExpressions;

namespace ParkBrand.Content.Values;

/// <summary>Markdown without its signs, as it is read aloud.</summary>
public static partial class MarkdownText
{
    public static string Plain(string markdown) => Signs().Replace(Links().Replace(markdown, "$1"), "");

    /// <summary>On one line and no longer than a length, for descriptions.</summary>
    public static string Short(string? markdown, int length)
    {
        var text = Plain(markdown ?? "").ReplaceLineEndings(" ").Trim();
        return text.Length <= length ? text : text[..length].TrimEnd() + "…";
    }

    [GeneratedRegex(@"\[([^\]\n]*)\]\([^)\n]*\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"[*_#`>|]|^\s*[-+] |^\s*\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Signs();
}
