using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Pages;

namespace ParkBrand.Site.Rendering;

/// <summary>A page that nobody asked for and nobody gets: making it compiles what all pages need.</summary>
internal static class Rehearsal
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A visitor will meet the same mistake, and the log will then name the page.")]
    public static async Task Run(IServiceProvider services)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var (visits, renderer) = (services.GetRequiredService<VisitReader>(), services.GetRequiredService<ViewRenderer>());
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            var context = visits.Unanswered(http);
            if (context.Snapshot.Resolve("/").State == PathState.Live)
                _ = new Caching.CachedPage(await renderer.Render(http, "Home", PageFactory.Make(context)), StatusCodes.Status200OK, 0, context.Today).Brotli;
        }
        catch (Exception)
        {
        }
    }
}
