using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Assisting;

/// <summary><c>/assistant/quality</c>: no document, since nobody may edit what was measured.</summary>
internal sealed class QualityPageEndpoint(VisitReader visits, ViewRenderer renderer, EvaluatedRun run)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { QualityPage.Address, "/{language}" + QualityPage.Address })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, QualityPageEndpoint page) => page.Answer(http)).ExcludeFromDescription();
    }

    private async Task Answer(HttpContext http)
    {
        var context = visits.Context(http, visits.Read(http));
        if (context.Path != QualityPage.Address || !context.Has("/" + AssistantPage.Slug))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var page = QualityPage.Build(context, run);
        await new CachedPage(await renderer.Render(http, page.View, page), page.Status, context.Snapshot.Stamp, context.Today).Send(http, "text/html; charset=utf-8");
    }
}
