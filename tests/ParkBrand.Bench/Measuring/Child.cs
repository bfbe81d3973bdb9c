using System.Diagnostics;

namespace ParkBrand.Bench.Measuring;

/// <summary>A child process. It is ended by its own id when this object goes, whatever happened in between.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output, errors;

    private Child(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;
    public bool HasExited => process.HasExited;

    public static Child Start(string program, IEnumerable<string> arguments, string folder, params (string Name, string Value)[] environment) => Start(null, program, arguments, folder, environment);

    /// <param name="processors">The only ones that it may use, as taskset(1) writes them, e.g. <c>1-2</c>; null for all.</param>
    public static Child Start(string? processors, string program, IEnumerable<string> arguments, string folder, params (string Name, string Value)[] environment)
    {
        if (processors is not null)
            (program, arguments) = ("taskset", ["-c", processors, program, .. arguments]);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // its pipes outlive a process that is killed
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            return new Child(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new MeasurementException($"{program} cannot be started: {e.Message}");
        }
    }

    /// <summary>Runs to the end, within the time given.</summary>
    public static Task<string> Run(string program, IEnumerable<string> arguments, string folder, TimeSpan limit, params (string Name, string Value)[] environment) => Run(null, program, arguments, folder, limit, environment);

    /// <inheritdoc cref="Start(string?, string, IEnumerable{string}, string, ValueTuple{string, string}[])"/>
    public static async Task<string> Run(string? processors, string program, IEnumerable<string> arguments, string folder, TimeSpan limit, params (string Name, string Value)[] environment)
    {
        using var child = Start(processors, program, arguments, folder, environment);
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await child.process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new MeasurementException($"{Path.GetFileName(program)} did not end within {limit.TotalSeconds:0} s");
        }

        return child.process.ExitCode == 0
            ? await child.output
            : throw new MeasurementException($"{Path.GetFileName(program)} ended with {child.process.ExitCode}: {Last(await child.errors)}");
    }

    /// <summary>What the child said when it ended too early.</summary>
    public async Task<string> Complaint() => Last(await errors);

    private static string Last(string text) => text.Trim().Split('\n')[^1];

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
