using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

// What the client sends. It sends its whole model, so what only it has a use for is known here and not looked at.

internal sealed record ValueRequest(string Alias)
{
    public string? Culture { get; init; }
    public string? Segment { get; init; }
    public string? EditorAlias { get; init; }
    public string? EntityType { get; init; }
    public JsonNode? Value { get; init; }
}

internal sealed record VariantRequest(string Name)
{
    public string? Id { get; init; }
    public string? Culture { get; init; }
    public string? Segment { get; init; }
    public string? State { get; init; }
    public string? PublishDate { get; init; }
    public string? ScheduledPublishDate { get; init; }
    public string? ScheduledUnpublishDate { get; init; }
    public string? CreateDate { get; init; }
    public string? UpdateDate { get; init; }
    public JsonArray? Flags { get; init; }
}

internal interface IContentRequest
{
    IReadOnlyList<ValueRequest> Values { get; }
    IReadOnlyList<VariantRequest> Variants { get; }
}

internal sealed record UpdateRequest(IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants) : IContentRequest
{
    public Reference? Template { get; init; }
}

internal sealed record UpdateAndPublishRequest(IReadOnlyList<string> CulturesToPublish, IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants) : IContentRequest
{
    public Reference? Template { get; init; }
}

internal sealed record ValidateRequest(IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants) : IContentRequest
{
    public IReadOnlyList<string>? Cultures { get; init; }
    public Reference? Template { get; init; }
}

internal sealed record CreateRequest(Reference DocumentType, IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants) : IContentRequest
{
    public Guid? Id { get; init; }
    public Reference? Parent { get; init; }
    public Reference? Template { get; init; }
    public IReadOnlyList<string>? Cultures { get; init; }
}

internal sealed record CreateAndPublishRequest(
    IReadOnlyList<string> CulturesToPublish, Reference DocumentType, IReadOnlyList<ValueRequest> Values, IReadOnlyList<VariantRequest> Variants) : IContentRequest
{
    public Guid? Id { get; init; }
    public Reference? Parent { get; init; }
    public Reference? Template { get; init; }
}

/// <summary>Where something is put; null is the root.</summary>
internal sealed record TargetRequest(Reference? Target);
