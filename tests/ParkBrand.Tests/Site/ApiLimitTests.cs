using System.Globalization;
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
        Answer? refused = null;
        for (var i = 0; i < ApiLimit.Burst * 4 && refused is null; i++)
            if (await site.Read("/api/match?limit=1") is { Status: not 200 } answer)
                refused = answer;
        Assert.NotNull(refused);
        Assert.Equal((429, "application/problem+json"), (refused.Status, refused["Content-Type"]));
        Assert.InRange(int.Parse(refused["Retry-After"]!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(429, JsonDocument.Parse(refused.Bytes).RootElement.GetProperty("status").GetInt32());
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
