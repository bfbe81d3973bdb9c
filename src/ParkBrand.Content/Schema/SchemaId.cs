using ParkBrand.Content.Import;

namespace ParkBrand.Content.Schema;

/// <summary>Ids of what stands in <c>umbraco.json</c>, for protocols that know types by id. They follow from the alias, so every node and every start has the same.</summary>
public static class SchemaId
{
    /// <param name="kind">What it is, e.g. <c>document-type</c>; aliases are unique within a kind only.</param>
    public static Guid Of(string kind, string alias) => ContentId.OfSchema(kind, alias);
}
