using System.Text.Json;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What the client asks before there is any content.</summary>
public sealed class BootTests(ClientSite client) : IClassFixture<ClientSite>
{
    private const string Api = "/umbraco/management/api/v1";
    private readonly RunningSite site = client.Site;

    private async Task<JsonElement> Ask(string path)
    {
        var answer = await site.Read(Api + path, ("X-Test-Editor", "yes"));
        Assert.Equal((path, 200), (path, answer.Status));
        return JsonDocument.Parse(answer.Text).RootElement;
    }

    [Theory]
    [InlineData("/server/status", """{"serverStatus":"Run"}""")]
    [InlineData("/server/configuration", """{"allowPasswordReset":false,"versionCheckPeriod":0,"allowLocalLogin":true,"umbracoCssPath":"/umbraco/backoffice","signalR":{"skipNegotiation":false}}""")]
    [InlineData("/manifest/manifest/public", """[{"name":"ParkBrand","id":"ParkBrand","version":"1.0.0","extensions":[{"type":"appEntryPoint","alias":"ParkBrand.EntryPoint","name":"ParkBrand","js":"/umbraco/backoffice/parkbrand-1.js"}]}]""")]
    public async Task Before_the_sign_in_it_is_told_only_this(string path, string answer) => Assert.Equal(answer, (await site.Read(Api + path)).Text);

    [Theory]
    [InlineData("/server/information")]
    [InlineData("/manifest/manifest/private")]
    [InlineData("/language")]
    [InlineData("/item/language?isoCode=zh-CN")]
    [InlineData("/item/language/default")]
    [InlineData("/culture")]
    [InlineData("/segment")]
    [InlineData("/temporary-file/configuration")]
    public async Task The_rest_only_after_it(string path)
    {
        var answer = await site.Read(Api + path);
        Assert.Equal((path, 401, 0), (path, answer.Status, answer.Bytes.Length));
        await Ask(path);
    }

    [Fact]
    public async Task Languages_come_from_the_schema()
    {
        var languages = await Ask("/language?skip=0&take=100");
        Assert.Equal(
            """{"total":2,"items":[{"isoCode":"zh-CN","name":"简体中文","isDefault":true,"isMandatory":true,"fallbackIsoCode":null},{"isoCode":"en-US","name":"English","isDefault":false,"isMandatory":false,"fallbackIsoCode":"zh-CN"}]}""",
            JsonSerializer.Serialize(languages, Readable));
        Assert.Equal("en-US", Assert.Single((await Ask("/language?skip=1&take=1")).GetProperty("items").EnumerateArray()).GetProperty("isoCode").GetString());
        Assert.Equal(400, (await site.Read(Api + "/language?skip=-1", ("X-Test-Editor", "yes"))).Status);
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Language_items_are_those_asked_for()
    {
        Assert.Equal("""[{"name":"English","isoCode":"en-US"}]""", JsonSerializer.Serialize(await Ask("/item/language?isoCode=en-US&isoCode=fr"), Readable));
        Assert.Equal("[]", JsonSerializer.Serialize(await Ask("/item/language"), Readable));
    }

    [Fact]
    public async Task Upload_limits_are_those_of_the_media_types()
    {
        var limits = await Ask("/temporary-file/configuration");
        Assert.Contains("jpg", limits.GetProperty("imageFileTypes").EnumerateArray().Select(e => e.GetString()));
        Assert.DoesNotContain("exe", limits.GetProperty("allowedUploadedFileExtensions").EnumerateArray().Select(e => e.GetString()));
        Assert.True(limits.GetProperty("maxFileSize").GetInt64() > 0);
    }

    [Fact]
    public async Task Graphics_are_known_by_name()
    {
        var logo = await site.Read(Api + "/security/back-office/graphics/logo");
        Assert.Equal((200, "image/svg+xml", "public, max-age=3600"), (logo.Status, logo["Content-Type"], logo["Cache-Control"]));
        Assert.Equal(404, (await site.Read(Api + "/security/back-office/graphics/other")).Status);
        Assert.Equal(404, (await site.Read(Api + "/security/back-office/graphics/..%2fclient.json")).Status);
    }
}
