using ParkBrand.FaultTests.Disk;
using ParkBrand.FaultTests.Kill;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.InAndOut;

public sealed class ExportTests
{
    [Fact]
    public async Task An_export_while_editors_write_is_one_moment_of_the_city_and_can_be_imported()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        await using var editors = Child.Self(folder.Path, PublishLoop.Verb, folder.Data, "5");
        await editors.Said(l => l.StartsWith("ack ", StringComparison.Ordinal));
        for (var i = 0; i < 3; i++)
        {
            var export = folder.In($"export-{i}");
            (await Cli.Run(folder, "export", "--out", export)).Ok();
            Assert.False(editors.HasEnded, editors.Error);
            (await Cli.Import(folder, export, "--data", folder.In($"data-{i}"))).Ok();
            using var city = new City(folder.In($"data-{i}"));
            Invariants.Hold(city);
            Assert.InRange(city.Scalar<int>("SELECT count(*) FROM document"), SmallCity.Documents + 1, int.MaxValue);
            Assert.Equal(SmallCity.Stories, city.Scalar<int>("SELECT count(*) FROM media"));
        }
    }

    [Fact]
    public async Task An_export_into_a_folder_that_is_not_empty_is_refused_and_leaves_it_as_it_was()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        folder.Write("out/mine.txt", "mine");
        Assert.Contains("is not empty", (await Cli.Run(folder, "export", "--out", folder.In("out"))).OneSentence(), StringComparison.Ordinal);
        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(folder.In("out")).Select(Path.GetFileName));
        Assert.Contains(folder.In("out", "mine.txt"), (await Cli.Run(folder, "export", "--out", folder.In("out", "mine.txt"))).OneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_is_missing_from_the_data_folder_is_told_and_not_passed_over()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        File.Delete(Directory.EnumerateFiles(Path.Combine(folder.Data, "media"), "*", SearchOption.AllDirectories).First());
        Assert.Contains("1 media file(s) are missing", (await Cli.Run(folder, "export", "--out", folder.In("out"))).OneSentence(), StringComparison.Ordinal);
        Assert.Equal(SmallCity.Stories - 1, Directory.GetFiles(folder.In("out"), "*.svg", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task A_full_disk_stops_an_export_in_one_sentence()
    {
        using var folder = new TestFolder();
        (await Cli.Import(folder, SmallCity.Write(folder.In("content"), 1))).Ok();
        await using var disk = await Mount.Small(folder.In("small"), 1);
        disk.Fill();
        disk.Leave(kilobytes: 100);
        Assert.Contains("No space left", (await Cli.Run(folder, "export", "--out", folder.In("small", "out"))).OneSentence(), StringComparison.Ordinal);
    }
}
