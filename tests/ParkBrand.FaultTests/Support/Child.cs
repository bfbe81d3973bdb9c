using System.Collections.Concurrent;
using System.Diagnostics;

namespace ParkBrand.FaultTests.Support;

/// <summary>A child process: the real program, or this executable in another role. Ended by its own id, whatever happens.</summary>
internal sealed class Child : IAsyncDisposable
{
    /// <summary>How long anything may take at all. Generous, since it only bounds what hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new(), errors = new();
    private readonly TaskCompletionSource outputEnd = new(), errorEnd = new();

    private Child(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Take(e.Data, output, outputEnd);
        process.ErrorDataReceived += (_, e) => Take(e.Data, errors, errorEnd);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Out => string.Join('\n', output);
    public string Error => string.Join('\n', errors);
    public IEnumerable<string> Lines => output;
    public bool HasEnded => process.HasExited;
    public int Id => process.Id;

    /// <summary>The <c>parkbrand</c> program as it stands beside the tests.</summary>
    public static Child ParkBrand(string workingFolder, params string[] args) => Program(Beside("parkbrand"), workingFolder, args);

    /// <summary>This executable in the role of <paramref name="args"/>.</summary>
    public static Child Self(string workingFolder, params string[] args) => Program(Beside("ParkBrand.FaultTests"), workingFolder, args);

    public static Child Program(string file, string workingFolder, params string[] args)
    {
        var start = new ProcessStartInfo(file, args) { WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // its pipes outlive a process that is killed
        return new Child(start);
    }

    public static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    public void Kill()
    {
        try
        {
            process.Kill(); // SIGKILL to this process alone
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }
    }

    public async Task<int> End(TimeSpan? within = null)
    {
        using var bound = new CancellationTokenSource(within ?? Patience);
        try
        {
            await process.WaitForExitAsync(bound.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
            Assert.Fail($"The process did not end within {within ?? Patience}. It said:\n{Out}\n{Error}");
        }

        await Task.WhenAll(outputEnd.Task, errorEnd.Task).WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <summary>Waits for a line of the output; fails when the process ends or takes too long instead.</summary>
    public Task<string> Said(Func<string, bool> wanted) => Wait(output, wanted);

    public Task<string> ErrorSaid(string words) => Wait(errors, l => l.Contains(words, StringComparison.Ordinal));

    private async Task<string> Wait(ConcurrentQueue<string> lines, Func<string, bool> wanted)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var ended = process.HasExited && outputEnd.Task.IsCompleted && errorEnd.Task.IsCompleted;
            if (lines.FirstOrDefault(wanted) is { } line)
                return line;
            Assert.False(ended, $"The process ended:\n{Out}\n{Error}");
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"The process did not say it in time:\n{Out}\n{Error}");
            await Task.Delay(5);
        }
    }

    private static void Take(string? line, ConcurrentQueue<string> lines, TaskCompletionSource end)
    {
        if (line is null)
            end.TrySetResult();
        else
            lines.Enqueue(line);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
