using Microsoft.AspNetCore.Routing;

namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>The content model, read-only: it is written in <c>umbraco.json</c>.</summary>
internal static class SchemaRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        GetDocumentTypes.Map(api);
        GetAllowedTypes.Map(api);
        GetDocumentTypeItems.Map(api);
        GetDocumentTypeTree.Map(api);
        GetDataTypes.Map(api);
        GetDataTypeItems.Map(api);
    }
}
