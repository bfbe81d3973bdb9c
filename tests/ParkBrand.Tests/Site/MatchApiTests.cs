using System.Text.Json;

namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class MatchApiTests(RunningSite site)
{
    [Fact]
    public async Task The_answer_says_who_matches_why_who_does_not_and_what_would_help()
    {
        var answer = await Ask("kind=factory&area=8000&floorLoad=1&rail=20&prefer=rail");
        Assert.Equal("zh-CN", answer.GetProperty("culture").GetString());
        Assert.Equal("2026-11-22", answer.GetProperty("day").GetString());
        Assert.Equal(["kind True", "area True", "floorLoad True", "rail False"], answer.GetProperty("needs").EnumerateArray().Select(n => $"{n.GetProperty("need").GetString()} {n.GetProperty("must").GetBoolean()}"));
        var counts = answer.GetProperty("counts");
        Assert.Equal(counts.GetProperty("parks").GetInt32(), counts.GetProperty("matching").GetInt32() + counts.GetProperty("eliminated").GetInt32());

        var match = answer.GetProperty("matches")[0];
        Assert.StartsWith("/parks/", match.GetProperty("park").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.StartsWith(match.GetProperty("park").GetProperty("url").GetString() + "/spaces/", match.GetProperty("unit").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.InRange(match.GetProperty("score").GetInt32(), 1, 100);
        var load = match.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("need").GetString() == "floorLoad");
        Assert.Equal(("t/m²", "space", true), (load.GetProperty("unit").GetString(), load.GetProperty("from").GetString(), load.GetProperty("has").GetDecimal() >= 1));
        Assert.Matches("^2026-", load.GetProperty("confirmedOn").GetString());

        foreach (var park in answer.GetProperty("eliminated").EnumerateArray())
        {
            Assert.Equal(park.GetProperty("failed").GetArrayLength(), park.GetProperty("relaxation").GetProperty("changes").GetArrayLength());
            var back = await Ask(park.GetProperty("relaxation").GetProperty("query").GetString()!);
            Assert.Contains(park.GetProperty("park").GetProperty("slug").GetString(), back.GetProperty("matches").EnumerateArray().Select(m => m.GetProperty("park").GetProperty("slug").GetString()));
        }
    }

    [Fact]
    public async Task English_names_and_addresses_come_when_asked_for()
    {
        var answer = await Ask("niche=battery&culture=en-US&limit=1");
        Assert.StartsWith("/en/parks/", answer.GetProperty("matches")[0].GetProperty("park").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, answer.GetProperty("eliminated").GetArrayLength());
    }

    [Theory]
    [InlineData("area=abc", "area", "NotANumber")]
    [InlineData("kind=shop", "kind", "UnknownValue")]
    [InlineData("sector=nothing", "sector", "UnknownValue")]
    [InlineData("rail=999", "rail", "OutOfRange")]
    [InlineData("availableBy=x", "availableBy", "NotADate")]
    [InlineData("floor=3", "floor", "UnknownParameter")]
    [InlineData("prefer=area", "prefer", "NotNeeded")]
    [InlineData("culture=fr", "culture", "UnknownValue")]
    [InlineData("limit=0", "limit", "OutOfRange")]
    [InlineData("limit=501", "limit", "OutOfRange")]
    [InlineData("limit=+1", "limit", "OutOfRange")]
    public async Task A_mistake_is_a_problem_that_names_the_parameter_and_how_to_mend_it(string query, string parameter, string problem)
    {
        var answer = await site.Read("/api/match?" + query);
        Assert.Equal((400, "application/problem+json"), (answer.Status, answer["Content-Type"]));
        var body = JsonDocument.Parse(answer.Bytes).RootElement;
        Assert.Equal(400, body.GetProperty("status").GetInt32());
        Assert.Contains(parameter, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var told = Assert.Single(body.GetProperty("parameters").EnumerateArray());
        Assert.Equal((parameter, problem), (told.GetProperty("parameter").GetString(), told.GetProperty("problem").GetString()));
        Assert.NotEmpty(told.GetProperty("allowed").GetString()!);
    }

    [Theory]
    [InlineData("niche=%00%ff")]
    [InlineData("niche=%3Cscript%3E")]
    [InlineData("=&&area")]
    [InlineData("sector=%2e%2e%2f")]
    [InlineData("district=a%0d%0aX:y")]
    public async Task Strange_input_is_answered_and_never_fails(string query) =>
        Assert.True((await site.Raw("/api/match?" + query)).Status is 200 or 400);

    [Fact]
    public async Task Too_many_parameters_are_refused() =>
        Assert.Equal(400, (await site.Read("/api/match?" + string.Join('&', Enumerable.Range(0, 200).Select(i => $"p{i}=1")))).Status);

    [Fact]
    public async Task A_cache_can_keep_it_for_a_moment_and_then_ask_whether_it_still_holds()
    {
        var first = await site.Read("/api/match?kind=lab");
        Assert.Equal("public, max-age=30", first["Cache-Control"]);
        var again = await site.Read("/api/match?kind=lab", ("If-None-Match", first["ETag"]!));
        Assert.Equal((304, 0), (again.Status, again.Bytes.Length));
        Assert.NotEqual(first["ETag"], (await site.Read("/api/match?kind=land"))["ETag"]);
    }

    private async Task<JsonElement> Ask(string query)
    {
        var answer = await site.Read("/api/match?" + query);
        Assert.Equal((200, "application/json; charset=utf-8"), (answer.Status, answer["Content-Type"]));
        return JsonDocument.Parse(answer.Bytes).RootElement;
    }
}
