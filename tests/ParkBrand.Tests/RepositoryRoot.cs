using System.Runtime.CompilerServices;

namespace ParkBrand.Tests;

/// <summary>Where the repository's own files are, for the tests against the real schema and content.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Upwards from this source file, since the binaries may be built to a folder elsewhere.</summary>
    private static string Find([CallerFilePath] string source = "")
    {
        var folder = new FileInfo(source).Directory;
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "ParkBrand.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no ParkBrand.sln above {source}.");
    }
}
