using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Backoffice.Management.Values;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

internal sealed record VariantItemModel(Guid Id, string Name, string Culture, string State, IReadOnlyList<object> Flags);

internal sealed record TreeItemModel(
    Guid Id, Reference? Parent, IReadOnlyList<Reference> Ancestors, DocumentTypeReference DocumentType, IReadOnlyList<VariantItemModel> Variants,
    bool HasChildren, bool IsTrashed, string CreateDate, bool IsProtected, bool NoAccess, IReadOnlyList<object> Flags);

internal sealed record ItemModel(
    Guid Id, Reference? Parent, DocumentTypeReference DocumentType, IReadOnlyList<VariantItemModel> Variants, bool HasChildren, bool IsTrashed, bool IsProtected, IReadOnlyList<object> Flags);

internal sealed record BinItemModel(Guid Id, Reference? Parent, DocumentTypeReference DocumentType, IReadOnlyList<VariantItemModel> Variants, bool HasChildren, string CreateDate);

internal sealed record VariantModel(
    Guid Id, string Culture, string? Segment, string Name, string State, string CreateDate, string UpdateDate, string? PublishDate,
    string? ScheduledPublishDate, string? ScheduledUnpublishDate, IReadOnlyList<object> Flags);

internal sealed record DocumentModel(
    Guid Id, DocumentTypeReference DocumentType, bool IsTrashed, IReadOnlyList<ValueModel> Values, IReadOnlyList<VariantModel> Variants, Reference? Template, IReadOnlyList<object> Flags);

/// <summary>Documents in the shapes that the client knows.</summary>
internal sealed class Models(EditorSchema schema)
{
    public TreeItemModel TreeItem(DocumentCard card) => new(
        card.Id, Parent(card), [.. card.Ancestors.Select(a => new Reference(a))], schema.Reference(card.Type), Variants(card),
        card.HasChildren, card.Trashed, Time(card.CreatedAt)!, IsProtected: false, NoAccess: false, []);

    public ItemModel Item(DocumentCard card) => new(card.Id, Parent(card), schema.Reference(card.Type), Variants(card), card.HasChildren, card.Trashed, false, []);

    public BinItemModel BinItem(DocumentCard card) => new(card.Id, Parent(card), schema.Reference(card.Type), Variants(card), card.HasChildren, Time(card.CreatedAt)!);

    public DocumentModel Document(OpenedDocument document) => new(
        document.Card.Id, schema.Reference(document.Card.Type), document.Card.Trashed,
        schema.Content.DocumentTypes.TryGetValue(document.Card.Type, out var type) ? [.. EditorValues.Of(schema.Content, type, document.Content, document.Card.Id.ToString()), .. Address(type, document)] : [],
        [.. document.Variants.Select(v => Variant(document, v))], null, []);

    private static IEnumerable<ValueModel> Address(DocumentType type, OpenedDocument document) =>
        UrlSegment.Of(type) ? [new ValueModel(UrlSegment.Editor, null, null, UrlSegment.Alias, document.Slug)] : [];

    private static VariantModel Variant(OpenedDocument document, OpenedVariant variant) => new(
        document.Card.Id, variant.Card.Culture, null, variant.Card.Name, State(document.Card, variant.Card),
        Time(document.Card.CreatedAt)!, EditStamp.Of(document.Card.SavedAt, document.Version),
        Time(variant.PublishedAt), Time(variant.PublishAt), Time(variant.WithdrawAt), []);

    public static string State(DocumentCard card, VariantCard variant) => card.Trashed ? "Trashed" : variant.State switch
    {
        VariantState.Published => "Published",
        VariantState.PublishedWithChanges => "PublishedPendingChanges",
        _ => "Draft",
    };

    public static IReadOnlyList<VariantItemModel> Variants(DocumentCard card) => [.. card.Variants.Select(v => new VariantItemModel(card.Id, v.Name, v.Culture, State(card, v), []))];

    private static Reference? Parent(DocumentCard card) => card.Parent is { } parent ? new Reference(parent) : null;

    public static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
}
