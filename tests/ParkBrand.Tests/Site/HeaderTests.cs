using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ParkBrand.Web.Hosting;

namespace ParkBrand.Tests.PublicSite;

[Collection(nameof(RunningSite))]
public sealed class HeaderTests(RunningSite site)
{
    public static TheoryData<string, string> SecurityHeaderValues => new()
    {
        { "Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'" },
        { "X-Content-Type-Options", "nosniff" },
        { "Referrer-Policy", "strict-origin-when-cross-origin" },
        { "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
        { "Cross-Origin-Opener-Policy", "same-origin" },
    };

    [Theory, MemberData(nameof(SecurityHeaderValues))]
    public async Task Every_answer_carries_exactly_this(string header, string value)
    {
        foreach (var path in new[] { "/", "/en/parks", "/spaces?q=x", "/no-such-page", "/policies/rent-relief-2025", "/robots.txt", "/health/live", "/reading/elder", "/parks/", "/assets/none.css" })
        {
            var answer = await site.Read(path);
            Assert.Equal((path, value), (path, answer[header]));
        }
    }

    [Fact]
    public async Task Nothing_tells_what_the_server_is_made_of()
    {
        var answer = await site.Read("/");
        foreach (var header in new[] { "Server", "X-Powered-By", "X-AspNet-Version", "X-Generator" })
            Assert.Null(answer[header]);
        Assert.DoesNotContain("umbraco", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("https", "max-age=31536000; includeSubDomains")]
    [InlineData("http", "")]
    public async Task Strict_transport_security_is_asked_for_over_https_only(string scheme, string value)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };
        await new SecurityHeaders(_ => Task.CompletedTask).InvokeAsync(http);
        Assert.Equal(value, http.Response.Headers.StrictTransportSecurity.ToString());
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var first = await site.Read("/parks");
        var etag = first["ETag"]!;
        Assert.StartsWith("W/\"", etag, StringComparison.Ordinal);
        foreach (var known in new[] { etag, etag[2..], $"\"other\", {etag}", "*" })
        {
            var again = await site.Read("/parks", ("If-None-Match", known));
            Assert.Equal((known, 304, 0), (known, again.Status, again.Bytes.Length));
            Assert.Equal((etag, first["Vary"], first["Cache-Control"]), (again["ETag"], again["Vary"], again["Cache-Control"]));
        }

        Assert.Equal(200, (await site.Read("/parks", ("If-None-Match", "\"other\""))).Status);
        Assert.NotEqual(etag, (await site.Read("/en/parks"))["ETag"]);
        Assert.NotEqual(etag, (await site.Read("/parks", ("Cookie", "elder=1")))["ETag"]);
    }

    [Fact]
    public async Task Pages_are_asked_for_anew_and_vary_by_what_they_depend_on()
    {
        var answer = await site.Read("/parks");
        Assert.Equal("no-cache", answer["Cache-Control"]);
        Assert.Equal("Accept-Encoding, Cookie", answer["Vary"]);
        Assert.Equal("text/html; charset=utf-8", answer["Content-Type"]);
        Assert.Null(answer["Set-Cookie"]);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0.0, br;q=0", null)]
    [InlineData("GZIP", "gzip")]
    [InlineData("identity", null)]
    [InlineData("deflate", null)]
    [InlineData("vibrant", null)]
    [InlineData("", null)]
    public async Task Pages_and_files_are_compressed_as_the_browser_can_take_it(string accepted, string? encoding)
    {
        var css = Markup.Of(await site.Read("/")).Files.First(f => f.EndsWith(".css", StringComparison.Ordinal));
        foreach (var path in new[] { "/parks", css })
        {
            var plain = await site.Read(path);
            var answer = await site.Read(path, ("Accept-Encoding", accepted));
            Assert.Equal((path, encoding), (path, answer["Content-Encoding"]));
            Assert.Contains("Accept-Encoding", answer["Vary"], StringComparison.Ordinal);
            Assert.Equal(plain.Text, Encoding.UTF8.GetString(Unpack(answer)));
        }
    }

    private static byte[] Unpack(Answer answer)
    {
        using var packed = new MemoryStream(answer.Bytes);
        using Stream stream = answer["Content-Encoding"] switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/spaces?kind=lab")]
    [InlineData("/no-such-page")]
    [InlineData("/policies/rent-relief-2025")]
    public async Task Head_answers_like_get_without_the_body(string path)
    {
        var (get, head) = (await site.Read(path), await site.Send(HttpMethod.Head, path));
        Assert.Empty(head.Bytes);
        Assert.Equal(get.Status, head.Status);
        foreach (var header in new[] { "Content-Length", "Content-Type", "ETag", "Vary", "Cache-Control" })
            Assert.Equal((header, get[header]), (header, head[header]));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_are_refused_without_a_word_about_the_inside(string method)
    {
        foreach (var path in new[] { "/", "/parks", "/no-such-page", "/robots.txt", "/reading/elder", "/media/x/y", "/health/live" })
        {
            var answer = await site.Send(new HttpMethod(method), path);
            Assert.True(answer.Status is 404 or 405, $"{method} {path}: {answer.Status}");
            Assert.DoesNotContain(" at ParkBrand", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
            Assert.Null(answer["Set-Cookie"]);
        }
    }

    [Fact]
    public async Task Theme_files_are_kept_for_good_under_a_name_that_changes_with_them()
    {
        foreach (var file in Markup.Of(await site.Read("/")).Files.Where(f => f.StartsWith("/assets/", StringComparison.Ordinal)))
        {
            var answer = await site.Read(file);
            Assert.Equal((file, 200, "public, max-age=31536000, immutable"), (file, answer.Status, answer["Cache-Control"]));
            Assert.Matches(@"\.[0-9a-f]{12}\.[a-z0-9]+$", file);
        }

        Assert.Equal(404, (await site.Read("/assets/site.css")).Status);
    }
}
