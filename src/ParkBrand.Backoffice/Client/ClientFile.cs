using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParkBrand.Backoffice.Client;

/// <summary>One file of the client in the forms in which it lies on disk: plain, or as .br and .gz.</summary>
internal sealed class ClientFile(string name, string[] forms)
{
    // The name holds a hash of the content, so what it names never changes.
    private const string Immutable = "public, max-age=31536000, immutable";

    private readonly string? plain = forms.FirstOrDefault(f => Path.GetFileName(f) == name);
    private readonly string? brotli = forms.FirstOrDefault(f => f.EndsWith(".br", StringComparison.Ordinal));
    private readonly string? gzip = forms.FirstOrDefault(f => f.EndsWith(".gz", StringComparison.Ordinal));

    public static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => null,
    };

    public async Task Send(HttpContext http, string cacheControl = Immutable)
    {
        var answer = http.Response;
        answer.ContentType = TypeOf(name);
        answer.Headers.CacheControl = cacheControl;
        if (plain is not null)
        {
            await Whole(http, plain, null);
            return;
        }

        answer.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        if (Takes(accepted, "br"))
            await Whole(http, brotli!, "br");
        else if (Takes(accepted, "gzip"))
            await Whole(http, gzip!, "gzip");
        else if (!HttpMethods.IsHead(http.Request.Method))
            await Unpacked(http, gzip!);
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);

    private static async Task Whole(HttpContext http, string path, string? coding)
    {
        if (coding is not null)
            http.Response.Headers.ContentEncoding = coding;
        http.Response.ContentLength = new FileInfo(path).Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.SendFileAsync(path, http.RequestAborted);
    }

    private static async Task Unpacked(HttpContext http, string path)
    {
        await using var packed = File.OpenRead(path);
        await using var stream = new GZipStream(packed, CompressionMode.Decompress);
        await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
