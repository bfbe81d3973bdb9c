using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class LanguageItems
{
    private sealed record Item(string Name, string IsoCode);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/item/language", (ContentSchema schema, [FromQuery] string[]? isoCode) =>
        Results.Ok(schema.Languages.Where(language => isoCode?.Contains(language.IsoCode, StringComparer.OrdinalIgnoreCase) == true).Select(language => new Item(language.Name, language.IsoCode))));
}
