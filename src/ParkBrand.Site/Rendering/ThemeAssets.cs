using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ParkBrand.Site.Rendering;

/// <summary>A theme's files, named by their content, compressed when first asked for, served with immutable caching.</summary>
public sealed partial class ThemeAssets
{
    private const string Prefix = "assets/";
    private readonly FrozenDictionary<string, string> urls;
    private readonly FrozenDictionary<string, Asset> byUrl;

    /// <param name="compressible">Whether it gets smaller: pictures and fonts do not.</param>
    public sealed class Asset(string contentType, byte[] plain, bool compressible)
    {
        public string ContentType => contentType;
        public byte[] Plain => plain;

        // As small as it gets takes a while, which the first page need not wait for. Made twice at once it is the same.
        public byte[]? Brotli => compressible ? field ??= Compress(plain, s => new BrotliStream(s, CompressionLevel.SmallestSize)) : null;
        public byte[]? Gzip => compressible ? field ??= Compress(plain, s => new GZipStream(s, CompressionLevel.SmallestSize)) : null;
    }

    public ThemeAssets(Assembly assembly)
    {
        var named = new Dictionary<string, string>();
        var assets = new Dictionary<string, Asset>();
        // Fonts and pictures first, so that style sheets can name them by their hashed addresses.
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).OrderBy(n => n.EndsWith(".css", StringComparison.Ordinal)).ThenBy(n => n, StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var file = name[Prefix.Length..];
            if (file.EndsWith(".css", StringComparison.Ordinal))
                bytes = Encoding.UTF8.GetBytes(Minify(AssetName().Replace(Encoding.UTF8.GetString(bytes), m => $"url({named[m.Groups[1].Value]})")));
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            var dot = file.LastIndexOf('.');
            var url = $"/assets/{file[..dot]}.{hash}{file[dot..]}";
            named[file] = url;
            assets[url] = Named(file[dot..], bytes);
        }

        urls = named.ToFrozenDictionary();
        byUrl = assets.ToFrozenDictionary();
    }

    public string Url(string file) => urls[file];

    public Asset? Find(string url) => byUrl.GetValueOrDefault(url);

    private static Asset Named(string extension, byte[] bytes)
    {
        var type = extension switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".woff2" => "font/woff2",
            ".png" => "image/png",
            _ => "application/octet-stream",
        };
        return new Asset(type, bytes, extension is not (".woff2" or ".png"));
    }

    internal static byte[] Compress(byte[] bytes, Func<Stream, Stream> wrap)
    {
        var target = new MemoryStream();
        using (var stream = wrap(target))
            stream.Write(bytes);
        return target.ToArray();
    }

    /// <summary>Drops comments and needless white space; leaves strings and everything else alone.</summary>
    private static string Minify(string css) => Tight().Replace(Spaces().Replace(Comments().Replace(css, ""), " "), "$1").Trim();

    [GeneratedRegex("url\\(asset:([^)]+)\\)")]
    private static partial Regex AssetName();

    [GeneratedRegex("/\\*.*?\\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(" ?([{};,>]) ?")]
    private static partial Regex Tight();
}
