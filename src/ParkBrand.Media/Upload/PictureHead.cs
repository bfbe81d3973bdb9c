using System.Buffers.Binary;

namespace ParkBrand.Media.Upload;

/// <summary>
/// Size and frames of a picture, read from its head without decoding, so that most bombs are refused before the worker sees
/// them. Works on spans with checked lengths only: a file can make it answer null, nothing worse.
/// </summary>
/// <param name="Frames">More than one moves.</param>
/// <param name="Whole">False when the file breaks off.</param>
internal sealed record PictureHead(int Width, int Height, int Frames = 1, bool Whole = true)
{
    public static PictureHead? Read(string contentType, ReadOnlySpan<byte> bytes) => contentType switch
    {
        FileKind.Png => Png(bytes),
        FileKind.Jpeg => Jpeg(bytes),
        FileKind.Webp => Webp(bytes),
        FileKind.Avif => Avif(bytes),
        _ => null,
    };

    private static PictureHead? Png(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes[12..].StartsWith("IHDR"u8))
            return null;
        var (width, height, frames) = (Big(bytes[16..]), Big(bytes[20..]), 1);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = Big(bytes[at..]);
            var type = bytes.Slice(at + 4, 4);
            if (length > bytes.Length - at - 12)
                break;
            if (type.SequenceEqual("acTL"u8) && length >= 8)
                frames = Clamp(Big(bytes[(at + 8)..]));
            if (type.SequenceEqual("IEND"u8))
                return new PictureHead(Clamp(width), Clamp(height), frames);
            at += 12 + (int)length;
        }

        return new PictureHead(Clamp(width), Clamp(height), frames, Whole: false);
    }

    private static PictureHead? Jpeg(ReadOnlySpan<byte> bytes)
    {
        PictureHead? head = null;
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
                return head is null ? null : head with { Whole = false };
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
                break;
            // SOF0 to SOF15 without the three that are tables.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && length >= 8)
                head = new PictureHead(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + length;
            if (marker == 0xDA && !Scan(bytes, ref at))
                return head;
        }

        return head is null ? null : head with { Whole = false };
    }

    /// <summary>Passes over the pixels of one scan.</summary>
    /// <returns>False at the end of the picture.</returns>
    private static bool Scan(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at + 1 < bytes.Length)
        {
            var next = bytes[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= bytes.Length)
                break;
            at += next;
            var marker = bytes[at + 1];
            if (marker == 0xD9)
                return false;
            if (marker is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                return true; // tables of the next scan
            at += marker == 0xFF ? 1 : 2;
        }

        at = bytes.Length;
        return true;
    }

    private static PictureHead? Webp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
            return null;
        var whole = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8L <= bytes.Length;
        var type = bytes.Slice(12, 4);
        if (type.SequenceEqual("VP8 "u8))
            return new PictureHead(BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3FFF, 1, whole);
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
        if (type.SequenceEqual("VP8L"u8))
            return new PictureHead((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1, 1, whole);
        if (!type.SequenceEqual("VP8X"u8))
            return null;
        var frames = (bytes[20] & 2) == 0 ? 1 : Count(bytes, "ANMF"u8);
        return new PictureHead(1 + Little24(bytes[24..]), 1 + Little24(bytes[27..]), frames, whole);
    }

    /// <summary>The largest of the sizes that an AVIF states; the worker reads which of them is shown.</summary>
    private static PictureHead? Avif(ReadOnlySpan<byte> bytes)
    {
        PictureHead? largest = null;
        var head = bytes[..Math.Min(bytes.Length, 64 * 1024)];
        for (var at = 0; at + 16 <= head.Length && head[at..].IndexOf("ispe"u8) is var next and >= 0; at += next + 4)
            if (at + next + 16 <= head.Length && (Clamp(Big(head[(at + next + 8)..])), Clamp(Big(head[(at + next + 12)..]))) is var (width, height)
                && (largest is null || (long)width * height > (long)largest.Width * largest.Height))
                largest = new PictureHead(width, height, bytes[8..].StartsWith("avis"u8) ? 2 : 1);
        return largest;
    }

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word)
    {
        var count = 0;
        for (var at = 0; bytes[at..].IndexOf(word) is var next and >= 0; at += next + word.Length)
            count++;
        return Math.Max(count, 2);
    }

    private static uint Big(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
    private static int Clamp(uint number) => (int)Math.Min(number, int.MaxValue);
}
