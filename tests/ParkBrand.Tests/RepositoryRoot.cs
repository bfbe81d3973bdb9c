namespace ParkBrand.Tests;

/// <summary>Where the repository's own files are, for the tests against the real schema and content.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string File(string name) => System.IO.Path.Combine(Path, name);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "ParkBrand.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"There is no ParkBrand.sln above {AppContext.BaseDirectory}.");
    }
}
