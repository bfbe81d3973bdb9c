using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace ParkBrand.Delivery.OpenData;

/// <summary><c>/open-data/…</c> and the same under each language: tables, what their columns are, the catalogue, the terms, and the files of earlier days.</summary>
internal sealed class OpenDataEndpoint(OpenDataSource source, DatedFiles dated)
{
    private const string Root = "/open-data/";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var prefix in new[] { "", "/{language}" })
        {
            app.MapMethods(prefix + Root + "{name}", [HttpMethods.Get, HttpMethods.Head], (string name, HttpContext http, OpenDataEndpoint data) => data.Now(name, http)).ExcludeFromDescription();
            app.MapMethods(prefix + Root + "{day}/{name}", [HttpMethods.Get, HttpMethods.Head], (string day, string name, HttpContext http, OpenDataEndpoint data) => data.OfDay(day, name, http)).ExcludeFromDescription();
        }
    }

    private IResult Now(string name, HttpContext http)
    {
        if (Culture(http) is not { } culture)
            return Results.NotFound();
        var snapshot = source.Now;
        foreach (var set in source.Sets)
        {
            if (set.Formats.FirstOrDefault(f => name == $"{set.Name}.{f.Ending}") is { } format)
                return Sent(http, source.File(snapshot, set, format, culture, bom: format == DataFormat.Csv && http.Request.Query["bom"] == "1"), format.ContentType, snapshot.Schema.Languages[culture].IsoCode);
            if (name == set.Name + ".schema.json" && culture == 0)
                return Written(http, new Descriptions(snapshot.Schema, source.Base).JsonSchema(set), "application/schema+json");
            if (name == set.Name + ".csv-metadata.json")
                return Written(http, new Descriptions(snapshot.Schema, source.Base).Table(set, culture), "application/csvm+json");
        }

        return name switch
        {
            "catalog.jsonld" when culture == 0 => Sent(http, source.Catalog(snapshot), "application/ld+json", null),
            "licence.txt" => Sent(http, new DataFile(Encoding.UTF8.GetBytes($"{source.LicenceName.In(culture)}\n\n{string.Join("\n\n", source.LicenceText(culture))}\n")), "text/plain", snapshot.Schema.Languages[culture].IsoCode),
            _ => Results.NotFound(),
        };
    }

    private IResult OfDay(string day, string name, HttpContext http)
    {
        if (Culture(http) is not { } culture)
            return Results.NotFound();
        var type = name == DatedFiles.Checksums && culture == 0 ? "text/plain" : source.Sets.SelectMany(s => s.Formats.Select(f => (Name: $"{s.Name}.{f.Ending}", f.ContentType))).FirstOrDefault(f => f.Name == name).ContentType;
        if (type is null || dated.Find(day, name == DatedFiles.Checksums ? name : DatedFiles.NameOf(source.Now, culture, name)) is not { } file)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=86400";
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.File(file, type + "; charset=utf-8", lastModified: File.GetLastWriteTimeUtc(file), enableRangeProcessing: true);
    }

    /// <summary>The language that the address begins with; null for one that the site does not have.</summary>
    private int? Culture(HttpContext http)
    {
        var prefix = http.Request.RouteValues["language"] is string language ? "/" + language : "";
        var languages = source.Now.Schema.Languages;
        for (var i = 0; i < languages.Count; i++)
            if (languages[i].UrlPrefix == prefix)
                return i;
        return null;
    }

    private static IResult Written(HttpContext http, JsonNode node, string contentType) => Sent(http, new DataFile(Encoding.UTF8.GetBytes(node.ToJsonString(Json))), contentType, null);

    private static IResult Sent(HttpContext http, DataFile file, string contentType, string? language)
    {
        var headers = http.Response.Headers;
        var zipped = StringWithQualityHeaderValue.TryParseList(http.Request.Headers.AcceptEncoding, out var accepted) && accepted.Any(a => a.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && a.Quality != 0);
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "no-cache";
        // Public data for any page to read; nothing here depends on who asks.
        headers.AccessControlAllowOrigin = "*";
        if (language is not null)
            headers.ContentLanguage = language;
        if (zipped)
            headers.ContentEncoding = "gzip";
        return Results.Bytes(zipped ? file.Gzip : file.Bytes(), contentType + "; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{file.Sha256[..20]}{(zipped ? "-gzip" : "")}\""));
    }
}
