using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ParkBrand.Content.Publishing;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Delivery;

/// <summary>The package's own client against the server, over both ways of reaching it.</summary>
[Collection(nameof(RunningSite))]
public sealed class McpTests(RunningSite site)
{
    public static TheoryData<string> Transports => ["http", "stdio"];

    [Theory, MemberData(nameof(Transports))]
    public async Task Every_tool_is_listed_in_both_languages_and_answers(string transport)
    {
        await using var client = await Connect(transport);
        var tools = await client.ListToolsAsync(cancellationToken: Cancellation);
        Assert.Equal(["compare", "list_vacancies", "match", "read_document", "search"], tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, t =>
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.*[a-z]{4}", t.Description);
            Assert.True(t.ProtocolTool.Annotations is { ReadOnlyHint: true, DestructiveHint: false });
            Assert.True(t.JsonSchema.GetProperty("properties").TryGetProperty("culture", out _));
        });
        Assert.Contains("sample", client.ServerInstructions, StringComparison.Ordinal);

        var found = await Call(client, "search", new { query = "机器人", type = "park" });
        var robots = found.GetProperty("found").EnumerateArray().First(d => d.GetProperty("id").GetString() == "parks/robotics-park");
        Assert.EndsWith("/parks/robotics-park", robots.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.All(robots.GetProperty("facts").EnumerateArray(), f => Assert.NotEqual("", f.GetProperty("value").GetString()));

        var english = await Call(client, "read_document", new { id = "parks/robotics-park", culture = "en-US" });
        Assert.EndsWith("/en/parks/robotics-park", english.GetProperty("document").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.True, english.GetProperty("document").GetProperty("sample").ValueKind);

        var matched = await Call(client, "match", new { needs = new { area = 3000 }, prefer = new[] { "rail" } });
        Assert.InRange(matched.GetProperty("meetAll").GetInt32(), 1, 54);
        var vacancies = await Call(client, "list_vacancies", new { park = "parks/robotics-park" });
        Assert.Equal(vacancies.GetProperty("count").GetInt32(), site.Now.OfType("space", 0).Count(s => s.Path!.StartsWith("/parks/robotics-park/", StringComparison.Ordinal)));
        var compared = await Call(client, "compare", new { parks = new[] { "parks/robotics-park", "parks/nev-park" } });
        Assert.Equal(2, compared.GetProperty("parks").GetArrayLength());
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Parks_are_resources_and_every_published_page_can_be_read(string transport)
    {
        await using var client = await Connect(transport);
        var listed = await client.ListResourcesAsync(cancellationToken: Cancellation);
        Assert.Equal(site.Now.OfType("park", 0).Count + site.Now.OfType("park", 1).Count, listed.Count);
        Assert.Equal(2, (await client.ListResourceTemplatesAsync(cancellationToken: Cancellation)).Count);
        var park = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync("parkbrand://zh-CN/parks/robotics-park", cancellationToken: Cancellation)).Contents));
        var document = site.Now.Resolve("/parks/robotics-park").Document!;
        Assert.StartsWith($"# {document.In(0, site.Now.Schema)!.Name}", park.Text, StringComparison.Ordinal);
        Assert.Contains(document.In(0, site.Now.Schema)!.Values.Date("verifiedOn")!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), park.Text, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAnyAsync<McpException>(async () => await client.ReadResourceAsync("parkbrand://zh-CN/parks/none", cancellationToken: Cancellation));
        Assert.Contains("Nothing is published there", unknown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read_document", """{ "id": "parks/none" }""", "Nothing is published at 'parks/none'")]
    [InlineData("read_document", "{}", "'id' is missing")]
    [InlineData("search", """{ "query": "x", "culture": "fr" }""", "'culture' is zh-CN or en-US")]
    [InlineData("delete", "{}", "There is no tool 'delete'")]
    public async Task A_wrong_call_says_what_is_wrong_with_it(string tool, string arguments, string expected)
    {
        await using var client = await Connect("http");
        var result = await client.CallToolAsync(new CallToolRequestParams { Name = tool, Arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments) }, Cancellation);
        Assert.True(result.IsError);
        Assert.Contains(expected, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_withdrawn_is_gone_at_once()
    {
        await using var own = new RunningSite();
        await own.InitializeAsync();
        await using var client = await Connect("http", own);
        var space = own.Now.OfType("space", 0).First(s => s.Path!.StartsWith("/parks/robotics-park/", StringComparison.Ordinal));
        var name = space.In(0, own.Now.Schema)!.Name;
        Assert.Contains(name, await Names(client));
        await RunningSite.Do(c => own.Get<UnpublishDocument>().Execute(own.Editor, new UnpublishDocument.Command(space.Id, []), c));
        Assert.DoesNotContain(name, await Names(client));
        await Assert.ThrowsAnyAsync<McpException>(async () => await client.ReadResourceAsync("parkbrand://zh-CN" + space.Path, cancellationToken: Cancellation));
    }

    private static async Task<IEnumerable<string?>> Names(McpClient client) =>
        (await Call(client, "list_vacancies", new { park = "parks/robotics-park" })).GetProperty("spaces").EnumerateArray().Select(s => s.GetProperty("name").GetString());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<McpClient> Connect(string transport, RunningSite? other = null) => McpClient.CreateAsync(transport == "http"
        ? new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri((other ?? site).Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp })
        : new StdioClientTransport(new StdioClientTransportOptions
        {
            Command = "dotnet",
            Arguments = [Path.Combine(AppContext.BaseDirectory, "parkbrand.dll"), "mcp", "--data", site.DataFolder, "--schema", RepositoryRoot.File("umbraco.json")],
        }), cancellationToken: Cancellation);

    private static async Task<JsonElement> Call(McpClient client, string tool, object arguments)
    {
        var given = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone());
        var result = await client.CallToolAsync(new CallToolRequestParams { Name = tool, Arguments = given }, Cancellation);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError ?? false, text);
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(text), result.StructuredContent!.Value));
        return result.StructuredContent.Value;
    }
}
