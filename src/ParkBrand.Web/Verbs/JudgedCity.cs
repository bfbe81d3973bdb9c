using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Content;
using ParkBrand.Content.Import;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Web.Verbs;

/// <summary>A city that is imported and indexed to be judged, and thrown away after that.</summary>
internal sealed record JudgedCity(IServiceProvider Services, SnapshotSource Snapshots, Indexer Indexer)
{
    /// <returns>What the judge returns, or the code of an import that failed.</returns>
    public static async Task<int> With(Options options, Func<JudgedCity, Task<int>> judge)
    {
        var data = Directory.CreateTempSubdirectory("parkbrand-eval-");
        try
        {
            return await Engine.With(options, data.FullName, async services =>
            {
                var snapshots = services.LoadContent();
                if (await Import.Into(services, new ImportContent.Command(options.ContentFolder)) is var failed and not 0)
                    return failed;
                using var indexer = new Indexer(snapshots, data.FullName, TimeProvider.System, NullLogger<Indexer>.Instance);
                await indexer.StartAsync(CancellationToken.None);
                while (indexer.Stamp < snapshots.Current.Stamp)
                    await Task.Delay(50);
                var code = await judge(new JudgedCity(services, snapshots, indexer));
                await indexer.StopAsync(CancellationToken.None);
                return code;
            });
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
