using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Delivery;

/// <summary>A place where the public, or its machines, could see a document.</summary>
/// <param name="Name">With the language, for messages.</param>
/// <param name="Culture">Index of the language that it is asked in.</param>
/// <param name="Address">Where a document and its park would be told of.</param>
internal sealed record Surface(string Name, int Culture, Func<PublishedDocument, PublishedDocument, string> Address)
{
    /// <summary>Of a surface that is asked by POST; null asks by GET.</summary>
    public Func<PublishedDocument, object>? Body { get; init; }

    /// <summary>A surface that need not tell of everything that is public, such as one that answers questions.</summary>
    public bool MayBeSilent { get; init; }

    /// <summary>Shows the main language where a translation is missing, and says so, as pages do.</summary>
    public bool FollowsPages { get; init; }

    public async Task<Answer> Ask(RunningSite site, PublishedDocument document, PublishedDocument park)
    {
        using var request = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Address(document, park));
        request.Headers.TryAddWithoutValidation("Accept-Language", Culture == 0 ? "zh-CN" : "en-US");
        if (Body is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
            request.Content = System.Net.Http.Json.JsonContent.Create(Body(document));
        }

        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, new Dictionary<string, string>(), await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

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

            var iso = culture == 0 ? "zh-CN" : "en-US";
            yield return new($"{prefix} search API", culture, (d, park) => $"/api/search?take=50&culture={iso}&type={type}&q={Uri.EscapeDataString(Name(d, culture))}") { FollowsPages = true };
            yield return new($"{prefix} suggestions", culture, (d, park) => $"/api/suggest?culture={iso}&q={Uri.EscapeDataString(Name(d, culture))}") { MayBeSilent = true, FollowsPages = true };
            yield return new($"{prefix} Delivery API", culture, (d, park) => $"/umbraco/delivery/api/v2/content/items?id={d.Id}");
            yield return new($"{prefix} Delivery API, by words", culture, (d, park) => $"/umbraco/delivery/api/v2/content?take=100&filter=contentType:{type}&q={Uri.EscapeDataString(Name(d, culture))}");
            yield return new($"{prefix} MCP resource", culture, (d, park) => "/mcp") { Body = d => new { jsonrpc = "2.0", id = 1, method = "resources/read", @params = new { uri = $"parkbrand://{iso}{d.Path}" } } };
            yield return new($"{prefix} MCP search", culture, (d, park) => "/mcp") { MayBeSilent = true, Body = d => new { jsonrpc = "2.0", id = 1, method = "tools/call", @params = new { name = "search", arguments = new { query = Name(d, culture), culture = iso } } } };
            yield return new($"{prefix} assistant", culture, (d, park) => "/api/assistant") { MayBeSilent = true, FollowsPages = true, Body = d => new { question = Name(d, culture), culture = iso } };

            yield return new($"{prefix} structured data of the list", culture, (d, park) => $"{prefix}/{list}" + (filter ? $"?park={park.Slug}" : "")) { FollowsPages = true };
        }

        // A sitemap is of all languages.
        yield return new("sitemap", 0, (d, park) => $"/sitemap/{type}-1.xml");
    }

    /// <summary>In the language, or in the one that it has.</summary>
    private static string Name(PublishedDocument document, int culture) => document.Variants[document.IsIn(culture) ? culture : 1 - culture]!.Name;
}
