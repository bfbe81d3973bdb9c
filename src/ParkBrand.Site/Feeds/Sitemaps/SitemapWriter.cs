using System.Globalization;
using System.Xml;
using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds.Sitemaps;

/// <summary>Sitemaps 0.9 with image entries and the same page in other languages.</summary>
internal static class SitemapWriter
{
    private const string Ns = "http://www.sitemaps.org/schemas/sitemap/0.9", Image = "http://www.google.com/schemas/sitemap-image/1.1", Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Pictures = ["cover", "plan"];

    public static byte[] Index(PageContext context) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("sitemapindex", Ns);
        foreach (var part in SitemapPart.All(context))
        {
            xml.WriteStartElement("sitemap", Ns);
            xml.WriteElementString("loc", Ns, context.PublicUrl + part.Path);
            xml.WriteElementString("lastmod", Ns, FeedXml.Instant(part.Documents.Max(d => SitemapPart.CulturesOf(context, d).Max(c => d.In(c, context.Snapshot.Schema)!.PublishedAt))));
            xml.WriteEndElement();
        }

        xml.WriteStartElement("sitemap", Ns);
        xml.WriteElementString("loc", Ns, context.PublicUrl + OtherPages.Path);
        xml.WriteElementString("lastmod", Ns, FeedXml.Instant(context.Snapshot.ChangedAt));
        xml.WriteEndElement();
    });

    /// <summary>Pages that are no documents: what they tell changes with the city.</summary>
    public static byte[] Others(PageContext context) => FeedXml.Write(xml =>
    {
        var all = Enumerable.Range(0, context.Snapshot.Schema.Languages.Count).ToList();
        Begin(xml);
        foreach (var path in OtherPages.Of(context))
            foreach (var culture in all)
            {
                Head(xml, context, path, culture, all, context.Snapshot.ChangedAt);
                xml.WriteEndElement();
            }
    });

    /// <returns>Null where there is no such part.</returns>
    public static byte[]? Part(PageContext context, string type, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && SitemapPart.Of(context, type).FirstOrDefault(p => p.Number == n) is { } part && part.Path == context.Path
            ? FeedXml.Write(xml => Write(xml, context, part))
            : null;

    private static void Write(XmlWriter xml, PageContext context, SitemapPart part)
    {
        Begin(xml);
        foreach (var document in part.Documents)
        {
            var cultures = SitemapPart.CulturesOf(context, document).ToList();
            foreach (var culture in cultures)
                Url(xml, context, document, culture, cultures);
        }
    }

    private static void Begin(XmlWriter xml)
    {
        xml.WriteStartElement("urlset", Ns);
        xml.WriteAttributeString("xmlns", "image", null, Image);
        xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
    }

    private static void Url(XmlWriter xml, PageContext context, PublishedDocument document, int culture, List<int> cultures)
    {
        var variant = document.In(culture, context.Snapshot.Schema)!;
        Head(xml, context, document.Path!, culture, cultures, variant.PublishedAt);
        foreach (var media in Pictures.Where(a => document.Type.Find(a) is not null).Select(a => context.Snapshot.Media(variant.Values.Reference(a))).OfType<PublishedMedia>())
        {
            xml.WriteStartElement("image", "image", Image);
            xml.WriteElementString("image", "loc", Image, context.PublicUrl + media.Url);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Begins an entry: where it is, when it changed, which languages it has.</summary>
    private static void Head(XmlWriter xml, PageContext context, string path, int culture, List<int> cultures, DateTimeOffset changed)
    {
        xml.WriteStartElement("url", Ns);
        xml.WriteElementString("loc", Ns, Address(context, path, culture));
        xml.WriteElementString("lastmod", Ns, FeedXml.Instant(changed));
        foreach (var other in cultures)
            Alternate(xml, context.Snapshot.Schema.Languages[other].IsoCode, Address(context, path, other));
        Alternate(xml, "x-default", Address(context, path, cultures[0]));
    }

    private static string Address(PageContext context, string path, int culture) => context.PublicUrl + PageContext.UrlIn(context.Snapshot.Schema.Languages[culture], path);

    private static void Alternate(XmlWriter xml, string language, string href)
    {
        xml.WriteStartElement("xhtml", "link", Xhtml);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
