using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;

namespace ParkBrand.Backoffice.Management.Documents;

internal static class GetDocumentConfiguration
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("document/configuration", () => Call.Json(new
    {
        disableDeleteWhenReferenced = false, disableUnpublishWhenReferenced = false, allowEditInvariantFromNonDefault = true, allowNonExistingSegmentsCreation = false,
    }));
}
