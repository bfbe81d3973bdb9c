using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using ParkBrand.Tests.Media;

namespace ParkBrand.FaultTests.Media;

/// <param name="Refused">Whether it must be; the others may be taken if they do no harm.</param>
internal sealed record HostileFile(string Kind, string Name, byte[] Bytes, bool Refused);

/// <summary>Files as somebody makes them who wants to take the site down or to run in its name. Made from a seed, so that a failure can be had again.</summary>
internal sealed class HostileFiles(Random random, byte[] jpeg, byte[] webp, byte[] avif)
{
    private readonly byte[] png = Png.Of(300, 200);

    public IEnumerable<HostileFile> Make(int count)
    {
        Func<HostileFile>[] kinds =
        [
            () => new("50,000 × 50,000 px PNG", "a.png", Png.File(50_000, 50_000, Noise(200)), true),
            () => new("large PNG of nothing", "a.png", Zeros(7_000, 8_000, 7_000), false),
            () => new("PNG whose pixels are more than its size", "a.png", Zeros(10, 10, 4_000_000), false),
            () => new("PNG with too few rows", "a.png", Zeros(4_000, 4_000, 10), true),
            () => new("truncated PNG", "a.png", png[..random.Next(9, png.Length - 20)], true),
            () => new("PNG with flipped bits", "a.png", Flipped(png), false),
            () => new("PNG with a packed profile bomb", "a.png", Png.File(8, 8, Packed(8 * 25), ("iCCP", [.. "x\0\0"u8, .. Packed(30_000_000)])), false),
            () => new("PNG of thousands of frames", "a.png", Png.File(9, 9, Packed(9 * 28), ("acTL", Number((uint)random.Next(1_000, 1_000_000), 0))), true),
            () => new("PNG that is a page too", "a.png", [.. png, .. "<html><script>alert(1)</script>"u8], false),
            () => new("PNG that is an archive too", "a.png", [.. png, .. Zip(("evil.jar", "x"))], false),
            () => new("65,535 × 65,535 px JPEG", "a.jpg", Resized(jpeg), true),
            () => new("truncated JPEG", "a.jpg", jpeg[..random.Next(3, jpeg.Length - 40)], true),
            () => new("JPEG with flipped bits", "a.jpg", Flipped(jpeg), false),
            () => new("JPEG with megabytes of notes", "a.jpg", Noted(jpeg, random.Next(50, 120)), false),
            () => new("JPEG with a script in its comment", "a.jpg", [.. jpeg[..2], 0xFF, 0xFE, 0, 27, .. "<script>alert(1)</scri>--"u8, .. jpeg[2..]], false),
            () => new("truncated WebP", "a.webp", webp[..random.Next(13, webp.Length - 20)], true),
            () => new("WebP with flipped bits", "a.webp", Flipped(webp), false),
            () => new("WebP of thousands of frames", "a.webp", Moving(random.Next(1_000, 5_000)), true),
            () => new("AVIF with flipped bits", "a.avif", Flipped(avif), false),
            () => new("truncated AVIF", "a.avif", avif[..random.Next(20, avif.Length / 2)], true),
            () => new("AVIF that says it is huge", "a.avif", Huge(avif), true),
            () => new("noise", Any("a.png", "a.jpg", "a.webp", "a.avif", "a.svg", "a.docx", "a.pdf", "a.mp4"), Noise(random.Next(1, 50_000)), true),
            () => new("SVG with a script", "a.svg", Svg(Any("<script>alert(1)</script>", "<g onload='alert(1)'/>", "<foreignObject><body/></foreignObject>", "<a href='javascript:alert(1)'/>",
                "<animate attributeName='href' to='javascript:alert(1)'/>", "<handler>alert(1)</handler>")), true),
            () => new("SVG that reaches out", "a.svg", Svg(Any("<image href='http://169.254.169.254/'/>", "<use href='//evil.example/a#b'/>", "<style>@import url(//evil.example)</style>", "<rect fill='url(//evil.example)'/>")), true),
            () => new("SVG of a billion laughs", "a.svg", Laughs(), true),
            () => new("SVG with a file of ours", "a.svg", Text("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&a;</svg>"), true),
            () => new("SVG without a bottom", "a.svg", Svg(string.Concat(Enumerable.Repeat("<g>", random.Next(1_000, 100_000)))), true),
            () => new("SVG of too many parts", "a.svg", Svg(string.Concat(Enumerable.Repeat("<g/>", 200_000))), true),
            () => new("packed bomb as a text document", "a.docx", Zip(("[Content_Types].xml", "<a/>"), ("word/document.xml", new string('a', 250_000_000))), true),
            () => new("table of too many parts", "a.xlsx", Zip([("[Content_Types].xml", ""), ("xl/workbook.xml", ""), .. Enumerable.Range(0, 5_000).Select(i => ($"{i}", ""))]), true),
            () => new("page as a picture", Any("a.png", "a.jpg", "a.webp", "a.avif", "a.pdf"), Text("<!doctype html><script>alert(1)</script>"), true),
            () => new("another kind under this name", "a.png", Any(jpeg, webp, avif), true),
            () => new("program", Any("a.exe", "a.html", "a.svgz", "a.png.js", "a", "a.php\0.png", "../../a.cshtml"), png, true),
        ];
        for (var i = 0; i < count; i++)
            yield return kinds[i % kinds.Length]();
    }

