using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Access;
using ParkBrand.Content.Import;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.FaultTests.Disk;
using ParkBrand.FaultTests.Support;
using ParkBrand.Media.Derivatives;
using ParkBrand.Media.Worker;
using ParkBrand.Tests.Media;

namespace ParkBrand.FaultTests.Media;

// Alone: it measures the memory and the patience of the whole process.
[CollectionDefinition(nameof(HostileUploadTests), DisableParallelization = true)]
public sealed class Alone;

/// <summary>500 files that are meant to hurt: refused or harmless, and whoever visits the site meanwhile notices nothing.</summary>
[Collection(nameof(HostileUploadTests))]
public sealed class HostileUploadTests
{
    private const int Files = 500, Seed = 20_261_122;
    private static readonly Actor Editor = Actor.Site("hostile test");
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_hundred_hostile_files_hurt_nobody()
    {
        using var folder = new TestFolder();
        await using var site = await Start(folder);
        var workers = site.Services.GetRequiredService<Workers>();
        var made = new HostileFiles(new Random(Seed), await Photo(workers, PictureFormat.Jpeg), await Photo(workers, PictureFormat.Webp), await Photo(workers, PictureFormat.Avif));
        var quiet = await Visits(site, TimeSpan.FromSeconds(2), Task.Delay(TimeSpan.FromSeconds(2), Cancel));
        var memory = Memory();

        var taken = new ConcurrentBag<Guid>();
        var wrong = new ConcurrentBag<string>();
        var done = 0;
        var attack = Parallel.ForEachAsync(made.Make(Files), new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = Cancel }, async (file, cancel) =>
        {
            var outcome = await site.Services.GetRequiredService<UploadMedia>().Execute(Editor, new UploadMedia.Command(null, file.Kind, file.Name, file.Bytes, new Dictionary<string, string>()), cancel);
            // As a decoder's crash would: whatever was in its hands is lost, the next file gets a new process.
            if (Interlocked.Increment(ref done) % 60 == 0)
                foreach (var id in workers.IdleIds)
                    Kill(id);
            if (outcome.IsOk)
                taken.Add(outcome.Value);
            if (outcome.IsOk && file.Refused)
                wrong.Add($"{file.Kind} was taken");
            else if (!outcome.IsOk && outcome.Problems is not [{ Message.Length: > 20 }])
                wrong.Add($"{file.Kind}: {outcome.Status} {outcome.Message}");
        });
        var busy = await Visits(site, TimeSpan.FromMinutes(3), attack);
        Assert.Empty(wrong);

