namespace ParkBrand.Backoffice.Management.Schema;

/// <summary>Anything named by its id alone.</summary>
internal sealed record Reference(Guid Id);

internal sealed record DataTypeModel(
    Guid Id, string Name, string EditorAlias, string EditorUiAlias, IReadOnlyList<SettingModel> Values, bool IsDeletable = false, bool CanIgnoreStartNodes = true);

internal sealed record SettingModel(string Alias, object? Value);

internal sealed record DataTypeItemModel(Guid Id, string Name, string EditorAlias, string EditorUiAlias, bool IsDeletable, IReadOnlyList<object> Flags);

internal sealed record DocumentTypeModel(
    Guid Id, string Alias, string Name, string? Description, string Icon, bool AllowedAsRoot, bool VariesByCulture, bool IsElement,
    IReadOnlyList<PropertyModel> Properties, IReadOnlyList<ContainerModel> Containers, IReadOnlyList<AllowedTypeModel> AllowedDocumentTypes)
{
    public bool VariesBySegment { get; }
    public bool AllowedInLibrary { get; }
    public Reference? Collection { get; }
    public Reference? DefaultTemplate { get; }
    public IReadOnlyList<Reference> AllowedTemplates { get; } = [];
    public IReadOnlyList<object> Compositions { get; } = [];
    public object Cleanup { get; } = new { PreventCleanup = true, KeepAllVersionsNewerThanDays = (int?)null, KeepLatestVersionPerDayForDays = (int?)null };
}

internal sealed record AllowedTypeModel(Reference DocumentType, int SortOrder);

internal sealed record PropertyModel(
    Guid Id, Reference? Container, int SortOrder, string Alias, string Name, string? Description, Reference DataType, bool VariesByCulture, ValidationModel Validation)
{
    public bool VariesBySegment { get; }
    public object Appearance { get; } = new { LabelOnTop = false };
}

internal sealed record ValidationModel(bool Mandatory, string? MandatoryMessage, string? RegEx, string? RegExMessage);

/// <param name="Type"><c>Tab</c> or <c>Group</c>.</param>
internal sealed record ContainerModel(Guid Id, Reference? Parent, string? Name, string Type, int SortOrder);

internal sealed record DocumentTypeItemModel(Guid Id, string Name, string? Icon, string? Description, bool IsElement, bool AllowedInLibrary, IReadOnlyList<object> Flags);

/// <summary>A type as it stands beside a document.</summary>
internal sealed record DocumentTypeReference(Guid Id, string Icon, Reference? Collection);