    private T Any<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
    private static byte[] Svg(string inner) => Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{inner}</svg>");

    private byte[] Noise(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Flipped(byte[] file)
    {
        var copy = (byte[])file.Clone();
        for (var i = random.Next(1, 30); i > 0; i--)
            copy[random.Next(16, copy.Length)] ^= (byte)(1 << random.Next(8));
        return copy;
    }

    private static byte[] Packed(long zeros)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            for (var block = new byte[1_000_000]; zeros > 0; zeros -= block.Length)
                zlib.Write(block, 0, (int)Math.Min(zeros, block.Length));
        return packed.ToArray();
    }

    private static byte[] Zeros(int width, int height, int rows) => Png.File(width, height, Packed(Math.Min(200_000_000L, rows * (1 + (width * 3L)))));

    private static byte[] Number(uint first, uint second)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, first);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), second);
        return bytes;
    }

    /// <summary>The same picture with the largest size in its frame header.</summary>
    private static byte[] Resized(byte[] jpeg)
    {
        var copy = (byte[])jpeg.Clone();
        for (var at = 2; at + 9 < copy.Length; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2)))
            if (copy[at + 1] is 0xC0 or 0xC2)
            {
                copy.AsSpan(at + 5, 4).Fill(0xFF);
                break;
            }

        return copy;
    }

    private byte[] Noted(byte[] jpeg, int segments)
    {
        var file = new MemoryStream();
        file.Write(jpeg, 0, 2);
        for (var i = 0; i < segments; i++)
        {
            file.Write([0xFF, 0xE1, 0xFF, 0xFF, .. "Exif\0\0"u8]);
            file.Write(Noise(0xFFFF - 2 - 6));
        }

        file.Write(jpeg, 2, jpeg.Length - 2);
        return file.ToArray();
    }

    private byte[] Moving(int frames)
    {
        var file = new MemoryStream();
        file.Write([.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 2, 0, 0, 0, 9, 0, 0, 9, 0, 0]);
        for (var i = 0; i < frames; i++)
            file.Write([.. "ANMF"u8, 24, 0, 0, 0, .. Noise(24)]);
        var bytes = file.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    private static byte[] Huge(byte[] avif)
    {
        var copy = (byte[])avif.Clone();
        var at = copy.AsSpan().IndexOf("ispe"u8);
        Number(50_000, 50_000).CopyTo(copy, at + 8);
        return copy;
    }

    private static byte[] Laughs()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        return Text($"<!DOCTYPE svg [<!ENTITY l0 \"lol\">{entities}]><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><text>&l9;</text></svg>");
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
                    writer.Write(text);
        return file.ToArray();
    }
}
