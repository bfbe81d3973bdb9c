using System.Buffers.Binary;

namespace ParkBrand.Media.Upload;

/// <summary>
/// Takes out of an original what a camera notes in it: place, time, owner, previews. What says how to show it stays: the
/// turn, the colour profile. The pixels are not touched.
/// </summary>
internal static class PictureNotes
{
    public static byte[] Strip(string contentType, byte[] bytes) => contentType switch
    {
        FileKind.Jpeg => Jpeg(bytes),
        FileKind.Png => Png(bytes),
        _ => bytes,
    };

    private static byte[] Jpeg(byte[] bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 2);
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF && bytes[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (bytes[at + 1] == 0xFF || length < 2 || at + 2 + length > bytes.Length)
                break;
            var segment = bytes.AsSpan(at, 2 + length);
            var body = segment[4..];
            if (bytes[at + 1] == 0xE1 && body.StartsWith("Exif\0\0"u8))
                kept.Write(Turned(body[6..]));
            else if (bytes[at + 1] is 0xE0 or 0xEE || (bytes[at + 1] == 0xE2 && body.StartsWith("ICC_PROFILE"u8)) || bytes[at + 1] is not ((>= 0xE1 and <= 0xEF) or 0xFE))
                kept.Write(segment);
            at += 2 + length;
        }

        kept.Write(bytes, at, bytes.Length - at);
        return kept.ToArray();
    }

    /// <summary>A new EXIF segment with nothing in it but the turn; nothing at all when the picture stands upright.</summary>
    private static byte[] Turned(ReadOnlySpan<byte> tiff)
    {
        var turn = Orientation(tiff);
        if (turn is <= 1 or > 8)
            return [];
        return [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];
    }

    private static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14)
            return 1;
        var little = tiff[0] == 'I';
        var first = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (first > tiff.Length - 2)
            return 1;
        var at = (int)first;
        var count = Short(tiff[at..], little);
        for (at += 2; count > 0 && at + 12 <= tiff.Length; at += 12, count--)
            if (Short(tiff[at..], little) == 0x0112)
                return Short(tiff[(at + 8)..], little);
        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static byte[] Png(byte[] bytes)
    {
        var kept = new MemoryStream(bytes.Length);
        kept.Write(bytes, 0, 8);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
                break;
            var chunk = bytes.AsSpan(at, 12 + (int)length);
            var type = chunk.Slice(4, 4);
            if (!type.SequenceEqual("tEXt"u8) && !type.SequenceEqual("zTXt"u8) && !type.SequenceEqual("iTXt"u8) && !type.SequenceEqual("eXIf"u8) && !type.SequenceEqual("tIME"u8))
                kept.Write(chunk);
            at += chunk.Length;
            if (type.SequenceEqual("IEND"u8))
                break; // what follows is no picture
        }

        return kept.ToArray();
    }
}
