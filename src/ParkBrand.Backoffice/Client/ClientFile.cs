using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParkBrand.Backoffice.Client;

/// <summary>One file of the client. What compresses lies on disk as .br and .gz only.</summary>
internal sealed class ClientFile(string name, string path)
{
    // The name holds a hash of the content, so what it names never changes.
    private const string Immutable = "public, max-age=31536000, immutable";

    private readonly bool packed = !File.Exists(path);

    private string ContentType => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => throw new InvalidOperationException($"What is {name}?"),
    };

    public async Task Send(HttpContext http, string cacheControl = Immutable)
    {
        var answer = http.Response;
        answer.ContentType = ContentType;
        answer.Headers.CacheControl = cacheControl;
        if (!packed)
        {
            await Whole(http, path, null);
            return;
        }

        answer.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        if (Takes(accepted, "br"))
            await Whole(http, path + ".br", "br");
        else if (Takes(accepted, "gzip"))
            await Whole(http, path + ".gz", "gzip");
        else if (!HttpMethods.IsHead(http.Request.Method))
            await Unpacked(http, path + ".gz");
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string coding) =>
        accepted.Any(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && a.Quality is null or > 0);

    private static async Task Whole(HttpContext http, string file, string? coding)
    {
        if (coding is not null)
            http.Response.Headers.ContentEncoding = coding;
        http.Response.ContentLength = new FileInfo(file).Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.SendFileAsync(file, http.RequestAborted);
    }

    private static async Task Unpacked(HttpContext http, string file)
    {
        await using var compressed = File.OpenRead(file);
        await using var stream = new GZipStream(compressed, CompressionMode.Decompress);
        await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
