using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Import;

/// <summary>A media file beside a document.</summary>
internal sealed partial record MediaFile(string FullPath, string Name, string ContentType, string Hash, long Bytes, int? Width, int? Height, IReadOnlyDictionary<string, string> Alt, string FirstUse)
{
    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        ["svg"] = "image/svg+xml", ["png"] = "image/png", ["jpg"] = "image/jpeg", ["jpeg"] = "image/jpeg", ["webp"] = "image/webp",
        ["avif"] = "image/avif", ["pdf"] = "application/pdf", ["mp4"] = "video/mp4", ["vtt"] = "text/vtt", ["csv"] = "text/csv",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    public static (MediaFile? File, string? Problem) Read(ContentSchema schema, string path, MediaUse use, string usedBy)
    {
        if (!File.Exists(path))
            return (null, $"there is no file {use.File}");
        var extension = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        var type = schema.MediaTypeOf(path);
        if (type is null || !ContentTypes.TryGetValue(extension, out var contentType))
            return (null, $"files ending in .{extension} are not accepted");
        byte[] bytes;
        try
        {
            if (new FileInfo(path).Length is var length && length > type.MaxBytes)
                return (null, string.Create(CultureInfo.InvariantCulture, $"{use.File} is {length:N0} bytes large, at most {type.MaxBytes:N0} are allowed"));
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{use.File} cannot be read: {e.Message}");
        }

        var (width, height, problem) = extension == "svg" ? SvgSize(bytes) : (null, null, null);
        if (problem is not null)
            return (null, $"{use.File} {problem}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return (new MediaFile(path, Path.GetFileName(path), contentType, hash, bytes.LongLength, width, height, use.Alt, usedBy), null);
    }

    // In CSS, wherever it stands: url(#gradient) is a part of the drawing itself, anything else is a request.
    [GeneratedRegex(@"@import|\\|url\([""'\s]*[^#""'\s]", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    private static bool ReachesOut(string style) => style.Length > 0 && Request().IsMatch(style);

    /// <summary>Size of an SVG from its viewBox; refuses what could run or reach out when opened on its own.</summary>
    private static (int? Width, int? Height, string? Problem) SvgSize(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            string? viewBox = null;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.ProcessingInstruction)
                    return (null, null, $"holds a <?{reader.Name}?> instruction, which is not accepted");
                if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && ReachesOut(reader.Value))
                    return (null, null, "holds a style that loads something, which is not accepted");
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.Depth == 0 && reader is not { LocalName: "svg", NamespaceURI: "http://www.w3.org/2000/svg" })
                    return (null, null, "is not an SVG");
                if (reader.LocalName is "script" or "foreignObject" or "iframe" or "animate" or "set")
                    return (null, null, $"holds a <{reader.LocalName}> element, which is not accepted");
                if (reader.Depth == 0)
                    viewBox = reader.GetAttribute("viewBox");
                while (reader.MoveToNextAttribute())
                    if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || (reader.LocalName == "href" && !reader.Value.StartsWith('#')) || ReachesOut(reader.Value))
                        return (null, null, $"holds the attribute {reader.Name}=\"{reader.Value}\", which is not accepted");
            }

            var box = (viewBox ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            return box.Length == 4
                && double.TryParse(box[2], CultureInfo.InvariantCulture, out var width) && double.TryParse(box[3], CultureInfo.InvariantCulture, out var height)
                ? ((int)width, (int)height, null)
                : (null, null, "has no viewBox");
        }
        catch (XmlException e)
        {
            return (null, null, $"is not valid XML: line {e.LineNumber}, column {e.LinePosition}");
        }
    }
}
