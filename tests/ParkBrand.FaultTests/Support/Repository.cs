using System.Runtime.CompilerServices;

namespace ParkBrand.FaultTests.Support;

internal static class Repository
{
    public static string Schema { get; } = Path.Combine(Root(), "umbraco.json");

    /// <summary>Upwards from this source file, since the binaries may be built to a folder elsewhere.</summary>
    private static string Root([CallerFilePath] string source = "")
    {
        var folder = new FileInfo(source).Directory;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ParkBrand.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no ParkBrand.sln above {source}.");
    }
}
