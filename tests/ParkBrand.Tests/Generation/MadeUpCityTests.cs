using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Web.Generation;

namespace ParkBrand.Tests.Generation;

/// <summary>The city that the benchmarks measure on must be one that the importer takes, and the same one every time.</summary>
public sealed class MadeUpCityTests
{
    private const int Documents = 1500;

    [Fact]
    public async Task A_made_up_city_is_valid_and_has_the_size_asked_for()
    {
        using var folder = new TestFolder();
        var city = Path.Combine(folder.Path, "city");
        Assert.Equal(Documents, MadeUpCity.Write(RepositoryRoot.File("content"), city, Documents));
        using var site = new TestSite(SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json")));
        var outcome = await site.Import(city, dryRun: true);
        Assert.True(outcome.IsOk, string.Join('\n', outcome.Value?.Problems ?? []));
        Assert.Equal(Documents, outcome.Value!.Created);
    }

    [Fact]
    public void The_same_number_gives_the_same_files()
    {
        using var folder = new TestFolder();
        var (one, other) = (Path.Combine(folder.Path, "one"), Path.Combine(folder.Path, "other"));
        MadeUpCity.Write(RepositoryRoot.File("content"), one, Documents);
        MadeUpCity.Write(RepositoryRoot.File("content"), other, Documents);
        Assert.Equal(Files(one), Files(other));
    }

    [Fact]
    public void A_folder_that_holds_something_is_refused_and_left_alone()
    {
        using var folder = new TestFolder();
        folder.Write("mine.txt", "mine");
        var refused = Assert.Throws<StorageException>(() => MadeUpCity.Write(RepositoryRoot.File("content"), folder.Path, Documents));
        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal("mine.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path))));
    }

    private static SortedDictionary<string, string> Files(string folder) => new(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllText), StringComparer.Ordinal);
}
