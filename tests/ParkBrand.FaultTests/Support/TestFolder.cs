namespace ParkBrand.FaultTests.Support;

/// <summary>A folder that goes when the test goes.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder()
    {
        Path = Directory.CreateTempSubdirectory("parkbrand-fault-").FullName;
        // Programs that a test starts without root's rights must be able to get here.
        File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
    }

    public string Path { get; }
    public string Data => In("data");
    public string Database => System.IO.Path.Combine(Data, "parkbrand.db");

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public string Write(string name, string text)
    {
        var file = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
