using System.Text;
using System.Text.Json;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Search;

/// <summary>What needs many requests has a site, and so a share of the rate limit, of its own.</summary>
public sealed class ApiWireTests : IAsyncLifetime
{
    private readonly RunningSite site = new();

    public ValueTask InitializeAsync() => site.InitializeAsync();
    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Long_and_odd_queries_get_an_answer_over_the_wire()
    {
        await site.Indexed();
        var random = new Random(7);
        var queries = HostileQueryTests.Pieces.Chunk(2).Select(c => string.Concat(c)).Concat(Enumerable.Range(0, 12).Select(_ => HostileQueryTests.Query(random)))
            .Append(new string('长', 30_000)).Append(string.Concat(Enumerable.Repeat("-a ", 9000))).Append(new string('a', 100_000)).ToList();
        foreach (var query in queries)
            foreach (var path in new[] { "/api/search", "/api/suggest" })
                Assert.Equal((200, query), ((await site.Read($"{path}?q={Encoded(query)}")).Status, query));
    }

    [Fact]
    public async Task The_description_names_every_endpoint_and_parameter_that_there_is()
    {
        var document = JsonDocument.Parse((await site.Read("/api/openapi.json")).Bytes).RootElement;
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(["/api/assistant", "/api/assistant/feedback", "/api/match", "/api/search", "/api/suggest"], document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(p => p.Value.TryGetProperty("get", out _)))
        {
            var names = path.Value.GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).ToList();
            Assert.Equal(names.Count, names.Distinct().Count());
            // What is described is taken: an unknown name would be answered with 400.
            foreach (var name in names.Where(n => n is not ("q" or "culture" or "take" or "skip" or "sort" or "limit" or "prefer")))
                Assert.NotEqual("UnknownParameter", Problem(await site.Read($"{path.Name}?{name}=x")));
        }
    }

    private static string? Problem(Answer answer) => answer.Status != 400 ? null :
        JsonDocument.Parse(answer.Bytes).RootElement.GetProperty("parameters")[0] is var first && first.TryGetProperty("problem", out var problem) ? problem.GetString() : first.GetProperty("allowed").GetString()!.StartsWith("one of the parameters", StringComparison.Ordinal) ? "UnknownParameter" : null;

    // Lone halves of surrogate pairs have no UTF-8; a browser sends the replacement character for them.
    private static string Encoded(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
}
