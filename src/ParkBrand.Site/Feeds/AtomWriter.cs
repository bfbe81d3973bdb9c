using System.Xml;
using ParkBrand.Content;

namespace ParkBrand.Site.Feeds;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal static class AtomWriter
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Feed feed) => FeedXml.Write(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        FeedXml.Element(xml, "title", feed.Title, Atom);
        FeedXml.Element(xml, "subtitle", feed.Note, Atom);
        FeedXml.Element(xml, "id", feed.Self(FeedFormat.Atom), Atom);
        FeedXml.Element(xml, "updated", FeedXml.Instant(feed.Updated), Atom);
        Link(xml, "self", feed.Self(FeedFormat.Atom), FeedFormat.Atom.ContentType);
        Link(xml, "alternate", feed.Page, "text/html");
        xml.WriteStartElement("author", Atom);
        FeedXml.Element(xml, "name", feed.Author, Atom);
        xml.WriteEndElement();
        foreach (var item in feed.Items)
            Entry(xml, item);
    });

    private static void Entry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", Atom);
        FeedXml.Element(xml, "title", item.Title, Atom);
        FeedXml.Element(xml, "id", item.Id, Atom);
        Link(xml, "alternate", item.Url, "text/html");
        FeedXml.Element(xml, "published", FeedXml.Instant(item.Day is { } day ? ChinaTime.Begin(day) : item.Published), Atom);
        FeedXml.Element(xml, "updated", FeedXml.Instant(item.Updated), Atom);
        foreach (var tag in item.Tags)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", tag);
            xml.WriteEndElement();
        }

        if (item.Summary is { } text)
            FeedXml.Element(xml, "summary", text, Atom);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }
}
