using System.IO.Compression;

namespace ParkBrand.Media.Upload;

/// <summary>Office files are ZIP archives. They are kept and handed out as they are, never unpacked; but what would hurt whoever opens one is refused.</summary>
internal static class OfficeCheck
{
    private const int MaxEntries = 4000;
    private const long MaxUnpacked = 512L * 1024 * 1024, MaxRatio = 200;

    public static CheckedUpload? Problem(string contentType, byte[] bytes)
    {
        var part = contentType == FileKind.Docx ? "word/document.xml" : "xl/workbook.xml";
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries)
                return CheckedUpload.Refused("officeEntries", "The file holds {0} parts, more than an office file has. Save it anew in the office program.", $"{zip.Entries.Count}");
            if (zip.Entries.All(e => e.FullName != part) || zip.Entries.All(e => e.FullName != "[Content_Types].xml"))
                return CheckedUpload.Refused("officeForm", "The file is an archive, but not the office file that its name promises. Save it anew in the office program.");
            if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return CheckedUpload.Refused("officeMacro", "The file holds macros. Save it without macros and upload it again.");
            var unpacked = zip.Entries.Sum(e => Math.Min(e.Length, MaxUnpacked + 1));
            return unpacked > MaxUnpacked || unpacked > Math.Max(bytes.LongLength, 1024 * 1024) * MaxRatio
                ? CheckedUpload.Refused("officeBomb", "The file would unpack to far more than it is. Save it anew in the office program.")
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            return CheckedUpload.Refused("officeDamaged", "The file is damaged. Open it in the office program, save it anew and upload it again.");
        }
    }
}
