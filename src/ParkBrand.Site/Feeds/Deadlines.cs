using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Values;
using ParkBrand.Site.Lists;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Site.Feeds;

/// <summary>The days after which something can no longer be applied for, as an iCalendar file: of every list that has such days, or of one with its filters.</summary>
internal static class Deadlines
{
    public const string Ending = "/calendar.ics", ContentType = "text/calendar; charset=utf-8";
    private const int SummaryLength = 400;

    /// <summary>Which date of a type is its deadline, by the list that shows the type. A theme's text <c>calendar.</c> and the type says what ends.</summary>
    private static readonly Dictionary<string, string> DateOf = new() { ["policies"] = "applyBy", ["jobs"] = "validThrough", ["finance"] = "expiresOn" };

    public static bool Has(string slug) => DateOf.ContainsKey(slug);

    /// <returns>Null where this reader finds no such list; <see cref="SiteFile.NotReady"/> while words cannot be answered.</returns>
    public static byte[]? Of(PageContext context)
    {
        // "/{one}/calendar.ics" is a list's or a language's; the address says which.
        var slug = context.Path.Length == Ending.Length ? null : context.Path[1..^Ending.Length];
        if (slug is not null && !(Has(slug) && context.Has("/" + slug)))
            return null;
        var ready = true;
        var events = new List<(PublishedDocument Document, DateOnly Day, string Field)>();
        foreach (var (list, field) in DateOf.Where(d => slug is null ? context.Has("/" + d.Key) : d.Key == slug))
        {
            // Filters belong to one list; the calendar of all takes none.
            var selection = slug is null ? null : new Selection(context, ListDefinitions.BySlug[list]);
            ready &= selection?.Ready ?? true;
            foreach (var document in selection?.Matching ?? context.OfType(ListDefinitions.BySlug[list].Type))
                if (document.IsIn(context.Culture) && context.Variant(document)!.Values.Date(field) is { } day && day >= context.Today)
                    events.Add((document, day, field));
        }

        return ready ? Write(context, slug, [.. events.OrderBy(e => e.Day).ThenBy(e => e.Document.Id)]) : SiteFile.NotReady;
    }

    private static byte[] Write(PageContext context, string? slug, List<(PublishedDocument Document, DateOnly Day, string Field)> events)
    {
        var name = $"{(slug is null ? context.Texts["calendar.title"] : context.Texts.Format("calendar.of", context.Name(context.Snapshot.Resolve("/" + slug).Document)))} – {context.Texts["site.name"]}";
        var text = new CalendarText().Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", "-//ParkBrand//Deadlines//" + context.Language.IsoCode).Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH")
            .Text("NAME", name).Text("X-WR-CALNAME", name).Line("X-WR-TIMEZONE", "Asia/Shanghai").Line("REFRESH-INTERVAL;VALUE=DURATION", "P1D").Line("X-PUBLISHED-TTL", "P1D")
            .Line("URL", context.PublicUrl + context.Url(slug is null ? "/" : "/" + slug));
        foreach (var (document, day, field) in events)
            Event(text, context, document, day, field);
        return text.Line("END", "VCALENDAR").Bytes();
    }

    private static void Event(CalendarText text, PageContext context, PublishedDocument document, DateOnly day, string field)
    {
        var variant = context.Variant(document)!;
        var park = context.Snapshot.Find(document.ParentId) is { Type.Alias: "park" } parent ? parent : null;
        var sample = document.Type.Find("sample") is not null && variant.Values.Flag("sample");
        var summary = MarkdownText.Short(document.Type.Find("summary") is null ? variant.Values.Text("text") : variant.Values.Text("summary"), SummaryLength);
        var url = context.PublicUrl + context.Url(document);
        text.Line("BEGIN", "VEVENT")
            .Line("UID", $"{document.Id}-{field}{(context.Culture == 0 ? "" : "-" + context.Language.IsoCode)}")
            .Instant("DTSTAMP", variant.PublishedAt).Line("SEQUENCE", document.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
            // A whole day, wherever the calendar is read; its end is the first day that no longer counts.
            .Day("DTSTART", day).Day("DTEND", day.AddDays(1))
            .Text("SUMMARY", context.Texts.Format("calendar." + document.Type.Alias, variant.Name))
            .Text("DESCRIPTION", $"{(sample ? context.Texts["sample"] + "\n" : "")}{summary}\n{url}")
            .Text("LOCATION", park is null ? null : context.Name(park)).Line("URL", url)
            .Line("CATEGORIES", string.Join(',', new[] { context.Texts["type." + document.Type.Alias], sample ? context.Texts["sample"] : "" }.Where(c => c.Length > 0).Select(CalendarText.Escaped)))
            .Line("TRANSP", "TRANSPARENT").Line("END", "VEVENT");
    }
}
