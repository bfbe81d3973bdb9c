using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AngleSharp.Html.Dom;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Site.Finder;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Web.StaticSite;

/// <summary>The finder without a server: what parks and spaces answer to each need, in one file for each language, and a script that applies the rule.</summary>
internal sealed class StaticFinder(Snapshot snapshot, Theme theme, StaticPages pages)
{
    private const string Script = "static-finder.js";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly IReadOnlyList<NeedField> OfPark = [.. NeedField.All.Where(f => f.Level == NeedLevel.Park)], OfSpace = [.. NeedField.All.Where(f => f.Level == NeedLevel.Space)];

    private static StaticAddress Index(string isoCode) => new($"/finder-index.{isoCode}.json");

    private Language? LanguageOf(StaticAddress address) => snapshot.Schema.Languages.FirstOrDefault(l => address.Path == $"{l.UrlPrefix}/{FinderPage.Slug}");

    public void Write(StaticFolder folder)
    {
        foreach (var (language, culture) in snapshot.Schema.Languages.Select((l, i) => (l, i)))
        {
            var at = Index(language.IsoCode);
            var parks = snapshot.OfType("park", culture).Select(park => (Park: park, park.In(culture, snapshot.Schema)!.Values)).Select(p => new
            {
                p.Park.In(culture, snapshot.Schema)!.Name,
                Way = Way(p.Park),
                Key = snapshot.Find(p.Values.Reference("sector"))?.In(culture, snapshot.Schema)?.Values.Text("key") ?? "eq",
                District = Named(p.Values.Reference("district"), culture),
                Values = OfPark.Select(f => Answer(f, new Subject(snapshot, p.Park, p.Values))),
                Spaces = snapshot.ChildrenOf(p.Park.Id).Where(d => d.Type.Alias == "space").Select(d => (Space: d, Variant: d.In(culture, snapshot.Schema))).Where(d => d.Variant is not null).Select(d => new
                {
                    d.Variant!.Name,
                    Way = Way(d.Space),
                    Kind = d.Space.Type.Find("kind")!.DataType.Item(d.Variant.Values.Text("kind") ?? "")?.Name.In(culture) ?? "",
                    Values = OfSpace.Select(f => Answer(f, new Subject(snapshot, d.Space, d.Variant.Values))),
                }),
            });
            folder.Put(at.File, JsonSerializer.SerializeToUtf8Bytes(new { Fields = NeedField.All.Select(f => new object[] { f.Name, f.Shape.ToString(), (int)f.Level }), Parks = parks }, Json));

            string Way(PublishedDocument document) => at.WayTo(new StaticAddress(language.UrlPrefix + document.Path), pages.Relative);
        }
    }

    private string Named(Guid? id, int culture) => snapshot.Find(id)?.In(culture, snapshot.Schema)?.Name ?? "";

    /// <summary>What a subject has for a need, in the form that the script compares; null where nothing is stated.</summary>
    private static object? Answer(NeedField field, Subject subject) => field.Shape switch
    {
        NeedShape.Area => subject.Find("areaMax") is decimal most ? new[] { subject.Find("areaMin") as decimal? ?? 0, most } : null,
        NeedShape.Choices => subject.Find(field.Alias) as string[] ?? [],
        NeedShape.Reference when field.Name == "sector" => subject.Slugs(subject.Find("sector")).Concat(subject.Slugs(subject.Find("pioneers"))).ToArray(),
        NeedShape.Reference or NeedShape.References => subject.Slugs(subject.Find(field.Alias)).ToArray(),
        NeedShape.CleanClass => CleanClassNeed.Class(subject.Find(field.Alias)),
        NeedShape.Flag => subject.Find(field.Alias) is true or decimal,
        NeedShape.By => (subject.Find(field.Alias) as DateOnly?)?.ToString(DayNeed.Form, CultureInfo.InvariantCulture),
        NeedShape.Words => TradeWords.Offered(subject),
        _ => subject.Find(field.Alias),
    };

    /// <summary>Puts the script onto the finder, in place of the one that asks the server again for each choice.</summary>
    public void Finish(StaticAddress address, IHtmlDocument page, Action<StaticAddress> expect)
    {
        if (LanguageOf(address) is not { } language)
            return;
        var (texts, script) = (theme.In(language.IsoCode), new StaticAddress(theme.Assets.Url(Script)));
        expect(script);
        var element = page.Head!.QuerySelectorAll("script[src]").First(s => s.GetAttribute("src")!.Contains("/site.", StringComparison.Ordinal));
        element.SetAttribute("src", address.WayTo(script, pages.Relative));
        element.SetAttribute("data-index", address.WayTo(Index(language.IsoCode), pages.Relative));
        element.SetAttribute("data-texts", JsonSerializer.Serialize(new
        {
            Title = texts["finder.title"], TitleOne = texts.Find("finder.title.one") ?? texts["finder.title"], Count = texts["count.parks"], CountOne = texts.Find("count.parks.one") ?? texts["count.parks"],
            Meets = texts["finder.meets"], Near = texts["finder.near"], Lacks = texts["finder.lacks"], NotStated = texts["finder.notStated"], Or = texts["finder.or"],
        }, Json));
        var without = page.CreateElement("noscript");
        without.InnerHtml = "<p class=\"stand\"></p>";
        without.FirstElementChild!.TextContent = texts["static.script"];
        page.QuerySelector("main header")!.Append(without);
    }
}
