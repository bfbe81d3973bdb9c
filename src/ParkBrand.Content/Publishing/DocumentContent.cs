using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>What an editor or a content file gives for one culture.</summary>
public sealed record CultureContent(string Name, JsonObject Values);

/// <summary>The editable content of a document: invariant values and one part per culture.</summary>
public sealed record DocumentContent(JsonObject Invariant, IReadOnlyDictionary<string, CultureContent> Cultures);

/// <summary>Content that was checked against its type and brought into canonical form.</summary>
internal sealed record CheckedContent(IReadOnlyList<CultureRow> Cultures, IReadOnlyList<Reference> References)
{
    public static Outcome<CheckedContent> Check(ContentSchema schema, DocumentType type, DocumentContent content)
    {
        var rows = new List<CultureRow>();
        var references = new List<Reference>();
        var problems = new List<PropertyProblem>();
        Add("", new CultureContent("", content.Invariant));
        foreach (var (culture, part) in content.Cultures.OrderBy(c => c.Key, StringComparer.Ordinal))
            // Exactly as the schema writes it: zh-cn beside zh-CN would be two parts of one language.
            if (schema.Languages.All(l => l.IsoCode != culture))
                problems.Add(new PropertyProblem(culture, "$", "is not a language of this site"));
            else
                Add(culture, part);
        return problems.Count > 0 ? Outcome.Invalid<CheckedContent>(problems) : Outcome.Ok(new CheckedContent(rows, references));

        void Add(string culture, CultureContent part)
        {
            var writer = new ValueWriter(schema, culture);
            var value = writer.Write(type.Properties.Where(p => p.Variant == culture.Length > 0), part.Values);
            var name = part.Name.Trim();
            if (culture.Length > 0 && name.Length is 0 or > 200)
                problems.Add(new PropertyProblem(culture, "name", name.Length == 0 ? "is required" : (Sentence)"is longer than 200 characters"));
            else if (name.Any(char.IsControl) || name.AsSpan().ContainsAny('\u2028', '\u2029') || !JsonScalar.IsWellFormed(name))
                problems.Add(new PropertyProblem(culture, "name", "must be one line without control characters"));
            rows.Add(new CultureRow(culture, name, value));
            problems.AddRange(writer.Problems);
            references.AddRange(writer.References);
        }
    }
}

/// <summary>The last part of an address: a-z, 0-9 and single hyphens.</summary>
internal static partial class Slug
{
    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.NonBacktracking)]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Other();

    public static PropertyProblem Problem(string slug) => new("", "slug", $"'{slug}' must be 1 to 80 characters of a-z, 0-9 and single hyphens between them");

    public static bool IsValid(string slug) => slug.Length <= 80 && Form().IsMatch(slug);

    /// <summary>A slug from the English name; from the id where there is none, since pinyin reads badly in an address.</summary>
    public static string From(DocumentContent content, Guid id)
    {
        var english = content.Cultures.FirstOrDefault(c => c.Key.StartsWith("en", StringComparison.OrdinalIgnoreCase)).Value?.Name ?? "";
        var slug = Other().Replace(english.ToLowerInvariant(), "-").Trim('-');
        return slug.Length > 0 ? slug[..Math.Min(80, slug.Length)].Trim('-') : $"d-{id.ToString()[..8]}";
    }
}
