using System.IO.Compression;
using ParkBrand.Site.Caching;

namespace ParkBrand.Tests.Site;

public sealed class CompressedFormTests
{
    [Fact]
    public void A_page_that_is_asked_for_often_gets_smaller_and_stays_the_same_page()
    {
        var html = File.ReadAllBytes(RepositoryRoot.File("umbraco.json")); // any text that people wrote
        var page = new CachedPage(html, 200, 1, new DateOnly(2026, 11, 2));
        var sent = Enumerable.Range(0, 6).Select(_ => page.Brotli).ToList();
        Assert.All(sent, bytes => Assert.Equal(html, Unpacked(bytes)));
        Assert.True(sent[^1].Length < sent[0].Length, $"{sent[0].Length} → {sent[^1].Length} bytes");
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var html = new MemoryStream();
        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        brotli.CopyTo(html);
        return html.ToArray();
    }
}
