using ParkBrand.Backoffice.Management.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

internal sealed record PublishRequest(IReadOnlyList<CultureSchedule> PublishSchedules);

internal sealed record CultureSchedule
{
    public string? Culture { get; init; }
    public ScheduleTimes? Schedule { get; init; }
}

internal sealed record ScheduleTimes
{
    public DateTimeOffset? PublishTime { get; init; }
    public DateTimeOffset? UnpublishTime { get; init; }
}

internal sealed record PublishTreeRequest(bool IncludeUnpublishedDescendants, IReadOnlyList<string> Cultures);

internal sealed record UnpublishRequest
{
    public IReadOnlyList<string>? Cultures { get; init; }
}

internal sealed record CopyRequest(bool RelateToOriginal, bool IncludeDescendants)
{
    public Reference? Target { get; init; }
}

internal sealed record SortRequest(IReadOnlyList<SortEntry> Sorting)
{
    public Reference? Parent { get; init; }
}

internal sealed record SortEntry(Guid Id, int SortOrder);
