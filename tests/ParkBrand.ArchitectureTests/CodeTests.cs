using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ParkBrand.ArchitectureTests;

/// <summary>Rules of the house style that a machine can check.</summary>
public sealed partial class CodeTests
{
    private static readonly List<SourceFile> Source = [.. SourceTree.Files("src", "themes").Where(f => f.Is(".cs") || f.Is(".cshtml"))];
    private static readonly List<SourceFile> Tests = [.. SourceTree.Files("tests").Where(f => f.Is(".cs"))];

    [Fact]
    public void Time_comes_from_TimeProvider() =>
        Finding.None(Source.SelectMany(f => f.Places(WallClock())), "Ask the TimeProvider: only then can a test turn the clock.");

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bStopwatch\.|\bEnvironment\.TickCount")]
    private static partial Regex WallClock();

    [Fact]
    public void Type_names_say_what_a_type_does()
    {
        var vague = ModuleTests.Modules.Values.SelectMany(ModuleTests.Own).Select(t => t.Name.Split('`')[0]).Where(n => Vague().IsMatch(n));
        Finding.None(vague, "Service, Manager, Helper, Util and Dto say nothing; find the concept.");
    }

    [GeneratedRegex("(Service|Manager|Helper|Util|Utils|Utility|Dto)s?$")]
    private static partial Regex Vague();

    [Fact]
    public void No_folder_is_named_after_a_layer()
    {
        var layers = SourceTree.Files("src", "themes", "tests").SelectMany(f => f.Path.Split('/').SkipLast(1)).Distinct().Where(f => Layer().IsMatch(f));
        Finding.None(layers, "A folder is a feature, not a layer.");
    }

    [GeneratedRegex("^(Services|Helpers|Utils|Utilities|Dtos?|Managers|Models|Common|Shared)$")]
    private static partial Regex LayerName();

    // Views/Shared is where Razor looks.
    private static Regex Layer() => new("^(?!Shared$)" + LayerName().ToString().TrimStart('^'));

    [Fact]
    public void No_file_is_over_400_lines()
    {
        var tooLong = SourceTree.Files("src", "themes", "tests").Where(f => f.Is(".cs") || f.Is(".cshtml") || f.Is(".js") || f.Is(".mjs") || f.Is(".sql") || f.Is(".css"))
            .Where(f => f.Lines.Length > 400).Select(f => $"{f.Path}: {f.Lines.Length}");
        Finding.None(tooLong, "When a file grows, find the missing concept.");
    }

    [Fact]
    public void Files_of_src_are_short()
    {
        var lengths = Source.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)).Select(f => f.FilledLines).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[(int)Math.Ceiling(lengths.Count * 0.9) - 1], 1, 150);
    }

    [Fact]
    public void A_constructor_takes_at_most_six_things()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var many = from type in ModuleTests.Modules.Values.SelectMany(ModuleTests.Own)
                   where !IsRecord(type) && !type.IsEnum
                   from constructor in type.GetConstructors(all)
                   // ASP.NET hands a middleware the rest of the pipeline; that is no dependency of its own.
                   let count = constructor.GetParameters().Count(p => p.ParameterType != typeof(RequestDelegate))
                   where count > 6
                   select $"{type.FullName}: {count}";
        Finding.None(many, "A class with many dependencies is several classes. (Records that are data are exempt.)");
    }

    private static bool IsRecord(Type type) => type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
        .Any(m => m.Name is "<Clone>$" || (m.Name == "PrintMembers" && m.IsDefined(typeof(CompilerGeneratedAttribute))));

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var left = Source.Concat(Tests.Where(f => !f.Path.EndsWith("/CodeTests.cs", StringComparison.Ordinal))).SelectMany(f => f.Places(Unfinished(), inComments: true));
        Finding.None(left, "Finish it, or leave it out.");
    }

    [GeneratedRegex(@"^[ \t]*#(end)?region\b.*|\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b|NotImplementedException|Thread\.Sleep\b", RegexOptions.Multiline)]
    private static partial Regex Unfinished();

    [Fact]
    public void No_code_is_commented_out()
    {
        var dead = Source.Where(f => f.Is(".cs")).SelectMany(f => f.Places(CommentedCode(), inComments: true));
        Finding.None(dead, "The history keeps what was; the file says what is.");
    }

    [GeneratedRegex(@"^[ \t]*//(?!/)[^\n]*(;|\{|\}|=>)[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex CommentedCode();

    [Fact]
    public void Every_suppression_gives_its_reason()
    {
        var bare = Source.Concat(Tests).SelectMany(f => f.Lines.Select((line, i) => (File: f.Path, Line: i + 1, Text: line.Trim())))
            .Where(l => l.Text.StartsWith("#pragma warning disable", StringComparison.Ordinal) && !l.Text.Contains("// ", StringComparison.Ordinal))
            .Select(l => $"{l.File}:{l.Line}: {l.Text}")
            .Concat(Source.Concat(Tests).SelectMany(f => f.Places(BareAttribute())));
        Finding.None(bare, "Say beside the suppression why the rule does not hold here.");
    }

    [GeneratedRegex(@"\[[^\]\n]*SuppressMessage\((?![^)]*Justification\s*=\s*""[^""]+"")[^)]*\)")]
    private static partial Regex BareAttribute();

    [Fact]
    public void Every_rule_that_the_build_leaves_out_is_named_in_a_reason()
    {
        var builds = SourceTree.Files("src", "themes", "tests").Where(f => f.Is(".csproj")).Append(SourceTree.Read("Directory.Build.props"));
        var unexplained = new List<string>();
        foreach (var build in builds)
        {
            var reasons = string.Join('\n', Regex.Matches(build.Text, "<!--(.*?)-->", RegexOptions.Singleline).Select(m => m.Value));
            foreach (Match list in Regex.Matches(build.Text, "<(NoWarn|WarningsNotAsErrors)>(.*?)</"))
                unexplained.AddRange(Regex.Matches(list.Groups[2].Value, "[A-Z]+[0-9]+").Select(m => m.Value)
                    .Where(rule => !reasons.Contains(rule, StringComparison.Ordinal)).Select(rule => $"{build.Path}: {rule}"));
        }

        var lines = SourceTree.Read(".editorconfig").Lines;
        for (var i = 0; i < lines.Length; i++)
            if (Regex.IsMatch(lines[i], @"severity\s*=\s*(none|silent)") && !ReasonAbove(lines, i))
                unexplained.Add($".editorconfig:{i + 1}: {lines[i]}");
        Finding.None(unexplained, "Each suppression has its reason beside it.");
    }

    private static bool ReasonAbove(string[] lines, int at)
    {
        // One reason may stand above several rules or above the section they are in.
        while (--at >= 0 && lines[at].Trim().Length > 0)
            if (lines[at].StartsWith('#'))
                return true;
        return false;
    }
}
