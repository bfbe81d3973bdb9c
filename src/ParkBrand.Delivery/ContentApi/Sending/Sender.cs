using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ParkBrand.Delivery.ContentApi.Sending;

/// <summary>Puts an answer on the wire: validators, caching, compression, and who may read it from another site.</summary>
internal static class Sender
{
    private static readonly StringValues Revalidate = "no-cache", Never = "private, no-store", Anyone = "*",
        Vary = "Accept-Language, Accept-Encoding, Api-Key, Preview, Start-Item",
        Shown = "ETag, Retry-After, Location-Start-Item-Path, Location-Start-Item-Id";

    public static async Task Send(HttpContext http, KeptAnswer answer, Credential credential)
    {
        var (response, headers, reply) = (http.Response, http.Response.Headers, answer.Reply);
        headers.Vary = Vary;
        headers.CacheControl = credential == Credential.Public ? Revalidate : Never;
        // Whoever has the key is a server; no page of another site is to read what the key opens.
        if (credential == Credential.Public)
            (headers.AccessControlAllowOrigin, headers.AccessControlExposeHeaders) = (Anyone, Shown);
        if (reply.Status == StatusCodes.Status200OK)
        {
            headers.ETag = answer.Tag;
            if (answer.IsKnown(http.Request.Headers.IfNoneMatch))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        response.StatusCode = reply.Status;
        if (reply.Moved is var (path, startPath, startId))
        {
            headers.Location = path;
            headers["Location-Start-Item-Path"] = startPath;
            headers["Location-Start-Item-Id"] = startId.ToString();
        }

        if (reply.RetryAfter is { } seconds)
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Write(http, answer);
    }

    private static async Task Write(HttpContext http, KeptAnswer answer)
    {
        var (body, encoding) = answer.For(http.Request.Headers.AcceptEncoding);
        if (encoding is not null)
            http.Response.Headers.ContentEncoding = encoding;
        http.Response.ContentType = answer.Reply.ContentType;
        http.Response.ContentLength = body.Length;
        // Started in any case: an answer that has not begun would be taken for one that nobody had, and get a page.
        await http.Response.StartAsync(CancellationToken.None);
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(body, CancellationToken.None);
    }

    /// <summary>What browsers ask before a page of another site may send our own headers. Those of the public class only.</summary>
    public static void Preflight(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = Anyone;
        headers.AccessControlAllowMethods = "GET, HEAD";
        headers.AccessControlAllowHeaders = "Accept-Language, Start-Item, If-None-Match";
        headers.AccessControlMaxAge = "86400";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
