using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Site.Caching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.OpenData;

/// <summary><c>/open-data</c>: no document, since it tells of files as they are.</summary>
internal sealed class OpenDataPageEndpoint(VisitReader visits, ViewRenderer renderer, OpenDataSource source)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var pattern in new[] { OpenDataPage.Address, "/{language}" + OpenDataPage.Address })
            app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (HttpContext http, OpenDataPageEndpoint page) => page.Answer(http)).ExcludeFromDescription();
    }

    private async Task Answer(HttpContext http)
    {
        var context = visits.Context(http, visits.Read(http));
        if (context.Path != OpenDataPage.Address)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var page = OpenDataPage.Build(context, source);
        await new CachedPage(await renderer.Render(http, page.View, page), page.Status, context.Snapshot.Stamp, context.Today).Send(http, "text/html; charset=utf-8");
    }
}
