using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Media;
using ParkBrand.Media.Derivatives;
using ParkBrand.Media.Worker;

namespace ParkBrand.Tests.Media;

/// <summary>Real worker processes for the tests of one class.</summary>
public sealed class PictureWorkers : IDisposable
{
    private readonly TestFolder folder = new();

    public PictureWorkers()
    {
        Options = new MediaOptions(folder.Path, LibraryFolder: RepositoryRoot.File("artifacts"));
        Assert.True(Options.Library is not null, "libvips is missing: run tools/libvips/fetch.");
        Workers = new Workers(Options, NullLogger<Workers>.Instance);
        Cache = new DerivativeCache(Options, NullLogger<DerivativeCache>.Instance);
    }

    internal MediaOptions Options { get; }
    internal Workers Workers { get; }
    internal DerivativeCache Cache { get; }

    internal static Job Render(int width, PictureFormat format, double? ratio = null, double x = 0.5, double y = 0.5) => new(Work.Render, Renderer.MaxPixels, width, ratio, x, y, format);

    internal async Task<byte[]> Rendered(byte[] picture, Job job)
    {
        var (state, answer, bytes) = await Workers.Do(job, picture);
        Assert.Equal((JobState.Done, null), (state, answer.Problem));
        return bytes;
    }

    internal async Task<JobAnswer> Inspected(byte[] picture)
    {
        var (state, answer, _) = await Workers.Do(new Job(Work.Inspect, Renderer.MaxPixels), picture);
        Assert.Equal(JobState.Done, state);
        return answer;
    }

    public void Dispose()
    {
        Workers.Dispose();
        folder.Dispose();
    }
}
