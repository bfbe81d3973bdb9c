using FsCheck;
using FsCheck.Fluent;

namespace ParkBrand.Tests.Import;

/// <summary>Words that have broken somebody's file format before.</summary>
internal static class NastyText
{
    private static readonly string[] Pieces =
    [
        "\"", "'", ":", ": ", " #", "#", "- x", "-", "|", "|-", ">", "true", "false", "null", "~", "123", "1.50", "0x1F", "2026-01-02", "yes", "!!str", "&a", "*a", "%", "@", "`",
        "{", "}", "[", "]", ",", "? ", "\\", "\\n", "\\u0041", "---", "...", "===", "=== en-US ===", ":::", "::: quote", "<<", "=",
        " ", "  ", "\t", "\n", "\n\n", "\r\n", "\n  ", " \n", "\u2028", "\u2029", "\u0085", "\u00A0", "\u3000", "\uFEFF", "\u200B", "\u202E", "\uFFFE", "\uFFFF",
        "😀", "👩‍🔬", "昆山", "元/㎡/月", "ＡＢＣ", "，", "“引号”", "é", "e\u0301", "ﷺ", "a", "Z", "word",
    ];

    /// <summary>One to six pieces; a few are hundreds of pieces long.</summary>
    public static readonly Gen<string> Any = Gen.Frequency(
        (30, Gen.Elements(Pieces).ArrayOf(3)), (30, Gen.Elements(Pieces).ArrayOf(1)), (30, Gen.Elements(Pieces).ArrayOf(6)), (2, Gen.Elements(Pieces).ArrayOf(400)))
        .Select(pieces => string.Concat(pieces));

    /// <summary>As a list holds it: not blank, and short.</summary>
    public static readonly Gen<string> Entry = Any.Where(s => s.Trim().Length is > 0 and <= 60);

    /// <summary>As a name is: one line, not blank.</summary>
    public static readonly Gen<string> Name = Any.Select(s => string.Concat(s.Where(c => !char.IsControl(c) && c is not ('\u2028' or '\u2029')))).Where(s => s.Trim().Length is > 0 and <= 200);
}
