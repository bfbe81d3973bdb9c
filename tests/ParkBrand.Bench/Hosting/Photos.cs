using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Media;
using ParkBrand.Media.Derivatives;
using ParkBrand.Media.Worker;
using ParkBrand.Tests.Media;

namespace ParkBrand.Bench.Hosting;

/// <summary>Writes photos of the size that cameras make: 4000 × 3000 px, JPEG, each with a grain of its own.</summary>
internal static class Photos
{
    public static async Task<int> Run(string[] args)
    {
        using var workers = new Workers(new MediaOptions(args[0], Program: args[1]), NullLogger<Workers>.Instance);
        foreach (var (file, seed) in args[2..].Select((f, i) => (f, i + 1)))
        {
            var (state, answer, photo) = await workers.Do(new Job(Work.Render, Renderer.MaxPixels, 4000, null, 0.5, 0.5, PictureFormat.Jpeg), Png.Of(4000, 3000, seed));
            if (state != JobState.Done || answer.Problem is not null)
            {
                Console.Error.WriteLine($"libvips made no photo: {answer.Problem ?? state.ToString()}");
                return 1;
            }

            await File.WriteAllBytesAsync(file, photo);
        }

        return 0;
    }
}
