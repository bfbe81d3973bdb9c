using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class ListCultures
{
    private sealed record Answer(int Total, IEnumerable<Item> Items);

    private sealed record Item(string Name, string EnglishName);

    // Languages are added in umbraco.json, so there is no choice of others to offer.
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/culture", (ContentSchema schema) =>
        Results.Ok(new Answer(schema.Languages.Count, schema.Languages.Select(language => new Item(language.IsoCode, CultureInfo.GetCultureInfo(language.IsoCode).EnglishName)))));
}
