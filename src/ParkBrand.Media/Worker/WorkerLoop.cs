using System.Text.Json;

namespace ParkBrand.Media.Worker;

/// <summary>The worker's side: one job after another from standard input, until it ends.</summary>
internal static class WorkerLoop
{
    /// <summary>Address space for pictures. A progressive JPEG or an interlaced PNG at the pixel limit needs most of it.</summary>
    private const long Memory = 1024L * 1024 * 1024;

    public static async Task<int> Run()
    {
        if (VipsLibrary.Find(AppContext.BaseDirectory) is not { } library)
        {
            await Console.Error.WriteLineAsync("libvips is missing; tools/libvips/fetch brings it.");
            return 2;
        }

        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        VipsLibrary.Open(library);
        WorkerLimits.Apply(Memory);
        while (await Wire.Read(input, CancellationToken.None) is var (head, body))
        {
            var job = JsonSerializer.Deserialize(head, WireJson.Default.Job) ?? throw new InvalidDataException("The job is empty.");
            var (answer, result) = PictureWork.Do(job, body);
            await Wire.Write(output, JsonSerializer.SerializeToUtf8Bytes(answer, WireJson.Default.JobAnswer), result, CancellationToken.None);
        }

        return 0;
    }
}
