using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Access;
using ParkBrand.Content.Import;

namespace ParkBrand.Web.Verbs;

internal static class Import
{
    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--data", "--schema", "--content"], ["--dry-run", "--keep-going"]) is not { } options)
            return 2;
        var command = new ImportContent.Command(options.ContentFolder, options.Has("--dry-run"), options.Has("--keep-going"));
        return await Engine.With(options, services => Into(services, command));
    }

    public static async Task<int> Into(IServiceProvider services, ImportContent.Command command)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var start = clock.GetTimestamp();
        using var bar = new ProgressBar("Importing");
        var outcome = await services.GetRequiredService<ImportContent>().Execute(Actor.Site("import"), command, bar);
        bar.Dispose();
        foreach (var problem in outcome.Value?.Problems ?? [])
            await Console.Error.WriteLineAsync(problem.ToString());
        if (!outcome.IsOk)
        {
            await Console.Error.WriteLineAsync(outcome.Message);
            return 1;
        }

        var report = outcome.Value!;
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine($"{report.Files} documents{(command.DryRun ? " (dry run, nothing kept)" : "")}: {report.Created} created, "
            + $"{report.Changed} changed, {report.Unchanged} unchanged; {report.MediaChanged} media files changed; {seconds:0.0} s.");
        if (report.Problems.Count > 0)
            Console.WriteLine($"{report.Problems.Count} problem(s): those files were left out.");
        return report.Problems.Count > 0 ? 1 : 0;
    }
}

/// <summary>A line that fills up on a terminal, and nothing at all elsewhere.</summary>
internal sealed class ProgressBar(string what) : IProgress<(int Done, int Total)>, IDisposable
{
    private const int Width = 30;
    private readonly bool visible = !Console.IsErrorRedirected;
    private int last = -1;

    public void Report((int Done, int Total) value)
    {
        var percent = value.Total == 0 ? 100 : value.Done * 100 / value.Total;
        if (!visible || percent == last)
            return;
        last = percent;
        Console.Error.Write($"\r{what} [{new string('#', percent * Width / 100).PadRight(Width)}] {value.Done}/{value.Total}");
    }

    public void Dispose()
    {
        if (visible && last >= 0)
            Console.Error.WriteLine();
        last = -1;
    }
}
