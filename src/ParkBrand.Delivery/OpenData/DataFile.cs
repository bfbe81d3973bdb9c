using System.IO.Compression;
using System.Security.Cryptography;

namespace ParkBrand.Delivery.OpenData;

/// <summary>A finished file. Only its compressed form is kept: tables shrink to a tenth.</summary>
public sealed class DataFile
{
    internal DataFile(byte[] bytes)
    {
        Length = bytes.Length;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
            gzip.Write(bytes);
        Gzip = target.ToArray();
    }

    /// <summary>Bytes, not compressed.</summary>
    public long Length { get; }

    /// <summary>Of the bytes that are not compressed, in lower-case hexadecimals.</summary>
    public string Sha256 { get; }

    internal byte[] Gzip { get; }

    internal byte[] Bytes()
    {
        var bytes = new byte[Length];
        using var gzip = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress);
        gzip.ReadExactly(bytes);
        return bytes;
    }
}
