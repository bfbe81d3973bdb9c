using System.Diagnostics;
using System.Globalization;
using System.Text;
using ParkBrand.Media.Worker;

namespace ParkBrand.Tests.Media;

public sealed class WorkerTests(PictureWorkers pictures) : IClassFixture<PictureWorkers>
{
    [Theory]
    [InlineData(PictureFormat.Avif, 4, "ftypavif")]
    [InlineData(PictureFormat.Webp, 8, "WEBP")]
    [InlineData(PictureFormat.Jpeg, 0, "\u00ff\u00d8\u00ff")]
    internal async Task A_derivative_comes_in_the_format_asked_for(PictureFormat format, int at, string magic)
    {
        var bytes = await pictures.Rendered(Png.Of(1200, 800), PictureWorkers.Render(480, format));
        Assert.Equal(magic, Encoding.Latin1.GetString(bytes, at, magic.Length));
        var seen = await pictures.Inspected(bytes);
        Assert.Equal((480, 320, 1), (seen.Width, seen.Height, seen.Frames));
    }

    [Theory]
    [InlineData(900, 900, 2.0, 640, 320)]
    [InlineData(3000, 300, 2.0, 600, 300)] // not enlarged
    [InlineData(100, 50, null, 100, 50)]
    [InlineData(50, 3000, null, 50, 3000)]
    [InlineData(3000, 7, null, 640, 1)]
    [InlineData(1, 1, 2.0, 1, 1)]
    public async Task A_derivative_has_the_ratio_of_its_preset_and_is_never_enlarged(int width, int height, double? ratio, int outWidth, int outHeight)
    {
        var seen = await pictures.Inspected(await pictures.Rendered(Png.Of(width, height), PictureWorkers.Render(640, PictureFormat.Webp, ratio)));
        Assert.Equal((outWidth, outHeight), (seen.Width, seen.Height));
    }

    [Fact]
    public async Task A_picture_beyond_the_pixel_limit_is_refused_before_it_is_read()
    {
        var answer = await pictures.Inspected(Png.File(50_000, 50_000, [1, 2, 3]));
        Assert.Equal("too many pixels", answer.Problem);
    }

    [Fact]
    public async Task What_is_no_allowed_picture_is_not_decoded()
    {
        foreach (var text in new[] { "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", "%PDF-1.4", "GIF89a", "P3 1 1 255 0 0 0", "" })
            Assert.NotNull((await pictures.Inspected(Encoding.ASCII.GetBytes(text))).Problem);
    }

    [Fact]
    public async Task A_truncated_picture_is_found()
    {
        var jpeg = await pictures.Rendered(Png.Of(900, 900), PictureWorkers.Render(900, PictureFormat.Jpeg));
        Assert.Null((await pictures.Inspected(jpeg)).Problem);
        Assert.NotNull((await pictures.Inspected(jpeg[..(jpeg.Length / 2)])).Problem);
        var png = Png.Of(900, 900);
        Assert.NotNull((await pictures.Inspected(png[..(png.Length / 2)])).Problem);
    }

    [Fact]
    public async Task A_photo_of_twelve_megapixels_takes_less_than_200_MB_of_a_worker()
    {
        using var alone = new PictureWorkers();
        var photo = await pictures.Rendered(Png.Of(4000, 3000), PictureWorkers.Render(4000, PictureFormat.Jpeg));
        await alone.Rendered(photo, PictureWorkers.Render(200, PictureFormat.Webp));
        var start = Stopwatch.GetTimestamp();
        await alone.Rendered(photo, PictureWorkers.Render(800, PictureFormat.Webp));
        var took = Stopwatch.GetElapsedTime(start);
        var peak = await File.ReadAllLinesAsync($"/proc/{alone.Workers.IdleIds.Single()}/status", TestContext.Current.CancellationToken);
        var kilobytes = int.Parse(peak.Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"{took.TotalMilliseconds:0} ms, peak {kilobytes / 1024} MB");
        Assert.InRange(kilobytes, 1, 200 * 1024);
    }

    [Fact]
    public async Task A_worker_that_dies_is_followed_by_another()
    {
        await pictures.Inspected(Png.Of(9, 9));
        foreach (var id in pictures.Workers.IdleIds)
            Process.GetProcessById(id).Kill();
        var (state, _, _) = await pictures.Workers.Do(PictureWorkers.Render(9, PictureFormat.Webp), Png.Of(9, 9));
        if (state == JobState.Failed) // it died with this job in its hands
            (state, _, _) = await pictures.Workers.Do(PictureWorkers.Render(9, PictureFormat.Webp), Png.Of(9, 9));
        Assert.Equal(JobState.Done, state);
    }
}
