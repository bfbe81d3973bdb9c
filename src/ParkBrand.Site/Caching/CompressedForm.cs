using System.IO.Compression;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Caching;

/// <summary>
/// One compressed form of a page: made quickly when first asked for, because every publication makes all pages new and
/// most are asked for once; made small when the page turns out to be popular.
/// </summary>
internal sealed class CompressedForm(byte[] html, Func<Stream, CompressionLevel, Stream> wrap)
{
    // With the quick level a page is about a seventh larger and takes a third of the time.
    private const int Popular = 4;
    private int asked;
    private byte[]? bytes;

    public byte[] Bytes
    {
        get
        {
            if (Volatile.Read(ref asked) < Popular && Interlocked.Increment(ref asked) == Popular)
                bytes = Compress(CompressionLevel.Optimal);
            return bytes ?? Interlocked.CompareExchange(ref bytes, Compress(CompressionLevel.Fastest), null) ?? bytes;
        }
    }

    private byte[] Compress(CompressionLevel level) => ThemeAssets.Compress(html, s => wrap(s, level));
}
