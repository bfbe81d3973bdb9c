using System.Text.Json;
using System.Xml.Linq;

namespace ParkBrand.ArchitectureTests;

/// <summary>The same sources restore to the same packages, today and in five years.</summary>
public sealed class PackageTests
{
    private static readonly List<SourceFile> Projects = [.. SourceTree.Files("src", "themes", "tests").Where(f => f.Is(".csproj"))];

    private static readonly Dictionary<string, string> Pinned = XDocument.Parse(SourceTree.Read("Directory.Packages.props").Text).Descendants("PackageVersion")
        .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);

    [Fact]
    public void Versions_stand_in_one_place()
    {
        var scattered = Projects.SelectMany(p => XDocument.Parse(p.Text).Descendants("PackageReference")
            .Where(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null || r.Element("Version") is not null)
            .Select(r => $"{p.Path}: {r.Attribute("Include")?.Value}"));
        Finding.None(scattered, "Directory.Packages.props is the one place for versions.");
    }

    [Fact]
    public void A_version_is_one_version()
    {
        var loose = Pinned.Where(p => p.Value.Any("*[](),".Contains)).Select(p => $"{p.Key} {p.Value}");
        Finding.None(loose, "No ranges, no stars.");
    }

    [Fact]
    public void Every_pinned_package_is_used_and_every_used_one_is_pinned()
    {
        var used = Projects.SelectMany(p => XDocument.Parse(p.Text).Descendants("PackageReference")).Select(r => r.Attribute("Include")!.Value).Distinct();
        Assert.Equal(used.Order(StringComparer.Ordinal), Pinned.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_has_a_lock_file_that_agrees_with_the_pins()
    {
        foreach (var project in Projects)
        {
            var path = SourceTree.Full(Path.GetDirectoryName(project.Path) + "/packages.lock.json");
            Assert.True(File.Exists(path), $"{project.Path} has no packages.lock.json");
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            foreach (var package in json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(f => f.Value.EnumerateObject()))
                if (package.Value.GetProperty("type").GetString() is "Direct" or "CentralTransitive" && Pinned.TryGetValue(package.Name, out var version))
                    Assert.True(package.Value.GetProperty("resolved").GetString() == version, $"{project.Path}: {package.Name} is locked to another version than {version}");
        }
    }
}
