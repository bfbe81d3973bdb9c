using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Disk;

/// <summary>What the command line says when the data folder cannot be used, and that it leaves nothing half done.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData(100, "full")] // not even the tables fit
    [InlineData(350, "No space left on device")] // the tables fit, the pictures do not
    [InlineData(1000, "full")] // the pictures fit, the documents do not
    public async Task A_full_disk_stops_import_and_serve_in_one_sentence_and_nothing_is_half_imported(int kilobytesLeft, string reason)
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        await using var disk = await Mount.Small(folder.Data, 2);
        disk.Fill();
        disk.Leave(kilobytesLeft);
        Assert.Contains(reason, (await Cli.Import(folder, content)).OneSentence(), StringComparison.Ordinal);
        Assert.Matches("full|No space left on device", (await Cli.ServeFails(folder, "--content", content)).OneSentence());

        disk.Empty();
        await disk.Grow(16);
        using (var city = new City(folder.Data))
            Assert.Equal(0, city.Scalar<int>("SELECT count(*) FROM document") + city.Scalar<int>("SELECT count(*) FROM media") + city.Scalar<int>("SELECT count(*) FROM audit"));
        Assert.Empty(Directory.EnumerateFiles(folder.Data, "*.tmp", SearchOption.AllDirectories));
        (await Cli.Import(folder, content)).Ok();
    }

    [Fact]
    public async Task A_read_only_data_folder_stops_every_verb_that_writes_in_one_sentence()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        await using var disk = await Mount.Small(folder.Data, 16);
        await disk.ReadOnly();
        foreach (var ended in new[] { await Cli.Import(folder, content), await Cli.ServeFails(folder, "--content", content) })
            Assert.Contains(folder.Data, ended.OneSentence(), StringComparison.Ordinal);
        await disk.Writable();
        (await Cli.Import(folder, content)).Ok();
        await disk.ReadOnly();
        foreach (var ended in new[] { await Cli.Import(folder, SmallCity.Write(content, 2)), await Cli.ServeFails(folder, "--content", content) })
            Assert.Contains(folder.Data, ended.OneSentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000", "000")]
    [InlineData("555", "444")]
    public async Task Missing_rights_stop_import_and_serve_in_one_sentence(string folderMode, string fileMode)
    {
        Nobody.MustExist();
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        (await Cli.Import(folder, content)).Ok();
        await Nobody.Chmod(folder, folderMode, folder.Data);
        await Nobody.Chmod(folder, fileMode, folder.Database);
        foreach (var verb in new[] { "import", "serve" })
        {
            var ended = await Nobody.Run(folder, verb, "--content", content);
            Assert.Contains(folder.Data, ended.OneSentence(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        Nobody.MustExist();
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        foreach (var verb in new[] { "import", "serve" })
            Assert.Contains(folder.Data, (await Nobody.Run(folder, verb, "--content", content)).OneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_may_not_be_read_is_not_taken_for_a_smaller_city()
    {
        Nobody.MustExist();
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        Directory.CreateDirectory(folder.Data);
        await Nobody.Chmod(folder, "777", folder.Data);
        await Nobody.Chmod(folder, "000", Path.Combine(content, "features"));
        var ended = await Nobody.Run(folder, "import", "--content", content);
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.Contains("nothing was imported", ended.Error, StringComparison.Ordinal);
        await Nobody.Chmod(folder, "755", Path.Combine(content, "features"));
        await Nobody.Chmod(folder, "000", Path.Combine(content, "features", "story-3.svg"));
        ended = await Nobody.Run(folder, "import", "--content", content);
        Assert.Equal(1, ended.Code);
        ended.NoTrace();
        Assert.Contains("features/story-3.md:4: ", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data")]
    [InlineData("data/parkbrand.db")]
    public async Task A_file_or_folder_in_the_wrong_place_is_named(string wrong)
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        if (wrong == "data")
            folder.Write(wrong, "a file");
        else
            Directory.CreateDirectory(folder.In(wrong));
        foreach (var ended in new[] { await Cli.Import(folder, content), await Cli.ServeFails(folder, "--content", content), await Cli.Run(folder, "export", "--out", folder.In("out")) })
            Assert.Contains(folder.Data, ended.OneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_another_process_writes_to_stops_import_but_not_serve_or_export()
    {
        using var folder = new TestFolder();
        var content = SmallCity.Write(folder.In("content"), 1);
        (await Cli.Import(folder, content)).Ok();
        using var other = await Locked.By(folder);
        Assert.Contains("Another process", (await Cli.Import(folder, SmallCity.Write(content, 2))).OneSentence(), StringComparison.Ordinal);
        (await Cli.Run(folder, "export", "--out", folder.In("out"))).Ok();
        await using var server = Cli.Serve(folder, "--content", content);
        Assert.Contains("Trade 3 1", await Http.Text(await Cli.Address(server), "/en/industries/trade-3"), StringComparison.Ordinal);
    }
}
