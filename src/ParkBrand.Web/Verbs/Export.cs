using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Import;

namespace ParkBrand.Web.Verbs;

internal static class Export
{
    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--data", "--schema", "--out"]) is not { } options)
            return 2;
        if (options["--out"] is not { } folder)
        {
            await Console.Error.WriteLineAsync("Say where to write: --out DIR");
            return 2;
        }

        return await Engine.With(options, services =>
        {
            var count = services.GetRequiredService<ExportContent>().Execute(Path.GetFullPath(folder));
            Console.WriteLine($"{count} documents written to {folder}.");
            return Task.FromResult(0);
        });
    }
}
