using System.Globalization;
using Microsoft.Extensions.Logging;
using ParkBrand.Content;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.OpenData;

/// <summary>
/// The files as they were on a day, in a folder named after it, with their checksums. A folder appears whole or not at
/// all: whoever renames first has made the day's, so that a day has one however many processes try.
/// </summary>
internal sealed class DatedFiles(OpenDataSource source, TimeProvider clock, ILogger<DatedFiles> log)
{
    public const string Checksums = "SHA256SUMS";
    private const int DaysKept = 30;
    private const string Day = "yyyy-MM-dd", Unfinished = ".unfinished-";

    private readonly string folder = source.Folder;

    /// <summary>Days that can be had, newest first.</summary>
    public static IReadOnlyList<DateOnly> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(d => DayOf(Path.GetFileName(d))).OfType<DateOnly>().OrderDescending()]
        : [];

    /// <returns>Where a file of a day lies; null where there is none. Names are compared with those that exist, never joined from what was asked.</returns>
    public string? Find(string day, string name)
    {
        if (DayOf(day) is not { } date)
            return null;
        var of = Path.Combine(folder, date.ToString(Day, CultureInfo.InvariantCulture));
        return Directory.Exists(of) ? Directory.EnumerateFiles(of).FirstOrDefault(f => Path.GetFileName(f) == name) : null;
    }

    /// <summary>Makes today's files unless they are there, and drops those that are too old.</summary>
    /// <returns>Whether this call made them.</returns>
    public bool Make()
    {
        var today = ChinaTime.Today(clock);
        Directory.CreateDirectory(folder);
        foreach (var old in In(folder).Where(d => d <= today.AddDays(-DaysKept)))
            Directory.Delete(Path.Combine(folder, old.ToString(Day, CultureInfo.InvariantCulture)), recursive: true);
        foreach (var left in Directory.EnumerateDirectories(folder, Unfinished + "*").Where(d => clock.GetUtcNow() - Directory.GetLastWriteTimeUtc(d) > TimeSpan.FromHours(1)))
            Directory.Delete(left, recursive: true);
        var target = Path.Combine(folder, today.ToString(Day, CultureInfo.InvariantCulture));
        if (Directory.Exists(target))
            return false;
        var unfinished = Directory.CreateDirectory(Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            Write(unfinished);
            Directory.Move(unfinished, target);
            log.LogInformation("Open data of {Day} are kept", today);
            return true;
        }
        catch (IOException) when (Directory.Exists(target))
        {
            Directory.Delete(unfinished, recursive: true);
            return false;
        }
    }

    private void Write(string target)
    {
        var snapshot = source.Now;
        var sums = new List<string>();
        for (var culture = 0; culture < snapshot.Schema.Languages.Count; culture++)
            foreach (var set in source.Sets)
                foreach (var format in set.Formats)
                {
                    var name = NameOf(snapshot, culture, $"{set.Name}.{format.Ending}");
                    var file = source.File(snapshot, set, format, culture);
                    File.WriteAllBytes(Path.Combine(target, name), file.Bytes());
                    sums.Add($"{file.Sha256}  {name}\n");
                }

        File.WriteAllText(Path.Combine(target, Checksums), string.Concat(sums));
    }

    /// <summary>All languages lie in one folder: those after the first begin with their prefix, <c>en-parks.csv</c>.</summary>
    public static string NameOf(Snapshot snapshot, int culture, string file) => culture == 0 ? file : snapshot.Schema.Languages[culture].UrlPrefix.Trim('/') + "-" + file;

    private static DateOnly? DayOf(string? name) => DateOnly.TryParseExact(name, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
