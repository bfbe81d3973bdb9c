using System.Text.Json;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Search;

/// <summary>The contract of <c>/api/search</c> and <c>/api/suggest</c>.</summary>
[Collection(nameof(RunningSite))]
public sealed class SearchApiTests(RunningSite site)
{
    [Fact]
    public async Task An_answer_has_the_documented_shape()
    {
        await site.Indexed();
        var answer = await site.Read("/api/search?q=%E6%9C%BA%E5%99%A8%E4%BA%BA&take=5&type=park");
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        var json = JsonDocument.Parse(answer.Bytes).RootElement;
        Assert.Equal(["query", "repairedQuery", "total", "partial", "items", "facets"], json.EnumerateObject().Select(p => p.Name));
        var item = json.GetProperty("items")[0];
        Assert.Equal(["id", "type", "title", "url", "park", "date", "score", "highlights"], item.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("park", "/parks/robotics-park", "robotics-park"), (item.GetProperty("type").GetString(), item.GetProperty("url").GetString(), item.GetProperty("park").GetString()));
        Assert.All(json.GetProperty("items").EnumerateArray(), i => Assert.Equal("park", i.GetProperty("type").GetString()));
        var facet = json.GetProperty("facets")[0];
        Assert.Equal(["field", "values"], facet.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["value", "label", "count"], facet.GetProperty("values")[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task The_park_of_a_record_is_said()
    {
        await site.Indexed();
        var json = JsonDocument.Parse((await site.Read("/api/search?q=%E5%8E%82%E6%88%BF&type=space&take=20")).Bytes).RootElement;
        foreach (var item in json.GetProperty("items").EnumerateArray())
            Assert.StartsWith($"/parks/{item.GetProperty("park").GetString()}/spaces/", item.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_readers_get_English_addresses()
    {
        await site.Indexed();
        var json = JsonDocument.Parse((await site.Read("/api/search?q=robot&culture=en-US")).Bytes).RootElement;
        Assert.All(json.GetProperty("items").EnumerateArray(), i => Assert.StartsWith("/en/", i.GetProperty("url").GetString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("take=0", "take")]
    [InlineData("take=51", "take")]
    [InlineData("take=x", "take")]
    [InlineData("skip=-1", "skip")]
    [InlineData("culture=fr", "culture")]
    [InlineData("sort=best", "sort")]
    [InlineData("tpye=park", "tpye")]
    public async Task Bad_input_names_the_parameter(string query, string parameter)
    {
        var answer = await site.Read($"/api/search?q=a&{query}");
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        var problem = JsonDocument.Parse(answer.Bytes).RootElement;
        Assert.Equal(parameter, problem.GetProperty("parameters")[0].GetProperty("parameter").GetString());
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_can_be_kept_and_asked_for_again()
    {
        await site.Indexed();
        var first = await site.Read("/api/search?q=%E8%8A%AF%E7%89%87");
        Assert.Equal("public, max-age=30", first["Cache-Control"]);
        Assert.Equal(304, (await site.Read("/api/search?q=%E8%8A%AF%E7%89%87", ("If-None-Match", first["ETag"]!))).Status);
    }

    [Fact]
    public async Task Suggestions_are_grouped()
    {
        await site.Indexed();
        var items = JsonDocument.Parse((await site.Read("/api/suggest?q=%E6%96%B0")).Bytes).RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.NotEmpty(items);
        Assert.Equal(["kind", "text", "url"], items[0].EnumerateObject().Select(p => p.Name));
        var kinds = items.Select(i => i.GetProperty("kind").GetString()!).ToList();
        Assert.Equal(kinds.Distinct().Count(), kinds.Where((k, i) => i == 0 || kinds[i - 1] != k).Count());
    }
}
