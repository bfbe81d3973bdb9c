using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ParkBrand.ArchitectureTests;

/// <summary>One text file of the repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string[] Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    public int FilledLines => Lines.Count(l => !string.IsNullOrWhiteSpace(l));
    public bool Is(string extension) => Path.EndsWith(extension, StringComparison.Ordinal);

    /// <summary>Without comments, so that a rule about code does not stumble over the sentence that explains it.</summary>
    public string Code => Comments.Replace(Text, m => m.Value.StartsWith('"') ? m.Value : "");

    // A string is matched first, so that the // of an address inside one is not taken for a comment.
    private static readonly Regex Comments = new("""
        "(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|@\*.*?\*@
        """, RegexOptions.Singleline);
}

/// <summary>The repository as it lies on disk, without what a build leaves behind.</summary>
internal static class SourceTree
{
    private static readonly string[] Left = ["bin", "obj", "node_modules", "artifacts"];

    public static string Root { get; } = Find();

    public static string Full(string path) => Path.Combine(Root, path);

    public static List<SourceFile> Files(params string[] folders) =>
        folders.SelectMany(f => Directory.EnumerateFiles(Full(f), "*", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(Left.Contains))
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".js" or ".mjs" or ".css" or ".sql" or ".json" or ".csproj" or ".yaml" or ".md" or ".svg" or ".html" or ".txt")
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .ToList();

    public static SourceFile Read(string path) => new(path, File.ReadAllText(Full(path)));

    /// <summary>Upwards from this file, since the binaries may be built to a folder elsewhere.</summary>
    private static string Find([CallerFilePath] string source = "")
    {
        var folder = new FileInfo(source).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ParkBrand.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no ParkBrand.sln above {source}.");
    }
}

internal static class Finding
{
    /// <summary>Every place where a pattern stands, as <c>file:line: text</c>.</summary>
    public static IEnumerable<string> Places(this SourceFile file, Regex pattern, bool inComments = false)
    {
        var text = inComments ? file.Text : file.Code;
        foreach (Match match in pattern.Matches(text))
            yield return $"{file.Path}:{text.AsSpan(0, match.Index).Count('\n') + 1}: {match.Value.Trim()}";
    }

    public static void None(IEnumerable<string> found, string rule)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, $"{rule}\n{string.Join('\n', list.Take(40))}");
    }
}
