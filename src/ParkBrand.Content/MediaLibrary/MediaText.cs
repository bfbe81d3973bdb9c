using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>What an editor may write about a media item.</summary>
internal static partial class MediaText
{
    public const int MaxName = 200, MaxAlt = 300;

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Other();

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static PropertyProblem? Name(string name) => name.Trim() switch
    {
        "" => new PropertyProblem("", "name", "is required"),
        { Length: > MaxName } => new PropertyProblem("", "name", $"is longer than {MaxName} characters"),
        var n when n.Any(char.IsControl) || !JsonScalar.IsWellFormed(n) => new PropertyProblem("", "name", "must be one line without control characters"),
        _ => null,
    };

    /// <param name="required">A picture that is edited needs its description in every language; one that was just uploaded may get it later.</param>
    public static IEnumerable<PropertyProblem> Alt(ContentSchema schema, IReadOnlyDictionary<string, string> alt, bool required)
    {
        foreach (var culture in alt.Keys.Where(c => schema.Languages.All(l => l.IsoCode != c)))
            yield return new PropertyProblem(culture, "alt", "is not a language of this site");
        foreach (var language in schema.Languages)
        {
            var text = alt.GetValueOrDefault(language.IsoCode)?.Trim() ?? "";
            if (text.Length == 0 && required)
                yield return new PropertyProblem(language.IsoCode, "alt", "is required: say in one sentence what the picture shows, for people who do not see it");
            if (text.Length > MaxAlt)
                yield return new PropertyProblem(language.IsoCode, "alt", $"is longer than {MaxAlt} characters");
            else if (text.Any(char.IsControl) || !JsonScalar.IsWellFormed(text))
                yield return new PropertyProblem(language.IsoCode, "alt", "must be one line without control characters");
        }
    }

    public static string AltJson(IReadOnlyDictionary<string, string> alt) =>
        JsonSerializer.Serialize(alt.Where(a => a.Value.Trim().Length > 0).OrderBy(a => a.Key, StringComparer.Ordinal).ToDictionary(a => a.Key, a => a.Value.Trim()), Json);

    /// <summary>A path for the content files that no other has.</summary>
    public static string FreePath(WriteSession session, MediaRow? folder, string fileName, Guid id)
    {
        var stem = Other().Replace(Path.GetFileNameWithoutExtension(fileName).ToLowerInvariant(), "-").Trim('-');
        stem = stem.Length == 0 ? $"m-{id.ToString()[..8]}" : stem[..Math.Min(60, stem.Length)].Trim('-');
        return FreePath(session, $"{(folder?.Path is { } above ? above + "/" : "")}{stem}", Path.GetExtension(fileName).ToLowerInvariant(), id);
    }

    public static string FreePath(WriteSession session, string stem, string extension, Guid id)
    {
        var path = stem + extension;
        for (var i = 2; session.Scalar<bool>("SELECT EXISTS (SELECT 1 FROM media WHERE path = @path AND id <> @id)", new { path, id }); i++)
            path = $"{stem}-{i}{extension}";
        return path;
    }
}
