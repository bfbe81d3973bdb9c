using System.Security.Cryptography;
using System.Text;

namespace ParkBrand.Content.Import;

/// <summary>Ids that follow from where a file stands (RFC 9562, version 5), so that an import makes the same ones everywhere.</summary>
internal static class ContentId
{
    private static readonly Guid Namespace = new("6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54");

    public static Guid OfDocument(string key) => V5("document:" + key);
    public static Guid OfMedia(string file) => V5("media:" + file);

    public static Guid OfSchema(string kind, string alias) => V5($"schema:{kind}:{alias}");

    private static Guid V5(string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 here; it names things and protects nothing.
        var hash = SHA1.HashData(bytes);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
