using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class GetRecycleBin
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("recycle-bin/document/root", (HttpContext http, BrowseRecycleBin bin, Models models) =>
            Call.Paged(bin.Roots(http.Actor(), http.Skip(), http.Take()), models.BinItem));
        api.MapGet("recycle-bin/document/children", (HttpContext http, BrowseRecycleBin bin, Models models) => http.Id("parentId") is { } parent
            ? bin.Children(http.Actor(), parent, http.Skip(), http.Take()).To(http, page => Call.Paged(page, models.BinItem))
            : Answer.NotFound(http));
        api.MapGet("recycle-bin/document/referenced-by", (HttpContext http, ReadReferences references) =>
            Call.Paged(references.ToTrash(http.Actor(), http.Skip(), http.Take()), GetReferences.Model));
    }
}
