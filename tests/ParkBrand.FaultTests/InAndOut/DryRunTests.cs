using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.InAndOut;

public sealed class DryRunTests
{
    [Fact]
    public async Task A_dry_run_leaves_every_row_and_every_file_as_it_was()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        var (rows, files) = (Rows(folder), Files(folder));
        var dry = (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 2), "--dry-run")).Ok();
        Assert.Contains($"{SmallCity.Documents} changed", dry.Out, StringComparison.Ordinal);
        Assert.Equal(rows, Rows(folder));
        Assert.Equal(files, Files(folder));

        // It was no idle run: the same without --dry-run changes all of it.
        (await Cli.Import(folder, folder.In("content"))).Ok();
        Assert.NotEqual(rows, Rows(folder));
    }

    [Fact]
    public async Task A_dry_run_on_a_new_data_folder_imports_nothing_and_the_next_start_is_still_the_first()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        Assert.Contains($"{SmallCity.Documents} created", (await Cli.Import(folder, content, "--dry-run")).Ok().Out, StringComparison.Ordinal);
        Assert.DoesNotContain("document: ", Rows(folder), StringComparison.Ordinal);
        await using var server = Cli.Serve(folder, "--content", content);
        Assert.Contains("Trade 3 1", await Http.Text(await Cli.Address(server), "/en/industries/trade-3"), StringComparison.Ordinal);
    }

    private static string Rows(TestFolder folder)
    {
        using var city = new City(folder.Data);
        return city.Everything();
    }

    /// <summary>Content of every file of the data folder, the database's own among them.</summary>
    private static string Files(TestFolder folder) => string.Join('\n', Directory.EnumerateFiles(folder.Data, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Select(f => $"{f} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}"));
}
