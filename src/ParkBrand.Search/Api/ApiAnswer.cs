using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ParkBrand.Search.Api;

/// <summary>Sends a JSON answer that caches may keep for a moment and then ask whether it is still right.</summary>
public static class ApiAnswer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IResult Of<T>(HttpContext http, T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, Json);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 9))}\"");
        http.Response.Headers.CacheControl = "public, max-age=30";
        return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: tag);
    }
}
