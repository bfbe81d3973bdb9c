using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Import;

/// <summary>One document as it stands in a file.</summary>
internal sealed class ContentFile
{
    /// <summary>File name relative to the content folder, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>The same without ending: what other files refer to.</summary>
    public string Key => File[..File.LastIndexOf('.')];
    public required DocumentType Type { get; init; }
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public int? Sort { get; init; }

    /// <summary>Cultures that are to be public; a culture with <c>publish: false</c> stays a draft.</summary>
    public required IReadOnlyList<string> Publish { get; init; }
    public required JsonObject Invariant { get; init; }
    public required Dictionary<string, CultureContent> Cultures { get; init; }
    public required IReadOnlyDictionary<string, int> Lines { get; init; }
    public List<PendingReference> References { get; } = [];
    public List<MediaUse> Media { get; } = [];
    public string? ParentKey { get; set; }

    public DocumentContent Content => new(Invariant, Cultures);

    /// <summary>The line of a property, or of the nearest thing around it.</summary>
    public int LineOf(string culture, string path)
    {
        var key = culture.Length == 0 ? path : $"{culture}.{path}";
        while (key.Length > 0)
        {
            if (Lines.TryGetValue(key, out var line))
                return line;
            key = key[..Math.Max(0, key.LastIndexOfAny(['.', '[']))];
        }

        return 0;
    }

    public FileProblem Problem(string culture, string path, string message) =>
        new(File, LineOf(culture, path), culture.Length == 0 ? $"{path}: {message}" : $"{culture}.{path}: {message}");
}

/// <summary>A reference by key, to be replaced with the id once all files are known.</summary>
internal sealed record PendingReference(string Culture, string Path, string Target, Action<Guid> Resolve);

/// <param name="File">Relative to the content folder.</param>
internal sealed record MediaUse(string Culture, string Path, string File, IReadOnlyDictionary<string, string> Alt);
