namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class ReadingAndMediaTests(RunningSite site)
{
    [Theory]
    [InlineData("/parks/nev-park", "/parks/nev-park")]
    [InlineData("/", "/")]
    [InlineData("/en/spaces", "/en/spaces")]
    [InlineData("/a?b=c%26d", "/a?b=c%26d")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("///evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("https:evil.example", "/")]
    [InlineData("http:///evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("data:text/html,x", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("@evil.example", "/")]
    [InlineData(".evil.example", "/")]
    [InlineData("~/parks", "/")]
    [InlineData(" /parks", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\r\nSet-Cookie: x=1", "/")]
    [InlineData("\u0000/parks", "/")]
    [InlineData("/\u0085evil", "/")]
    [InlineData("?back=//evil.example", "/")]
    public async Task The_way_back_stays_on_this_site(string back, string to)
    {
        foreach (var mode in new[] { "elder", "standard" })
        {
            var answer = await site.Read($"/reading/{mode}?back={Uri.EscapeDataString(back)}");
            Assert.Equal((302, to), (answer.Status, answer["Location"]));
        }
    }

    [Fact]
    public async Task A_way_back_in_another_script_survives_as_an_address()
    {
        var answer = await site.Read($"/reading/elder?back={Uri.EscapeDataString("/spaces?q=洁净")}");
        Assert.Equal(302, answer.Status);
        Assert.StartsWith("/spaces?q=", answer["Location"], StringComparison.Ordinal);
        Assert.True(answer["Location"]!.All(char.IsAscii), answer["Location"]);
    }

    [Fact]
    public async Task The_choice_of_type_is_kept_where_no_script_can_read_it()
    {
        var cookie = (await site.Read("/reading/elder"))["Set-Cookie"]!;
        Assert.StartsWith("elder=1;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("elder=0;", (await site.Read("/reading/standard"))["Set-Cookie"], StringComparison.Ordinal);
        Assert.Equal(404, (await site.Read("/reading/other")).Status);
        Assert.Null((await site.Read("/reading/other"))["Set-Cookie"]);
    }

    [Fact]
    public async Task Larger_type_is_a_page_of_its_own_and_does_not_leak_to_others()
    {
        Assert.Equal("elder", Markup.Of(await site.Read("/parks", ("Cookie", "elder=1"))).Document.DocumentElement.ClassName);
        foreach (var cookie in new[] { "", "elder=0", "elder=2; other=1", "other=elder=1" })
            Assert.False(Markup.Of(await site.Read("/parks", ("Cookie", cookie))).Document.DocumentElement.HasAttribute("class"));
    }

    [Fact]
    public async Task Pictures_of_the_city_are_served_in_a_sandbox_and_kept_for_good()
    {
        var media = site.Now.Media(site.Now.OfType("park").First().In(0, site.Now.Schema)!.Values.Reference("cover"))!;
        var answer = await site.Read(media.Url);
        Assert.Equal((200, "image/svg+xml"), (answer.Status, answer["Content-Type"]));
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; sandbox", answer["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("public, max-age=31536000, immutable", answer["Cache-Control"]);
    }

    [Fact]
    public async Task Only_what_the_city_knows_is_served()
    {
        var hash = site.Now.Media(site.Now.OfType("park").First().In(0, site.Now.Schema)!.Values.Reference("cover"))!.Hash;
        foreach (var path in new[]
        {
            $"/media/{hash.ToUpperInvariant()}/x.svg", $"/media/{hash[..63]}/x.svg", $"/media/{hash}0/x.svg", $"/media/{new string('0', 64)}/x.svg", $"/media/{hash}", $"/media/{hash}/",
            $"/media/{hash[..2]}/{hash}", $"/media/{hash}/a/b", "/media/", "/media", $"/media/{hash}%2f..%2f{hash}/x",
        })
            Assert.Equal((path, 404), (path, (await site.Raw(path)).Status));
    }
}
