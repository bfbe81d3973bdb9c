using YamlDotNet.RepresentationModel;

namespace ParkBrand.Content.Import;

/// <summary>
/// Reads an article body: Markdown, with other blocks between <c>::: name</c> and <c>:::</c>, their fields in YAML.
/// </summary>
internal static class BodyBlocks
{
    private const string Fence = ":::";

    /// <param name="Fields">Null for a text block.</param>
    /// <param name="Line">Line in the file where the block begins.</param>
    public sealed record Block(string Alias, string? Text, YamlMappingNode? Fields, int Line);

    public static List<Block> Read(string file, FrontMatter.Body body, List<FileProblem> problems)
    {
        var blocks = new List<Block>();
        var lines = body.Text.Split('\n');
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            AddText(blocks, lines, start, i, body.Line);
            var alias = lines[i][Fence.Length..].Trim();
            var end = alias.Length == 0 ? i : Array.FindIndex(lines, i + 1, l => l.TrimEnd() == Fence);
            if (end < 0)
            {
                problems.Add(new FileProblem(file, body.Line + i, $"the block “{Fence} {alias}” is not closed by a line {Fence}"));
                return blocks;
            }

            if (alias.Length == 0)
                problems.Add(new FileProblem(file, body.Line + i, $"the line {Fence} closes no block"));
            else if (lines[i][Fence.Length] != ' ')
                problems.Add(new FileProblem(file, body.Line + i, $"a block must begin with “{Fence} name”, with a space"));
            else
                blocks.Add(new Block(alias, null, FrontMatter.Yaml(file, string.Join('\n', lines[(i + 1)..end]), body.Line + i, problems), body.Line + i));
            i = end;
            start = end + 1;
        }

        AddText(blocks, lines, start, lines.Length, body.Line);
        return blocks;
    }

    private static void AddText(List<Block> blocks, string[] lines, int start, int end, int firstLine)
    {
        var text = string.Join('\n', lines[start..end]).Trim('\n');
        while (start < end && lines[start].Length == 0)
            start++;
        if (text.Length > 0)
            blocks.Add(new Block("text", text, null, firstLine + start));
    }
}
