using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class DefaultLanguage
{
    private sealed record Item(string Name, string IsoCode);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/item/language/default", (ContentSchema schema) => Results.Ok(new Item(schema.DefaultLanguage.Name, schema.DefaultLanguage.IsoCode)));
}
