using System.Diagnostics;
using System.Text.Json;

namespace ParkBrand.Media.Worker;

/// <summary>The site's side of one worker process. Not for use by two at once.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process) => this.process = process;

    public int Id => process.Id;
    public int Jobs { get; private set; }
    public bool HasEnded => process.HasExited;

    /// <param name="program">Of ours, with the verb <c>media-worker</c>.</param>
    public static WorkerProcess Start(string program, string library)
    {
        var start = new ProcessStartInfo(program, ["media-worker"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // A worker needs no secret of the site's environment, and a small heap: the pictures lie outside of it.
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root)
            start.Environment["DOTNET_ROOT"] = root;
        start.Environment["PARKBRAND_LIBVIPS"] = Path.GetDirectoryName(library);
        start.Environment["DOTNET_GCHeapHardLimit"] = "0xC000000";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["VIPS_WARNING"] = "0";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The worker did not start.");
        process.ErrorDataReceived += (_, _) => { }; // what a decoder says of a stranger's file is no log line of ours
        process.BeginErrorReadLine();
        return new WorkerProcess(process);
    }

    /// <exception cref="IOException">The worker died over it.</exception>
    /// <exception cref="OperationCanceledException">It took too long. The worker is of no use afterwards.</exception>
    public async Task<(JobAnswer Answer, byte[] Body)> Do(Job job, ReadOnlyMemory<byte> picture, CancellationToken cancel)
    {
        Jobs++;
        try
        {
            await Wire.Write(process.StandardInput.BaseStream, JsonSerializer.SerializeToUtf8Bytes(job, WireJson.Default.Job), picture, cancel);
            if (await Wire.Read(process.StandardOutput.BaseStream, cancel) is not var (head, body))
                throw new EndOfStreamException("The worker ended.");
            return (JsonSerializer.Deserialize(head, WireJson.Default.JobAnswer) ?? throw new InvalidDataException("The answer is empty."), body);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            throw new IOException("The worker does not keep to the form.", e); // taken over, perhaps; not to be trusted again
        }
    }

    public void Dispose()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        process.Dispose();
    }
}
