using ParkBrand.Media.Worker;

namespace ParkBrand.Media;

/// <param name="DataFolder">Derivatives are kept in <c>derivatives/</c> below it; they may be deleted at any time.</param>
/// <param name="CacheBytes">How much they may take together.</param>
/// <param name="Program">The program whose verb <c>media-worker</c> does the decoding; null takes the one beside this assembly.</param>
/// <param name="LibraryFolder">Where libvips lies; null looks beside the program and in <c>artifacts/libvips</c> above it.</param>
public sealed record MediaOptions(string DataFolder, long CacheBytes = 2L * 1024 * 1024 * 1024, string? Program = null, string? LibraryFolder = null)
{
    internal string Program { get; } = Program ?? Path.Combine(AppContext.BaseDirectory, "parkbrand");
    internal string? Library { get; } = VipsLibrary.Find(LibraryFolder ?? AppContext.BaseDirectory);
}
