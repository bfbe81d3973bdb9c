using System.Globalization;
using System.Xml;

namespace ParkBrand.Site.Feeds;

/// <summary>RSS 2.0, with the address of the feed itself as its best practices ask.</summary>
internal static class RssWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, Atom);
        xml.WriteStartElement("channel");
        FeedXml.Element(xml, "title", feed.Title);
        FeedXml.Element(xml, "link", feed.Page);
        xml.WriteStartElement("atom", "link", Atom);
        xml.WriteAttributeString("href", feed.Self(FeedFormat.Rss));
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", FeedFormat.Rss.ContentType);
        xml.WriteEndElement();
        FeedXml.Element(xml, "description", feed.Note);
        FeedXml.Element(xml, "language", feed.Language.ToLowerInvariant());
        // Of the newest item and not of this moment: the same items are the same bytes.
        if (feed.Items is [{ Day: { } newest }, ..])
            FeedXml.Element(xml, "lastBuildDate", Rfc822(newest));
        foreach (var item in feed.Items)
            Item(xml, item);
    });

    private static void Item(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        FeedXml.Element(xml, "title", item.Title);
        FeedXml.Element(xml, "link", item.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        if (item.Day is { } day)
            FeedXml.Element(xml, "pubDate", Rfc822(day));
        foreach (var tag in item.Tags)
            FeedXml.Element(xml, "category", tag);
        if (item.Summary is { } text)
            FeedXml.Element(xml, "description", text);
        xml.WriteEndElement();
    }

    private static string Rfc822(DateOnly day) => day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture) + " 00:00:00 +0800";
}
