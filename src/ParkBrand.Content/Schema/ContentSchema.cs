using System.Collections.Frozen;

namespace ParkBrand.Content.Schema;

/// <summary>The content model of one site, read once from <c>umbraco.json</c> and never changed while the process runs.</summary>
public sealed class ContentSchema
{
    public required IReadOnlyList<Language> Languages { get; init; }
    public required FrozenDictionary<string, DataType> DataTypes { get; init; }
    public required FrozenDictionary<string, ElementType> ElementTypes { get; init; }
    public required FrozenDictionary<string, DocumentType> DocumentTypes { get; init; }
    public required IReadOnlyList<MediaType> MediaTypes { get; init; }
    public required FrozenDictionary<string, UserGroup> UserGroups { get; init; }
    public required FrozenDictionary<string, WorkflowDefinition> Workflows { get; init; }

    public Language DefaultLanguage => Languages[0];

    /// <summary>The media type that takes files with this name's ending, or null.</summary>
    public MediaType? MediaTypeOf(string fileName)
    {
        var extension = Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
        return MediaTypes.FirstOrDefault(t => t.Extensions.Contains(extension));
    }

    /// <summary>The position of a culture in every per-culture array, or -1 when the site does not have it.</summary>
    public int CultureIndex(string isoCode)
    {
        for (var i = 0; i < Languages.Count; i++)
            if (string.Equals(Languages[i].IsoCode, isoCode, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }
}

/// <param name="IsoCode">BCP 47 code, e.g. <c>zh-CN</c>.</param>
/// <param name="UrlPrefix">Empty for the default language, otherwise <c>/en</c> and the like, without a trailing slash.</param>
/// <param name="Fallback">The culture shown, visibly marked, where a document is not published in this one.</param>
public sealed record Language(string IsoCode, string Name, string UrlPrefix, string? Fallback);

/// <summary>How many revisions and proofreads a document passes before it may be published; the passes themselves come with the editors' house.</summary>
public sealed record WorkflowDefinition(string Alias, string Name, int Reviews, int Proofreads);

public sealed record MediaType(string Alias, string Name, IReadOnlyList<string> Extensions, long MaxBytes);

/// <param name="Types">Document types the group may change; empty means all.</param>
/// <param name="OwnStartNode">Members see only the documents below their own start node.</param>
/// <param name="TwoFactor">Members can do nothing before they have set up a second factor.</param>
public sealed record UserGroup(string Alias, string Name, FrozenSet<string> Permissions, FrozenSet<string> Types, bool OwnStartNode, bool TwoFactor = false);
