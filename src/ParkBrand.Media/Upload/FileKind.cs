using System.Text;

namespace ParkBrand.Media.Upload;

/// <summary>What files may be: an ending, the type they are served as, and how their first bytes look.</summary>
internal sealed record FileKind(string ContentType, string[] Extensions, Func<ReadOnlySpan<byte>, bool> Begins)
{
    public const string Svg = "image/svg+xml", Jpeg = "image/jpeg", Png = "image/png", Webp = "image/webp", Avif = "image/avif", Pdf = "application/pdf",
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static readonly IReadOnlyList<FileKind> All =
    [
        new(Jpeg, ["jpg", "jpeg"], b => b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])),
        new(Png, ["png"], b => b.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new(Webp, ["webp"], b => b.StartsWith("RIFF"u8) && b.Length > 12 && b[8..].StartsWith("WEBP"u8)),
        new(Avif, ["avif"], b => IsBox(b, "avif", "avis", "mif1", "msf1")),
        new("video/mp4", ["mp4"], b => IsBox(b, "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "dash")),
        new(Pdf, ["pdf"], b => b.StartsWith("%PDF-"u8)),
        new(Docx, ["docx"], b => b.StartsWith("PK\u0003\u0004"u8)),
        new(Xlsx, ["xlsx"], b => b.StartsWith("PK\u0003\u0004"u8)),
        new(Svg, ["svg"], IsMarkup),
        new("text/vtt", ["vtt"], b => WithoutMark(b).StartsWith("WEBVTT"u8) && IsText(b)),
        new("text/csv", ["csv"], b => b.Length > 0 && IsText(b)),
    ];

    public static FileKind? OfName(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return All.FirstOrDefault(k => k.Extensions.Contains(extension));
    }

    /// <summary>What the bytes are, for a sentence about a file whose name says otherwise.</summary>
    public static FileKind? OfBytes(ReadOnlySpan<byte> bytes)
    {
        foreach (var kind in All)
            if (kind.ContentType != "text/csv" && kind.Begins(bytes))
                return kind;
        return null;
    }

    private static bool IsBox(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string> brands)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8))
            return false;
        var brand = Encoding.Latin1.GetString(bytes.Slice(8, 4));
        return brands.Contains(brand);
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;

    private static bool IsMarkup(ReadOnlySpan<byte> bytes) => WithoutMark(bytes).TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    private static bool IsText(ReadOnlySpan<byte> bytes) => !bytes.Contains((byte)0) && System.Text.Unicode.Utf8.IsValid(bytes);
}
