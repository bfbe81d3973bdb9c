using System.Reflection;
using System.Runtime.InteropServices;

namespace ParkBrand.Media.Worker;

/// <summary>Where libvips lies, and how it is opened: without the formats that are not ours to read.</summary>
internal static class VipsLibrary
{
    private const string Pattern = "libvips-cpp.so.*", Variable = "PARKBRAND_LIBVIPS";

    // Base classes: each takes with it its forms for files, memory and streams. HEIF is AVIF here, this build has no other codec.
    private static readonly string[] Readable = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadHeif"];

    /// <summary>The folder that the environment names, beside the program, or <c>artifacts/libvips</c> of a checkout above it.</summary>
    /// <returns>Null when it was not fetched.</returns>
    public static string? Find(string from)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return In(named);
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
            if ((In(Path.Combine(folder.FullName, "libvips")) ?? In(Path.Combine(folder.FullName, "artifacts", "libvips"))) is { } file)
                return file;
        return null;
    }

    private static string? In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal).LastOrDefault() : null;

    public static void Open(string file)
    {
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Vips.Library ? NativeLibrary.Load(file) : 0);
        if (Vips.Init("parkbrand") != 0)
            throw VipsException.Last();
        Vips.SetCacheSize(0); // each picture is worked on once; what it leaves behind is only memory
        Vips.SetConcurrency(2);
        Vips.BlockUntrusted(1);
        Vips.Block("VipsForeignLoad", 1);
        foreach (var loader in Readable)
            Vips.Block(loader, 0);
    }
}
