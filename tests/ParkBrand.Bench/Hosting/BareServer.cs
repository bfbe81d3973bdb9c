using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ParkBrand.Bench.Hosting;

/// <summary>The yardstick of P1: Kestrel with one handler that writes the bytes of a file, and nothing else.</summary>
internal static class BareServer
{
    public static async Task<int> Run(string url, string file)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).ConfigureKestrel(k => k.AddServerHeader = false);
        await using var app = builder.Build();
        app.Run(async http =>
        {
            var headers = http.Response.Headers;
            headers.ContentType = "text/html; charset=utf-8";
            headers.ContentEncoding = "br";
            headers.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body);
        });
        await app.RunAsync();
        return 0;
    }
}
