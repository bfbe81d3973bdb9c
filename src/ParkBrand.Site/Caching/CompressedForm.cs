namespace ParkBrand.Site.Caching;

/// <summary>
/// One compressed form of a page: made quickly when first asked for, because every publication makes all pages new and
/// most are asked for once; made small when the page turns out to be popular.
/// </summary>
internal sealed class CompressedForm(byte[] html, Func<byte[], byte[]> quick, Func<byte[], byte[]> small)
{
    // Made quickly, a page is about a sixth larger and takes a seventh of the time.
    private const int Popular = 4;
    private int asked;
    private byte[]? bytes;

    public byte[] Bytes
    {
        get
        {
            if (Volatile.Read(ref asked) < Popular && Interlocked.Increment(ref asked) == Popular)
                bytes = small(html);
            return bytes ?? Interlocked.CompareExchange(ref bytes, quick(html), null) ?? bytes;
        }
    }
}
