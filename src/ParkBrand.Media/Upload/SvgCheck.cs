using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ParkBrand.Media.Upload;

/// <summary>
/// Drawings as XML, by a list of what is allowed. What a drawing program adds for itself is taken out; what runs, reaches
/// out or brings in another document is refused, so that the editor learns of it.
/// </summary>
internal static partial class SvgCheck
{
    private const int MaxElements = 20_000, MaxDepth = 64;
    private const long MaxCharacters = 20 * 1024 * 1024;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg", XLink = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<string> Elements =
    [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
        "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "style", "switch", "view",
        "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
        "feMerge", "feMergeNode", "feMorphology", "feOffset", "feDropShadow", "feTile",
    ];

    // What draws by itself is none of these; what is met here was put there on purpose.
    private static readonly HashSet<string> Dangerous =
        ["script", "foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener", "set", "animate", "animatetransform", "animatemotion", "animatecolor", "discard", "image", "feimage", "a", "link", "html", "body", "meta", "base", "form", "input"];

    // In CSS, wherever it stands: url(#gradient) is a part of the drawing itself, anything else is a request.
    [GeneratedRegex(@"@import|@font-face|\\|expression\s*\(|javascript:|url\(\s*[""']?\s*[^#""'\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    public static CheckedUpload Check(byte[] bytes)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxCharacters, IgnoreComments = true };
            using (var reader = XmlReader.Create(new MemoryStream(bytes), settings))
                if (Shape(reader) is { } problem)
                    return problem;
            using var again = XmlReader.Create(new MemoryStream(bytes), settings);
            var drawing = XDocument.Load(again);
            return Clean(drawing.Root!) is { } refused ? refused : Sized(drawing);
        }
        catch (XmlException e)
        {
            return e.Message.Contains("DTD", StringComparison.Ordinal)
                ? CheckedUpload.Refused("svgDtd", "The drawing declares a document type, which can hide other files. Export it as plain or optimised SVG.")
                : CheckedUpload.Refused("svgXml", "The drawing is not valid XML: line {0}, column {1}. Export it anew.", $"{e.LineNumber}", $"{e.LinePosition}");
        }
    }

    /// <summary>Before anything is built from it: how deep and how many.</summary>
    private static CheckedUpload? Shape(XmlReader reader)
    {
        var elements = 0;
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && (++elements > MaxElements || reader.Depth > MaxDepth))
                return CheckedUpload.Refused("svgShape", "The drawing has more than {0} elements or is nested more than {1} deep. Simplify it, or upload it as a PNG.", $"{MaxElements}", $"{MaxDepth}");
            else if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                return Refused($"<?{reader.Name}?>");
        return null;
    }

    private static CheckedUpload? Clean(XElement element)
    {
        if (element.Parent is null && element.Name != Svg + "svg")
            return CheckedUpload.Refused("svgRoot", "The file is not an SVG drawing: its first element is not svg of http://www.w3.org/2000/svg.");
        var name = element.Name.LocalName;
        if (Dangerous.Contains(name.ToLowerInvariant()))
            return Refused($"<{name}>");
        if (element.Name.Namespace != Svg || !Elements.Contains(name))
        {
            // A program's own notes; but nothing dangerous may hide below them unsaid.
            var hidden = element.Descendants().FirstOrDefault(d => Dangerous.Contains(d.Name.LocalName.ToLowerInvariant()));
            element.Remove();
            return hidden is null ? null : Refused($"<{hidden.Name.LocalName}>");
        }

        foreach (var attribute in element.Attributes().ToList())
            if (Attribute(attribute) is { } problem)
                return problem;
        if (element.Nodes().OfType<XText>().Any(t => name == "style" && Request().IsMatch(t.Value)))
            return Refused("a style that loads something");
        return element.Elements().ToList().Select(Clean).FirstOrDefault(p => p is not null);
    }

    private static CheckedUpload? Attribute(XAttribute attribute)
    {
        var (space, name, value) = (attribute.Name.Namespace, attribute.Name.LocalName, attribute.Value);
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return Refused($"{name}=\"…\"");
        if (name.Equals("href", StringComparison.OrdinalIgnoreCase) && !attribute.IsNamespaceDeclaration && !value.StartsWith('#'))
            return Refused($"{name}=\"{(value.Length > 60 ? value[..60] + "…" : value)}\"");
        if (!attribute.IsNamespaceDeclaration && Request().IsMatch(value))
            return Refused($"{name}, which loads something");
        if (attribute.IsNamespaceDeclaration ? value != Svg.NamespaceName && value != XLink.NamespaceName : space != XNamespace.None && space != XLink && space != XNamespace.Xml)
            attribute.Remove();
        return null;
    }

    private static CheckedUpload Sized(XDocument drawing)
    {
        var box = ((string?)drawing.Root!.Attribute("viewBox") ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (box.Length != 4 || Length(box[2]) is not { } width || Length(box[3]) is not { } height)
            return CheckedUpload.Refused("svgViewBox", "The drawing has no viewBox, so its size is not known. Export it with a viewBox.");
        var kept = new MemoryStream();
        using (var writer = XmlWriter.Create(kept, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true }))
            drawing.Save(writer);
        return new CheckedUpload(null, kept.ToArray(), FileKind.Svg, width, height);
    }

    private static int? Length(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= 100_000 ? (int)Math.Round(length) : null;

    private static CheckedUpload Refused(string what) => CheckedUpload.Refused("svgContent", "The drawing holds {0}, which is not accepted. Take it out and upload the drawing again.", what);
}
