using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Publishing;
using ParkBrand.Media.Derivatives;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Themes.Kunshan;

namespace ParkBrand.Tests.Media;

/// <summary>From an upload to the picture on a page, over HTTP.</summary>
[Collection(nameof(RunningSite))]
public sealed class ServingTests(RunningSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<MediaItem> Upload(byte[] bytes, string name = "photo.png")
    {
        var made = await site.Get<UploadMedia>().Execute(site.Editor, new UploadMedia.Command(null, "照片", name, bytes, new Dictionary<string, string> { ["zh-CN"] = "一张照片", ["en-US"] = "A photo" }), Cancel);
        Assert.True(made.IsOk, made.Message);
        return site.Get<ReadMedia>().Read(site.Editor, made.Value).Value!;
    }

    [Fact]
    public async Task A_picture_that_was_uploaded_is_served_in_the_formats_that_a_browser_takes()
    {
        var item = await Upload(Png.Of(1400, 900, 11));
        Assert.Equal((1400, 900, "image", "image/png"), (item.Width, item.Height, item.Type, item.ContentType));
        foreach (var (accept, type) in new[] { ("image/avif,image/webp,*/*", "image/avif"), ("image/webp,image/*;q=0.8", "image/webp"), ("image/*", "image/jpeg"), ("image/avif;q=0, image/webp", "image/webp") })
        {
            var answer = await site.Read($"/media/card-640/{item.Hash}/{item.FileName}", ("Accept", accept));
            Assert.Equal((200, type), (answer.Status, answer["Content-Type"]));
            Assert.Equal(("public, max-age=31536000, immutable", "Accept"), (answer["Cache-Control"], answer["Vary"]));
            Assert.Equal("default-src 'none'; sandbox", answer["Content-Security-Policy"]);
        }
    }

    [Fact]
    public async Task Only_what_pages_ask_for_has_an_address()
    {
        var item = await Upload(Png.Of(700, 500, 12));
        foreach (var rendition in new[] { "card-641", "card-0640", "card-640-50-50", "card", "card-", "-640", "poster-640", "card-640-50", "card-640-x-y", "CARD-640", "card-640-", "hero-640-640", "card-+640", "card-99999999999" })
            Assert.Equal(404, (await site.Read($"/media/{rendition}/{item.Hash}/a.png")).Status);
        foreach (var hash in new[] { new string('0', 64), "..", item.Hash[..63], item.Hash.ToUpperInvariant(), "%2e%2e%2f" })
            Assert.Equal(404, (await site.Read($"/media/card-640/{hash}/a.png")).Status);
        var drawing = site.Now.Media(site.Now.OfType("park").First().In(0, site.Now.Schema)!.Values.Reference("cover"))!;
        Assert.Equal(404, (await site.Read($"/media/card-640/{drawing.Hash}/a.svg")).Status);
    }

    [Fact]
    public async Task A_derivative_answers_ranges_and_known_tags()
    {
        var item = await Upload(Png.Of(800, 800, 13));
        var path = $"/media/inline-480/{item.Hash}/{item.FileName}";
        var whole = await site.Read(path, ("Accept", "image/webp"));
        Assert.Equal(304, (await site.Read(path, ("Accept", "image/webp"), ("If-None-Match", whole["ETag"]!))).Status);
        Assert.Equal(200, (await site.Read(path, ("Accept", "image/avif"), ("If-None-Match", whole["ETag"]!))).Status);
        var part = await site.Read(path, ("Accept", "image/webp"), ("Range", "bytes=0-9"));
        Assert.Equal((206, "10"), (part.Status, part["Content-Length"]));
        Assert.StartsWith("bytes 0-9/", part["Content-Range"], StringComparison.Ordinal);
        Assert.Equal(416, (await site.Read(path, ("Accept", "image/webp"), ("Range", "bytes=99999999-"))).Status);
    }

    [Fact]
    public async Task A_hundred_visitors_at_once_cost_one_computation()
    {
        var item = await Upload(Png.Of(2000, 1500, 14));
        var before = site.Get<Renderer>().Renders;
        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => site.Read($"/media/hero-1280/{item.Hash}/{item.FileName}", ("Accept", "image/webp"))));
        Assert.All(all, a => Assert.Equal(200, a.Status));
        Assert.Equal(before + 1, site.Get<Renderer>().Renders);
    }

    [Fact]
    public async Task Pages_show_a_photo_in_sizes_with_its_box_and_the_new_one_as_soon_as_it_is_replaced()
    {
        var item = await Upload(Png.Of(1000, 700, 15));
        var feature = site.Now.OfType("feature").First();
        var drafts = site.Get<ParkBrand.Content.Queries.ReadDrafts>();
        var content = drafts.Read(site.Editor, feature.Id).Value!.Content;
        var cover = content.Invariant["cover"]!.DeepClone();
        content.Invariant["cover"] = item.Id.ToString();
        await Publish(feature.Id, content);
        try
        {
            var page = Markup.Of(await site.Read(feature.Path!)).Document.QuerySelector("figure img")!;
            Assert.Equal(string.Join(", ", new[] { 640, 960, 1280 }.Select(w => $"/media/hero-{w}/{item.Hash}/{item.FileName} {w}w")), page.GetAttribute("srcset"));
            Assert.Equal(("960", "480", "一张照片"), (page.GetAttribute("width"), page.GetAttribute("height"), page.GetAttribute("alt")));
            var saved = await site.Get<SaveMedia>().Execute(site.Editor, new SaveMedia.Command(item.Id, "新照片", new Dictionary<string, string> { ["zh-CN"] = "新的", ["en-US"] = "New" }, (20, 70), File: new("x.png", Png.Of(1000, 700, 16))), Cancel);
            Assert.True(saved.IsOk, saved.Message);
            var now = site.Get<ReadMedia>().Read(site.Editor, item.Id).Value!;
            Assert.NotEqual(item.Hash, now.Hash);
            var src = Markup.Of(await site.Read(feature.Path!)).Document.QuerySelector("figure img")!.GetAttribute("src");
            Assert.Equal($"/media/hero-960-20-70/{now.Hash}/{now.FileName}", src);
            Assert.Equal(200, (await site.Read(src!)).Status);
            Assert.Equal(404, (await site.Read($"/media/hero-960/{item.Hash}/{item.FileName}")).Status);
            Assert.Equal(404, (await site.Read($"/media/hero-960/{now.Hash}/{now.FileName}")).Status);
        }
        finally
        {
            content.Invariant["cover"] = cover;
            await Publish(feature.Id, content);
        }
    }

    [Fact]
    public async Task A_drawing_stands_on_the_page_as_it_is()
    {
        var park = site.Now.OfType("park").First();
        var drawing = site.Now.Media(park.In(0, site.Now.Schema)!.Values.Reference("cover"))!;
        Assert.Contains($"<img class=\"art\" src=\"/media/{drawing.Hash}/{drawing.Name}\" alt=\"{drawing.Alt[0]}\" width=\"960\" height=\"480\" decoding=\"async\">", (await site.Read(park.Path!)).Text, StringComparison.Ordinal);
    }

    private async Task Publish(Guid id, DocumentContent content)
    {
        var saved = await site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(id, content), Cancel);
        Assert.True(saved.IsOk, saved.Message);
        var published = await site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(id, [.. content.Cultures.Keys]), Cancel);
        Assert.True(published.IsOk, published.Message);
    }

    [Fact]
    public async Task A_document_file_is_saved_and_not_opened()
    {
        var item = await Upload(Encoding.ASCII.GetBytes("%PDF-1.4\n<script>alert(1)</script>\n%%EOF"), "plan.pdf");
        var answer = await site.Read(item.Url!);
        Assert.Equal((200, "application/pdf"), (answer.Status, answer["Content-Type"]));
        Assert.StartsWith("attachment; filename=", answer["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
    }

    [Fact]
    public void The_theme_asks_only_for_sizes_that_are_made()
    {
        foreach (var shape in new[] { PictureShape.Hero, PictureShape.Card, PictureShape.Inline })
        {
            var preset = Preset.Find(shape.Preset)!;
            Assert.Equal(preset.Widths, shape.Widths);
            Assert.Equal(preset.Ratio, (double?)shape.Ratio);
        }
    }
}
