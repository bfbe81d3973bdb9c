using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace ParkBrand.Web.StaticSite;

/// <summary>
/// The folder that is written. A file whose bytes are as they were is left alone with its time, so that copying the folder on
/// costs what changed; a file that was written before and is no part of the site any more goes. What others put there stays.
/// </summary>
internal sealed class StaticFolder
{
    private const string Manifest = ".parkbrand-export.json";
    private static readonly string[] Compressible = [".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".jsonl", ".geojson", ".jsonld", ".ics", ".md"];
    private readonly string folder;
    private readonly bool packed;
    private readonly Dictionary<string, string> before, now = new(StringComparer.Ordinal);

    /// <param name="packed">With a copy by brotli and by gzip beside every text, for servers that send these as they are.</param>
    public StaticFolder(string folder, bool packed)
    {
        this.packed = packed;
        this.folder = Directory.CreateDirectory(folder).FullName;
        var manifest = Path.Combine(folder, Manifest);
        before = File.Exists(manifest) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(manifest)) ?? [] : [];
    }

    public int Count => now.Count;
    public int Written { get; private set; }
    public int Removed { get; private set; }

    public void Put(string file, byte[] bytes)
    {
        var path = Inside(file);
        var print = Convert.ToHexStringLower(SHA256.HashData(bytes));
        now[file] = print;
        if (before.GetValueOrDefault(file) == print && File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        Replace(path, bytes);
        if (packed && Compressible.Contains(Path.GetExtension(file)))
        {
            Replace(path + ".br", Packed(bytes, s => new BrotliStream(s, CompressionLevel.SmallestSize)));
            Replace(path + ".gz", Packed(bytes, s => new GZipStream(s, CompressionLevel.SmallestSize)));
        }

        Written++;
    }

    /// <summary>Takes away what the site has no more, and remembers what was written.</summary>
    public void Finish()
    {
        foreach (var gone in before.Keys.Where(f => !now.ContainsKey(f)))
        {
            foreach (var form in new[] { "", ".br", ".gz" })
                File.Delete(Inside(gone) + form);
            for (var empty = Path.GetDirectoryName(Inside(gone))!; empty.Length > folder.Length && Directory.Exists(empty) && !Directory.EnumerateFileSystemEntries(empty).Any(); empty = Path.GetDirectoryName(empty)!)
                Directory.Delete(empty);
            Removed++;
        }

        Replace(Path.Combine(folder, Manifest), JsonSerializer.SerializeToUtf8Bytes(now.OrderBy(f => f.Key, StringComparer.Ordinal).ToDictionary()));
    }

    /// <summary>An address can say "..": nothing is written outside of the folder.</summary>
    private string Inside(string file)
    {
        var path = Path.GetFullPath(Path.Combine(folder, file));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : throw new IOException($"'{file}' lies outside of {folder}.");
    }

    private static void Replace(string path, byte[] bytes)
    {
        File.WriteAllBytes(path + ".part", bytes);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
