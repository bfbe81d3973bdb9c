using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ParkBrand.Web.StaticSite;

/// <summary>
/// Writes the public site as files: asks the site itself for every page that can be reached, as a visitor would, so that a file
/// shows what a visitor sees.
/// </summary>
internal sealed partial class SiteExport(HttpClient site, StaticPages pages, StaticFolder folder)
{
    private static readonly HtmlParser Parser = new();
    private readonly HashSet<StaticAddress> expected = [];
    private readonly Queue<StaticAddress> waiting = new();

    /// <summary>Changes a page after its links were led to files.</summary>
    public Action<StaticAddress, IHtmlDocument>? Finish { get; init; }

    /// <summary>Addresses that something leads to and that did not answer, with the status.</summary>
    public List<(string Path, int Status)> Broken { get; } = [];

    public void Expect(StaticAddress address)
    {
        if (expected.Add(address))
            waiting.Enqueue(address);
    }

    public async Task Run(Action<int, int>? progress, CancellationToken cancellation)
    {
        while (waiting.TryDequeue(out var address))
        {
            await Write(address, cancellation);
            progress?.Invoke(expected.Count - waiting.Count, expected.Count);
        }
    }

    private async Task Write(StaticAddress address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Request);
        if (address.IsRendition)
            request.Headers.TryAddWithoutValidation("Accept", "image/webp");
        using var answer = await site.SendAsync(request, cancellation);
        var type = answer.Content.Headers.ContentType?.MediaType;
        if (answer.StatusCode == HttpStatusCode.MovedPermanently && answer.Headers.Location is { } to && pages.Address(to.OriginalString) is { } moved)
        {
            Expect(moved);
            folder.Put(address.File, Forward(address.WayTo(moved, pages.Relative)));
        }
        else if (type == "text/html" && (answer.IsSuccessStatusCode || IsNotFoundPage(address)))
            folder.Put(address.File, await Page(address, await answer.Content.ReadAsStringAsync(cancellation), cancellation));
        else if (!answer.IsSuccessStatusCode)
            Broken.Add((address.Path, (int)answer.StatusCode));
        else if (type == "text/css")
            folder.Put(address.File, Encoding.UTF8.GetBytes(Style(address, await answer.Content.ReadAsStringAsync(cancellation))));
        else if (address.Path.StartsWith("/sitemap", StringComparison.Ordinal))
            folder.Put(address.File, SiteMap(await answer.Content.ReadAsStringAsync(cancellation)));
        else
            folder.Put(address.File, await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>Without pages that have no file; the parts that an index names are written too.</summary>
    private byte[] SiteMap(string xml)
    {
        var map = XDocument.Parse(xml);
        var space = map.Root!.Name.Namespace;
        foreach (var part in map.Descendants(space + "sitemap").Select(s => s.Element(space + "loc")!.Value))
            if (pages.Address(new Uri(part).AbsolutePath) is { } address)
                Expect(address);
        map.Descendants(space + "url").Where(u => pages.Address(new Uri(u.Element(space + "loc")!.Value).AbsolutePath) is null).Remove();
        return Encoding.UTF8.GetBytes(map.Declaration + "\n" + map);
    }

    /// <summary>An address that does not exist, whose page servers of files show for all of these.</summary>
    private static bool IsNotFoundPage(StaticAddress address) => address.Path.EndsWith("/404.html", StringComparison.Ordinal);

    private async Task<byte[]> Page(StaticAddress address, string html, CancellationToken cancellation)
    {
        var document = (IHtmlDocument)await Parser.ParseDocumentAsync(html, cancellation);
        pages.Rewrite(document, address, Expect);
        Finish?.Invoke(address, document);
        await using var text = new StringWriter();
        document.ToHtml(text, HtmlMarkupFormatter.Instance);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private string Style(StaticAddress at, string css) => Urls().Replace(css, url =>
    {
        if (pages.Address(url.Groups[1].Value) is not { } target)
            return url.Value;
        Expect(target);
        return $"url({at.WayTo(target, pages.Relative)})";
    });

    private static byte[] Forward(string to) =>
        Encoding.UTF8.GetBytes($"<!doctype html>\n<meta charset=\"utf-8\">\n<title>{to}</title>\n<meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<a href=\"{to}\">{to}</a>\n");

    [GeneratedRegex("url\\([\"']?(/[^)\"']+)[\"']?\\)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Urls();
}
