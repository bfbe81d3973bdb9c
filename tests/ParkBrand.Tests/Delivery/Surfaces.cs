using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Delivery;

/// <summary>A place where the public, or its machines, could see a document.</summary>
/// <param name="Name">With the language, for messages.</param>
/// <param name="Culture">Index of the language that it is asked in.</param>
/// <param name="Address">Where a document and its park would be told of.</param>
internal sealed record Surface(string Name, int Culture, Func<PublishedDocument, PublishedDocument, string> Address)
{
    /// <summary>A document stands in an answer by its address or its id, whatever else is told of it.</summary>
    public static bool Shows(Answer answer, PublishedDocument document) =>
        answer.Status == 200 && (answer.Text.Contains(document.Path!, StringComparison.Ordinal) || answer.Text.Contains(document.Id.ToString(), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Name;
}

/// <summary>Every place that tells of records, one row each; a new surface gets a row here and is tested with the others.</summary>
internal static class Surfaces
{
    public static IEnumerable<Surface> Of(string type)
    {
        var list = type switch { "policy" => "policies", _ => type + "s" };
        var filter = type is "space" or "job" or "resource";
        foreach (var (culture, prefix) in new[] { (0, ""), (1, "/en") })
        {
            foreach (var ending in new[] { "", ".atom", ".json" })
            {
                yield return new($"{prefix} list feed{ending}", culture, (d, park) => $"{prefix}/{list}/feed{ending}" + (filter ? $"?park={park.Slug}" : ""));
                yield return new($"{prefix} search feed{ending}", culture, (d, park) => $"{prefix}/search/feed{ending}?type={type}" + (filter ? $"&park={park.Slug}" : ""));
            }

            if (filter)
                foreach (var ending in new[] { "csv", "jsonl" })
                    yield return new($"{prefix} open data {ending}", culture, (d, park) => $"{prefix}/open-data/{list}.{ending}");
            if (type is "job")
            {
                yield return new($"{prefix} calendar", culture, (d, park) => prefix + "/calendar.ics");
                yield return new($"{prefix} calendar of the list", culture, (d, park) => $"{prefix}/{list}/calendar.ics");
            }

            yield return new($"{prefix} structured data of the list", culture, (d, park) => $"{prefix}/{list}" + (filter ? $"?park={park.Slug}" : ""));
        }

        // A sitemap is of all languages.
        yield return new("sitemap", 0, (d, park) => $"/sitemap/{type}-1.xml");
    }
}
