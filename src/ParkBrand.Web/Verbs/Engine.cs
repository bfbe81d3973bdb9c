using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Media;

namespace ParkBrand.Web.Verbs;

/// <summary>The content engine without the server, for the command line.</summary>
internal static class Engine
{
    /// <summary>Runs a verb; what cannot be done becomes one sentence and exit code 1.</summary>
    public static Task<int> With(Options options, Func<IServiceProvider, Task<int>> work, Action<IServiceCollection>? more = null) => With(options, options.DataFolder, work, more);

    public static async Task<int> With(Options options, string dataFolder, Func<IServiceProvider, Task<int>> work, Action<IServiceCollection>? more = null)
    {
        try
        {
            var services = new ServiceCollection()
                .AddSingleton(TimeProvider.System)
                .AddContent(new ContentOptions(SchemaReader.ReadFile(options.SchemaFile), dataFolder, S3Options.FromEnvironment(), MediaModule.SizeOf));
            more?.Invoke(services);
            await using var provider = services.BuildServiceProvider();
            return await work(provider);
        }
        catch (Exception e) when (e is StorageException or SchemaException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
