using ParkBrand.Content.Schema;
using ParkBrand.Delivery.OpenData;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.OpenData;

/// <summary>The tables that the city gives away: what is in them, how to have them, on what terms.</summary>
public sealed class OpenDataPage : Page
{
    public const string Address = "/open-data", Anchor = "terms";

    public override string View => "OpenData";
    public override IReadOnlyList<string> Styles => ["open-data.css"];

    public required IReadOnlyList<DataTable> Tables { get; init; }

    /// <summary>Days of which the files are kept, newest first.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }
    public required LocalizedName About { get; init; }
    public required LocalizedName LicenceName { get; init; }
    public required LocalizedName LicenceShort { get; init; }
    public required IReadOnlyList<string> Licence { get; init; }

    /// <summary>An address of open data in the page's language.</summary>
    public string File(string name) => Context.Url($"{Address}/{name}");

    internal static OpenDataPage Build(PageContext context, OpenDataSource source) => new()
    {
        Context = context,
        Title = context.Texts["open.title"],
        Description = context.Texts["open.lead"],
        About = source.Description,
        LicenceName = source.LicenceName,
        LicenceShort = source.LicenceShort,
        Licence = source.LicenceText(context.Culture),
        Days = source.Days,
        Sample = context.OfType("park").Any(p => context.Variant(p)!.Values.Flag("sample")),
        Tables = [.. source.Sets.Select(s => DataTable.Of(context, source, s))],
    };
}

/// <param name="Changed">When the newest row was published; null without rows.</param>
public sealed record DataTable(DataSet Set, int Rows, DateTimeOffset? Changed, IReadOnlyList<DataDownload> Files)
{
    internal static DataTable Of(PageContext context, OpenDataSource source, DataSet set)
    {
        var (rows, changed) = source.Extent(set, context.Culture);
        var files = set.Formats.Select(f => new DataDownload(f.Name, $"{set.Name}.{f.Ending}", f.ContentType, source.File(set, f, context.Culture).Length)).ToList();
        return new DataTable(set, rows, changed, files);
    }
}

/// <param name="File">Last part of the address.</param>
/// <param name="Length">Bytes, not compressed.</param>
public sealed record DataDownload(string Format, string File, string ContentType, long Length);
