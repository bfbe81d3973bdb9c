using System.Runtime.CompilerServices;

namespace ParkBrand.BrowserTests.Site;

/// <summary>Found from the source and not from the output, which may be built anywhere.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(ThisFolder(), "..", "..", ".."));

    public static string File(params string[] name) => System.IO.Path.Combine([Path, .. name]);

    private static string ThisFolder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
