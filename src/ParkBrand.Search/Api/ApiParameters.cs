using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ParkBrand.Search.Matching;

namespace ParkBrand.Search.Api;

/// <param name="Many">May stand several times.</param>
internal sealed record ApiParameter(string Name, string Description, JsonSchemaType Type = JsonSchemaType.String, bool Many = false);

/// <summary>Describes the query parameters of an endpoint in the OpenAPI document; they are read by name, not bound, so that bad input can be told all at once.</summary>
internal static class ApiParameters
{
    public static readonly ApiParameter Culture = new("culture", "A language of the site: zh-CN or en-US; the default language when it is left out.");

    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder endpoint, IEnumerable<ApiParameter> parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. parameters.Select(Describe)];
            return Task.CompletedTask;
        });

    public static ApiParameter Of(NeedField field) => field.Shape switch
    {
        NeedShape.AtLeast => new(field.Name, $"The {field.Type}'s {field.Alias} is at least this, in its unit.", JsonSchemaType.Number),
        NeedShape.AtMost => new(field.Name, $"The {field.Type}'s {field.Alias} is at most this, in its unit.", JsonSchemaType.Number),
        NeedShape.Area => new(field.Name, "m² that must be to be had in one piece.", JsonSchemaType.Number),
        NeedShape.Choice => new(field.Name, $"The {field.Type}'s {field.Alias} is one of these values of the schema.", Many: true),
        NeedShape.Choices => new(field.Name, $"The {field.Type}'s {field.Alias} has all of these values of the schema.", Many: true),
        NeedShape.Reference => new(field.Name, $"Slug below {field.Folder}: one of these.", Many: true),
        NeedShape.References => new(field.Name, $"Slug below {field.Folder}: all of these.", Many: true),
        NeedShape.CleanClass => new(field.Name, "Clean-room class by ISO 14644-1, such as iso7; a cleaner one satisfies it too."),
        NeedShape.Flag => new(field.Name, $"'yes' needs the {field.Type}'s {field.Alias}."),
        NeedShape.By => new(field.Name, "To be had on this day at the latest, yyyy-MM-dd."),
        _ => new(field.Name, "Words that the park says of itself, all of them."),
    };

    private static IOpenApiParameter Describe(ApiParameter parameter)
    {
        var one = new OpenApiSchema { Type = parameter.Type };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = parameter.Description,
            Schema = parameter.Many ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one,
            Style = ParameterStyle.Form,
            Explode = true,
        };
    }
}
