using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ParkBrand.Assistant.Tools;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Api;

namespace ParkBrand.Delivery.Mcp;

/// <summary>Published documents as resources, <c>parkbrand://CULTURE/PATH</c>: the parks are listed, all else is read by the template.</summary>
internal sealed class McpResources(PublishedTools published, SnapshotSource snapshots, PublicAddress address)
{
    private const string Scheme = "parkbrand://", Markdown = "text/markdown";
    private const int Page = 50, LongestUri = 500;

    /// <param name="cursor">How many were listed before.</param>
    public ListResourcesResult List(string? cursor)
    {
        var skip = 0;
        if (cursor is not null && (!int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out skip) || skip % Page != 0))
            throw new McpProtocolException("The cursor is not one of ours. Leave it out to begin anew.", McpErrorCode.InvalidParams);
        var snapshot = snapshots.Current;
        var all = snapshot.Schema.Languages.SelectMany((language, culture) => snapshot.OfType("park", culture).Where(p => p.Path is not null).Select(p => (Park: p, Culture: culture, language.IsoCode))).ToList();
        return new ListResourcesResult
        {
            Resources = [.. all.Skip(skip).Take(Page).Select(r => new Resource
            {
                Uri = Scheme + r.IsoCode + r.Park.Path,
                Name = r.Park.In(r.Culture, snapshot.Schema)!.Name,
                Description = McpContract.Texts["resource"],
                MimeType = Markdown,
            })],
            NextCursor = skip + Page < all.Count ? (skip + Page).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    public ListResourceTemplatesResult Templates() => new()
    {
        ResourceTemplates = [.. snapshots.Current.Schema.Languages.Select(l => new ResourceTemplate
        {
            Name = "page-" + l.IsoCode,
            Title = $"{McpContract.Texts["template.title"]} ({l.Name})",
            Description = McpContract.Texts["template"],
            UriTemplate = Scheme + l.IsoCode + "/{+path}",
            MimeType = Markdown,
        })],
    };

    public ReadResourceResult Read(string uri)
    {
        if (uri.Length <= LongestUri && uri.StartsWith(Scheme, StringComparison.Ordinal) && uri.IndexOf('/', Scheme.Length) is var at and > 0
            && snapshots.Current.Schema.CultureIndex(uri[Scheme.Length..at]) is var culture and >= 0 && published.Read(uri[at..], culture, address.Base) is { } text)
            return new ReadResourceResult { Contents = [new TextResourceContents { Uri = uri, MimeType = Markdown, Text = text }] };
        throw new McpProtocolException("Nothing is published there. An address is parkbrand://CULTURE/PATH, as in a list or with the path of a page.", McpErrorCode.ResourceNotFound);
    }
}
