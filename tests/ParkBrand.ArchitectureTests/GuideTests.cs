using System.Text.RegularExpressions;

namespace ParkBrand.ArchitectureTests;

/// <summary>The guide for editors and its pictures, which <c>tools/screenshots/editing</c> makes. Its wordings are checked beside the client's.</summary>
public sealed partial class GuideTests
{
    private const long MostBytes = 2_500_000;

    private static readonly SourceFile Guide = SourceTree.Read("docs/editing.md");

    private static readonly List<string> Shown = [.. Picture().Matches(Guide.Text).Select(m => m.Groups["file"].Value)];

    private static readonly List<FileInfo> Kept = [.. new DirectoryInfo(SourceTree.Full("docs/editing")).EnumerateFiles()];

    [Fact]
    public void Every_picture_of_the_guide_is_kept_and_every_kept_one_is_shown()
    {
        Assert.True(Shown.Count > 20, $"{Shown.Count}");
        Assert.Equal(Kept.Select(f => "editing/" + f.Name).Order(StringComparer.Ordinal), Shown.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_picture_of_the_guide_is_described() =>
        Finding.None(Picture().Matches(Guide.Text).Where(m => m.Groups["alt"].Value.Length < 6).Select(m => m.Value), "A picture in the guide says in words what it shows.");

    [Fact]
    public void The_pictures_of_the_guide_stay_small() => Assert.InRange(Kept.Sum(f => f.Length), 1, MostBytes);

    [Fact]
    public void Every_picture_of_the_guide_is_made_by_the_script()
    {
        var made = string.Concat(SourceTree.Files("tools/screenshots").Where(f => f.Is(".mjs")).Select(f => f.Text));
        Finding.None(Kept.Select(f => Path.GetFileNameWithoutExtension(f.Name)).Where(name => !made.Contains($"'{name}'", StringComparison.Ordinal)), "No step of tools/screenshots makes these.");
    }

    [GeneratedRegex(@"!\[(?<alt>[^\]]*)\]\((?<file>[^)]+)\)")]
    private static partial Regex Picture();
}
