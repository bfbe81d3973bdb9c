using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Content.Import;

/// <summary>Splits a file into its YAML fields and, for Markdown files, one body per culture.</summary>
internal static partial class FrontMatter
{
    public sealed record Parts(YamlMappingNode Fields, int FieldsLine, IReadOnlyList<Body> Bodies);

    /// <param name="Culture">Null for the first body, which is in the default language.</param>
    public sealed record Body(string? Culture, string Text, int Line);

    [GeneratedRegex("^=== ([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*) ===$")]
    private static partial Regex CultureLine();

    public static Parts Read(string file, string text, List<FileProblem> problems)
    {
        text = text.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        if (!file.EndsWith(".md", StringComparison.Ordinal))
            return new Parts(Yaml(file, text, 0, problems), 0, []);
        var lines = text.Split('\n');
        var end = lines.Length > 0 && lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
        {
            problems.Add(new FileProblem(file, 1, "must begin with front matter between two lines of ---"));
            return new Parts(new YamlMappingNode(), 0, []);
        }

        return new Parts(Yaml(file, string.Join('\n', lines[1..end]), 1, problems), 1, Bodies(lines, end + 1));
    }

    private static List<Body> Bodies(string[] lines, int start)
    {
        var bodies = new List<Body>();
        string? culture = null;
        for (var i = start; i <= lines.Length; i++)
        {
            var match = i < lines.Length ? CultureLine().Match(lines[i]) : null;
            if (match is { Success: false })
                continue;
            var text = string.Join('\n', lines[start..i]).Trim('\n');
            while (start < i && lines[start].Length == 0)
                start++;
            if (text.Length > 0)
                bodies.Add(new Body(culture, text, start + 1));
            culture = match?.Groups[1].Value;
            start = i + 1;
        }

        return bodies;
    }

    public static YamlMappingNode Yaml(string file, string text, int offset, List<FileProblem> problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [{ RootNode: YamlMappingNode map }])
                return map;
            problems.Add(new FileProblem(file, offset + 1, "must hold fields, one “name: value” a line"));
        }
        catch (YamlException e)
        {
            // A tab is reported from the start of the value before it; the reader needs the line that it stands in.
            var place = e.Message.Contains("tab character", StringComparison.Ordinal) ? e.End : e.Start;
            problems.Add(new FileProblem(file, Within(text, place.Line) + offset, $"is not valid YAML: {e.Message}"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 16 answers so to a “[” that is never closed and to a “:” without a key.
            problems.Add(new FileProblem(file, Within(text, parser.Current?.End.Line ?? 1) + offset, "is not valid YAML: something here is not closed or not complete"));
        }

        return new YamlMappingNode();
    }

    // The parser counts on beyond the end when it looks for more.
    private static int Within(string text, long line) => (int)Math.Clamp(line, 1, text.TrimEnd('\n').Count(c => c == '\n') + 1);
}
