using System.IO.Compression;
using System.Text;
using ParkBrand.Media.Upload;

namespace ParkBrand.Tests.Media;

public sealed class UploadTests(PictureWorkers pictures) : IClassFixture<PictureWorkers>
{
    private static readonly string[] All = [.. FileKind.All.SelectMany(k => k.Extensions)];

    private Task<CheckedUpload> Check(string name, byte[] bytes, long maxBytes = 20_000_000) => new UploadCheck(pictures.Workers).Check(name, bytes, All, maxBytes);
    private Task<CheckedUpload> Svg(string inner, string attributes = "") =>
        Check("a.svg", Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 40 30\" {attributes}>{inner}</svg>"));

    [Theory]
    [InlineData("a.exe", "MZ", "extension")]
    [InlineData("a", "x", "extension")]
    [InlineData("a.png.html", "<html>", "extension")]
    [InlineData("a.php\0.png", "x", "name")]
    [InlineData("../a.png", "x", "name")]
    [InlineData("a.png", "", "empty")]
    [InlineData("a.png", "GIF89a", "notKind")]
    [InlineData("a.png", "%PDF-1.4", "otherKind")]
    [InlineData("a.pdf", "<html><script>", "otherKind")]
    [InlineData("a.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "otherKind")]
    [InlineData("a.docx", "PK\u0003\u0004 no archive", "officeDamaged")]
    [InlineData("a.csv", "a,b\u0000c", "notKind")]
    [InlineData("a.vtt", "1\n00:00", "notKind")]
    [InlineData("a.mp4", "0000ftypqt  ....", "notKind")]
    public async Task A_file_that_is_not_what_it_says_is_refused_with_the_mend(string name, string bytes, string code)
    {
        var found = await Check(name, Encoding.UTF8.GetBytes(bytes));
        Assert.Equal(code, found.Problem?.Code);
        Assert.True(found.Problem!.Sentence.Split(". ").Length >= 2, found.Problem.Sentence);
        Assert.Empty(found.Bytes);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<foreignObject><p>x</p></foreignObject>")]
    [InlineData("<g onclick=\"alert(1)\"/>")]
    [InlineData("<g ONLOAD=\"alert(1)\"/>")]
    [InlineData("<a href=\"https://evil.example\"><path/></a>")]
    [InlineData("<use href=\"https://evil.example/a.svg#b\"/>")]
    [InlineData("<use xlink:href=\"data:image/svg+xml;base64,AA\"/>")]
    [InlineData("<image href=\"https://evil.example/a.png\"/>")]
    [InlineData("<rect fill=\"url(https://evil.example/a)\"/>")]
    [InlineData("<rect style=\"background:url( 'https://evil.example')\"/>")]
    [InlineData("<style>@import 'https://evil.example/a.css';</style>")]
    [InlineData("<style><![CDATA[a{background:url(//evil.example)}]]></style>")]
    [InlineData("<style>a{background:u\\72l(//evil.example)}</style>")]
    [InlineData("<style>@font-face{src:url(#a)}</style>")]
    [InlineData("<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>")]
    [InlineData("<set attributeName=\"onload\" to=\"alert(1)\"/>")]
    [InlineData("<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>")]
    [InlineData("<y:meta xmlns:y=\"urn:y\"><script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script></y:meta>")]
    [InlineData("<metadata><iframe src=\"https://evil.example\"/></metadata>")]
    [InlineData("<?xml-stylesheet href=\"https://evil.example\"?>")]
    public async Task A_drawing_that_runs_or_reaches_out_is_refused(string inner)
    {
        var found = await Svg(inner);
        Assert.Equal("svgContent", found.Problem?.Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>", "svgDtd")]
    [InlineData("<!DOCTYPE svg SYSTEM \"file:///etc/passwd\"><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>", "svgDtd")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><g></svg>", "svgXml")]
    [InlineData("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>", "svgRoot")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svgViewBox")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 NaN 1\"/>", "svgViewBox")]
    public async Task A_drawing_in_another_form_is_refused(string text, string code) => Assert.Equal(code, (await Check("a.svg", Encoding.UTF8.GetBytes(text))).Problem?.Code);

    [Fact]
    public async Task A_drawing_loses_what_its_program_noted_and_keeps_what_is_drawn()
    {
        var found = await Svg("<metadata>me</metadata><i:view xmlns:i=\"urn:i\"/><g i:label=\"x\" xmlns:i=\"urn:i\" id=\"g\"><path d=\"M0 0\" fill=\"url(#p)\"/></g><use xlink:href=\"#g\"/><style>path{fill:red}</style>");
        Assert.Null(found.Problem);
        var text = Encoding.UTF8.GetString(found.Bytes);
        Assert.Equal((40, 30, FileKind.Svg), (found.Width, found.Height, found.ContentType));
        foreach (var kept in new[] { "<path d=\"M0 0\" fill=\"url(#p)\"", "xlink:href=\"#g\"", "path{fill:red}", "id=\"g\"" })
            Assert.Contains(kept, text, StringComparison.Ordinal);
        foreach (var gone in new[] { "metadata", "urn:i", "label" })
            Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_citys_drawings_are_accepted()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.File("content"), "*.svg", SearchOption.AllDirectories))
            Assert.True((await Check(Path.GetFileName(file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))).Problem is null, file);
    }

    [Fact]
    public async Task A_deep_or_a_huge_drawing_is_refused()
    {
        Assert.Equal("svgShape", (await Svg(string.Concat(Enumerable.Repeat("<g>", 100)) + string.Concat(Enumerable.Repeat("</g>", 100)))).Problem?.Code);
        Assert.Equal("svgShape", (await Svg(string.Concat(Enumerable.Repeat("<g/>", 30_000)))).Problem?.Code);
    }

    [Fact]
    public async Task Pictures_beyond_a_limit_are_refused_with_their_figures()
    {
        var large = await Check("a.png", Png.File(50_000, 50_000, [1, 2, 3]));
        Assert.Equal("tooManyPixels", large.Problem?.Code);
        Assert.Contains("50000 × 50000", large.Problem!.Sentence, StringComparison.Ordinal);
        Assert.Equal("tooLarge", (await Check("a.png", Png.Of(200, 200), 100)).Problem?.Code);
        Assert.Equal("moving", (await Check("a.png", Png.File(10, 10, [1], ("acTL", [0, 0, 39, 16, 0, 0, 0, 0])))).Problem?.Code);
    }

    [Fact]
    public async Task What_a_camera_noted_leaves_the_file_and_the_turn_stays()
    {
        var jpeg = await pictures.Rendered(Png.Of(60, 40), PictureWorkers.Render(60, ParkBrand.Media.Worker.PictureFormat.Jpeg));
        byte[] exif = [.. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS 31.38N 120.98E secret"u8];
        byte[] noted = [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, 0xFF, 0xFE, 0, 8, .. "secret"u8, .. jpeg[2..]];
        var found = await Check("a.jpg", noted);
        Assert.Null(found.Problem);
        Assert.Equal((40, 60), (found.Width, found.Height)); // turned by a quarter
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(found.Bytes), StringComparison.Ordinal);
        var png = await Check("a.png", Png.File(1, 1, Packed([0, 1, 2, 3]), ("tEXt", "Author\0secret"u8.ToArray()), ("eXIf", "secret"u8.ToArray())));
        Assert.Null(png.Problem);
        Assert.DoesNotContain("secret", Encoding.Latin1.GetString(png.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_file_is_taken_when_it_is_one()
    {
        Assert.Null((await Check("a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")))).Problem);
        Assert.Equal("officeForm", (await Check("a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>")))).Problem?.Code);
        Assert.Equal("officeMacro", (await Check("a.xlsx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>"), ("xl/vbaProject.bin", "x")))).Problem?.Code);
        Assert.Equal("officeBomb", (await Check("a.xlsx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", new string('a', 300_000_000))))).Problem?.Code);
    }

    private static byte[] Packed(byte[] rows)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(rows);
        return packed.ToArray();
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
