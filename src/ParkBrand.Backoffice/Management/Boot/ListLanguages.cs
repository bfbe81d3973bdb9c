using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Boot;

internal static class ListLanguages
{
    private sealed record Answer(int Total, IEnumerable<Item> Items);

    private sealed record Item(string IsoCode, string Name, bool IsDefault, bool IsMandatory, string? FallbackIsoCode);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/language", (ContentSchema schema, int skip = 0, int take = 100) =>
        skip < 0 || take < 0
            ? Results.Problem("skip and take are not negative.", statusCode: StatusCodes.Status400BadRequest)
            : Results.Ok(new Answer(schema.Languages.Count, schema.Languages.Skip(skip).Take(take).Select(language => Of(language, schema)))));

    // A document without its default language is nowhere on the site, so that one is mandatory.
    private static Item Of(Language language, ContentSchema schema) =>
        new(language.IsoCode, language.Name, language == schema.DefaultLanguage, language == schema.DefaultLanguage, language.Fallback);
}
