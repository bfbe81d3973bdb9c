namespace ParkBrand.Web.Generation;

/// <summary>
/// A real content file taken apart by its lines: fields that are the same in all languages, the fields of each language,
/// and the paragraphs of its body. The text of a field stays as it was written, so that it is still valid when put elsewhere.
/// </summary>
internal sealed class RealRecord
{
    public static readonly string[] Cultures = ["zh-CN", "en-US"];

    /// <summary>By culture, '' for the fields that are the same in all languages: alias and everything after its colon.</summary>
    public Dictionary<string, List<(string Alias, string Text)>> Fields { get; } = new() { [""] = [] };

    /// <summary>Plain paragraphs and headings of the body, by culture; blocks are left out.</summary>
    public Dictionary<string, List<string>> Paragraphs { get; } = [];

    public required string Slug { get; init; }

    /// <summary>What a record is about, so that only like is mixed with like.</summary>
    public string Subject => Find("", "kind") ?? Find("", "field") ?? "";

    public string? Find(string culture, string alias) => Fields.GetValueOrDefault(culture)?.Find(f => f.Alias == alias).Text?.Trim();

    public static RealRecord Read(string file)
    {
        var lines = File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var record = new RealRecord { Slug = Path.GetFileNameWithoutExtension(file) };
        if (lines[0] != "---")
        {
            record.ReadFields(lines);
            return record;
        }

        var end = Array.IndexOf(lines, "---", 1);
        record.ReadFields(lines[1..end]);
        record.ReadBody(string.Join('\n', lines[(end + 1)..]));
        return record;
    }

    private void ReadFields(string[] lines)
    {
        var (culture, indent) = ("", 0);
        foreach (var line in lines)
            if (Cultures.Contains(line.TrimEnd(':')))
            {
                (culture, indent) = (line.TrimEnd(':'), 2);
                Fields[culture] = [];
            }
            else if (line.Length > indent && line[..indent].Trim().Length == 0 && char.IsLetter(line[indent]) && line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                Fields[culture].Add((line[indent..colon], line[(colon + 1)..]));
            else
                Fields[culture][^1] = (Fields[culture][^1].Alias, Fields[culture][^1].Text + "\n" + line); // belongs to the field above
    }

    private void ReadBody(string body)
    {
        var parts = body.Split("=== en-US ===");
        for (var i = 0; i < parts.Length; i++)
            // A block is its own paragraph or several; what stands between its fences is not prose.
            Paragraphs[Cultures[i]] = parts[i].Split(":::").Where((_, at) => at % 2 == 0).SelectMany(p => p.Split("\n\n"))
                .Select(p => p.Trim('\n')).Where(p => p.Length > 0).ToList();
    }
}
