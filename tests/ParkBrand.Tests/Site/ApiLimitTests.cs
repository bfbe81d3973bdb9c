using System.Net;
using System.Text.Json;
using ParkBrand.Search.Api;

namespace ParkBrand.Tests.PublicSite;

public sealed class ApiLimitTests
{
    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_pages_stay_open()
    {
        await using var site = new RunningSite();
        await site.InitializeAsync();
        using var client = site.NewClient(patient: false);
        HttpResponseMessage? refused = null;
        for (var i = 0; i < ApiLimit.Burst * 4 && refused is null; i++)
            if (await client.GetAsync("/api/match?limit=1", TestContext.Current.CancellationToken) is { StatusCode: not HttpStatusCode.OK } answer)
                refused = answer;
        Assert.NotNull(refused);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.InRange(refused.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        Assert.Equal(429, JsonDocument.Parse(await refused.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("status").GetInt32());
        Assert.Equal(200, (await site.Read("/finder?area=3000")).Status);
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    [InlineData("2001:db8::1", "2001:db8::ffff:2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    public void An_IPv6_network_counts_as_one_visitor(string one, string other, bool same) =>
        Assert.Equal(same, Visitor.Of(IPAddress.Parse(one)) == Visitor.Of(IPAddress.Parse(other)));
}