        var shown = await ShowAll(site, taken);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Files} files, {taken.Count} taken; page p95 {quiet:0.0} ms before, {busy:0.0} ms during; managed memory +{(Memory() - memory) / 1048576.0:0} MB; {shown} derivatives");
        Assert.InRange(Memory() - memory, long.MinValue, 64L * 1024 * 1024);
        var good = await workers.Do(new Job(Work.Inspect, Renderer.MaxPixels), Png.Of(40, 30));
        Assert.Equal((JobState.Done, null, 40), (good.State, good.Answer.Problem, good.Answer.Width));
    }

    [Fact]
    public async Task Readers_get_the_original_while_the_worker_is_down()
    {
        using var folder = new TestFolder();
        await using var site = await Start(folder);
        var uploaded = await site.Services.GetRequiredService<UploadMedia>().Execute(Editor, new UploadMedia.Command(null, "x", "x.png", Png.Of(900, 600), new Dictionary<string, string>()), Cancel);
        var item = site.Services.GetRequiredService<ReadMedia>().Read(Editor, uploaded.Value).Value!;
        var workers = site.Services.GetRequiredService<Workers>();
        var path = $"/media/card-320/{item.Hash}/{item.FileName}";
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        // Both are busy with something that lasts, so that nothing can be computed in the two seconds that a reader waits.
        var blocked = Enumerable.Range(0, Workers.Count).Select(_ => workers.Occupy()).ToList();
        using (var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel))
        {
            Assert.Equal((HttpStatusCode.OK, "image/png", TimeSpan.FromSeconds(10)), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.MaxAge));
        }

        foreach (var release in blocked)
            (await release).Dispose();
        for (var i = 0; ; i++)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            if (answer.Content.Headers.ContentType!.MediaType == "image/jpeg")
                break;
            Assert.True(i < 100, "The derivative never came.");
            await Task.Delay(100, Cancel);
        }
    }

    [Fact]
    public async Task Asking_for_everything_computes_each_derivative_once_and_keeps_the_disk_bounded()
    {
        using var folder = new TestFolder();
        await using var site = await Start(folder);
        var uploaded = await site.Services.GetRequiredService<UploadMedia>().Execute(Editor, new UploadMedia.Command(null, "x", "x.png", Png.Of(600, 400), new Dictionary<string, string>()), Cancel);
        var item = site.Services.GetRequiredService<ReadMedia>().Read(Editor, uploaded.Value).Value!;
        var renderer = site.Services.GetRequiredService<Renderer>();
        var random = new Random(Seed);
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        await Parallel.ForEachAsync(Enumerable.Range(0, 3_000), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancel }, async (i, cancel) =>
        {
            var rendition = i % 3 == 0 ? "card-320" : $"{new[] { "card", "hero", "inline", "x" }[random.Next(4)]}-{random.Next(1, 2000)}-{random.Next(101)}-{random.Next(101)}";
            var hash = i % 3 == 1 ? Convert.ToHexStringLower(BitConverter.GetBytes(random.NextInt64())).PadLeft(64, '0') : item.Hash;
            using var answer = await client.GetAsync(new Uri($"/media/{rendition}/{hash}/{i}.png", UriKind.Relative), cancel);
            Assert.Equal(i % 3 == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        });
        Assert.Equal(1, renderer.Renders);
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It had ended by itself.
        }
    }

    private static async Task<RunningSite> Start(TestFolder folder)
    {
        var site = await RunningSite.Start(folder.Data);
        Assert.True(site.Services.GetRequiredService<Workers>().IsThere, "libvips is missing: run tools/libvips/fetch.");
        var imported = await site.Services.GetRequiredService<ImportContent>().Execute(Editor, new ImportContent.Command(SmallCity.Write(folder.In("content"), 1)));
        Assert.True(imported.IsOk, imported.Message);
        return site;
    }

    private static async Task<byte[]> Photo(Workers workers, PictureFormat format)
    {
        var (_, answer, bytes) = await workers.Do(new Job(Work.Render, Renderer.MaxPixels, 300, Format: format), Png.Of(300, 200));
        Assert.Null(answer.Problem);
        return bytes;
    }

    /// <summary>Reads a page again and again while something goes on; each answer must be good.</summary>
    /// <returns>The 95th percentile, ms.</returns>
    private static async Task<double> Visits(RunningSite site, TimeSpan atMost, Task during)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        var times = new List<double>();
        for (var start = Stopwatch.GetTimestamp(); !during.IsCompleted && Stopwatch.GetElapsedTime(start) < atMost; await Task.Delay(10, Cancel))
        {
            var one = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            times.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }

        await during;
        times.Sort();
        return times[(int)(times.Count * 0.95)];
    }

    private static async Task<int> ShowAll(RunningSite site, IEnumerable<Guid> taken)
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        client.DefaultRequestHeaders.Accept.ParseAdd("image/webp");
        var shown = 0;
        foreach (var id in taken)
        {
            var item = site.Services.GetRequiredService<ReadMedia>().Read(Editor, id).Value!;
            using var original = await client.GetAsync(new Uri(item.Url!, UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, original.StatusCode);
            Assert.Contains("sandbox", string.Join(' ', original.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            using var derivative = await client.GetAsync(new Uri($"/media/thumb-200/{item.Hash}/{item.FileName}", UriKind.Relative), Cancel);
            Assert.Contains(derivative.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable });
            shown += derivative.Content.Headers.ContentType?.MediaType == "image/webp" ? 1 : 0;
        }

        return shown;
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
