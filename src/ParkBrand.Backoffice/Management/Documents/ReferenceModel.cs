using System.Text.Json.Serialization;

namespace ParkBrand.Backoffice.Management.Documents;

internal sealed record ReferenceModel(
    [property: JsonPropertyName("$type")] string Kind, Guid Id, string? Name, bool Published, ReferringType DocumentType, IReadOnlyList<VariantItemModel> Variants);

internal sealed record ReferringType(Guid Id, string? Icon, string? Alias, string? Name);
