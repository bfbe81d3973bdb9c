using System.Globalization;
using System.Text;
using System.Xml;
using ParkBrand.Content;

namespace ParkBrand.Site.Feeds;

/// <summary>XML that readers accept whatever was typed into a text.</summary>
internal static class FeedXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true };

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
            write(xml);
        return stream.ToArray();
    }

    public static void Element(XmlWriter xml, string name, string text, string? ns = null) => xml.WriteElementString(name, ns, Allowed(text));

    /// <summary>XML 1.0 has no place for control characters and for halves of characters.</summary>
    public static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\t' or '\n' or (>= ' ' and not 0xfffe and not 0xffff)).Select(r => r.ToString()));

    public static string Instant(DateTimeOffset at) => ChinaTime.Of(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
