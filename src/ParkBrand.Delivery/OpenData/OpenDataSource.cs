using System.Text;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

/// <summary>Everything that is given away, made from the current snapshot when it is first asked for and kept until its documents change.</summary>
public sealed class OpenDataSource
{
    private readonly SnapshotSource snapshots;
    private readonly TimeProvider clock;
    private readonly Func<string> publicUrl;

    internal OpenDataSource(SnapshotSource snapshots, ContentSchema schema, TimeProvider clock, Func<string> publicUrl, string folder)
    {
        (this.snapshots, this.clock, this.publicUrl, Folder) = (snapshots, clock, publicUrl, folder);
        Sets = DataSets.Of(schema);
        Words = new Words(schema);
    }

    public IReadOnlyList<DataSet> Sets { get; }

    /// <summary>Days of which the files are kept as they were, newest first.</summary>
    public IReadOnlyList<DateOnly> Days => DatedFiles.In(Folder);

    internal Words Words { get; }

    internal string Folder { get; }

    internal string Base => publicUrl();

    internal Snapshot Now => snapshots.Current;

    public LocalizedName Title => Words["catalog.title"];

    public LocalizedName Description => Words["catalog.description"];

    public LocalizedName LicenceName => Words["licence.name"];

    public LocalizedName LicenceShort => Words["licence.short"];

    public IReadOnlyList<string> LicenceText(int culture) => Words.Lines("licence.text", culture);

    /// <param name="bom">Begins with a byte order mark, by which spreadsheets know UTF-8; for CSV only.</param>
    public DataFile File(DataSet set, DataFormat format, int culture, bool bom = false) => File(Now, set, format, culture, bom);

    internal DataFile File(Snapshot snapshot, DataSet set, DataFormat format, int culture, bool bom = false) => snapshot.Derive(
        $"open data {set.Name}.{format.Ending} {culture} {bom}", set.MadeOf, ChinaTime.Today(clock), () => new DataFile(Write(snapshot, set, format, culture, bom)));

    internal DataFile Catalog(Snapshot snapshot) => snapshot.Derive("open data catalog", [.. Sets.SelectMany(s => s.MadeOf).Append("settings").Distinct()], ChinaTime.Today(clock),
        () => new DataFile(new Catalog(this, snapshot).Bytes()));

    /// <summary>How many rows there are, and when the newest was published last; null when there are none.</summary>
    public (int Rows, DateTimeOffset? Changed) Extent(DataSet set, int culture)
    {
        var snapshot = Now;
        var extent = snapshot.Derive($"open data {set.Name} extent {culture}", set.MadeOf, ChinaTime.Today(clock), () =>
        {
            var rows = set.Rows(snapshot, culture, "").ToList();
            return Tuple.Create(rows.Count, rows.Count == 0 ? (DateTimeOffset?)null : rows.Max(r => r.Variant.PublishedAt));
        });
        return (extent.Item1, extent.Item2);
    }

    private byte[] Write(Snapshot snapshot, DataSet set, DataFormat format, int culture, bool bom)
    {
        using var stream = new MemoryStream();
        var rows = set.Rows(snapshot, culture, Base);
        if (format == DataFormat.JsonLines)
            JsonRows.Lines(stream, set, rows);
        else if (format == DataFormat.GeoJson)
            JsonRows.Features(stream, set, rows);
        else
            using (var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: bom), leaveOpen: true))
                CsvText.Write(text, set, rows);
        return stream.ToArray();
    }
}
