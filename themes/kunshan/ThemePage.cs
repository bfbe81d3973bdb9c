using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Site.Pages;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Themes.Kunshan;

/// <summary>What the theme's views share: words, numbers, dates, addresses, Markdown.</summary>
public abstract class ThemePage<TModel> : RazorPage<TModel>
{
    /// <summary>The context of the page, also in partial views whose model is something else.</summary>
    protected PageContext C => Model is Page page ? page.Context : (PageContext)ViewContext.ViewData["context"]!;
    protected Texts T => C.Texts;

    protected string Link(PublishedDocument document) => C.Url(document);
    protected string Name(PublishedDocument? document) => C.Name(document);
    protected PublishedValues Values(PublishedDocument document) => C.Variant(document)!.Values;

    /// <summary>A number as people write it: thousands separated, needless zeros left out.</summary>
    protected static string Number(decimal? value) => value is { } number ? number.ToString("#,0.####", CultureInfo.InvariantCulture) : "–";

    protected IHtmlContent WithUnit(decimal? value, string? unit) => WithUnit(Number(value * T.Scale(unit)), unit);

    /// <summary>A number with its unit for running text, kept on one line.</summary>
    protected string InUnit(decimal? value, string? unit) => $"{Number(value * T.Scale(unit))}\u00a0{T.Unit(unit).TrimStart()}".TrimEnd();

    /// <summary>A number as it is told: rounded, in the steps in which the language counts.</summary>
    protected IHtmlContent Rounded(decimal value, string? unit)
    {
        var figure = RoundedFigure.Of(value, unit, T);
        return new HtmlString($"{Encode(figure.Number)}<span class=\"unit\">{Encode(figure.Unit)}</span>");
    }

    protected IHtmlContent WithUnit(string value, string? unit) =>
        new HtmlString($"{Encode(value)}<span class=\"unit\">{Encode(T.Unit(unit))}</span>");

    /// <summary>A number property with the unit that the schema gives it.</summary>
    protected IHtmlContent Amount(PublishedValues values, string alias) =>
        values.Number(alias) is { } number ? WithUnit(number, values.Holder.Find(alias)!.Unit) : new HtmlString("–");

    protected string? UnitOf(PublishedValues values, string alias) => values.Holder.Find(alias)!.Unit;

    /// <summary>What a whole space costs a month, in the unit that readers think in: ten thousand yuan in Chinese, thousand in English.</summary>
    protected string Monthly(PublishedValues space) =>
        T.Format("space.month", Number(Math.Round((space.Number("rent") ?? 0) * (space.Number("areaMax") ?? 0) / (C.IsChinese ? 10000m : 1000m), 1)));

    /// <summary>A park's name without the word that all of them end in.</summary>
    protected string Short(string name) => name.EndsWith(T["park.suffix"], StringComparison.Ordinal) ? name[..^T["park.suffix"].Length] : name;

    protected static string Range(decimal? low, decimal? high) =>
        low == high || low is null ? Number(high) : $"{Number(low)}–{Number(high)}";

    /// <summary>Monthly pay in the unit that readers think in: 万元 in Chinese, thousand yuan in English.</summary>
    protected IHtmlContent Pay(PublishedValues job)
    {
        var unit = C.IsChinese ? 10000m : 1000m;
        var digits = C.IsChinese ? "0.0#" : "0.#";
        var (low, high) = (job.Number("payMin") / unit, job.Number("payMax") / unit);
        var text = low == high ? low?.ToString(digits, CultureInfo.InvariantCulture) : $"{low?.ToString(digits, CultureInfo.InvariantCulture)}–{high?.ToString(digits, CultureInfo.InvariantCulture)}";
        return new HtmlString($"<span class=\"fig\"><span>{text}</span><span class=\"unit\">{Encode(T["pay.unit"])}</span></span>");
    }

    protected string Choice(PublishedValues values, string alias) =>
        values.Text(alias) is { } value ? values.Holder.Find(alias)!.DataType.Item(value)?.Name.In(C.Culture) ?? value : "–";

    protected string ChoiceItem(PublishedValues values, string alias, string value) =>
        values.Holder.Find(alias)!.DataType.Item(value)?.Name.In(C.Culture) ?? value;

    protected string Label(PropertyHolder holder, string alias) => holder.Find(alias)!.Name.In(C.Culture);

    protected string Yes(bool value) => T[value ? "yes" : "no"];

    protected string Joined(IEnumerable<string> items) => string.Join(T["list.separator"], items);

    /// <summary>The day with its year.</summary>
    protected string Day(DateOnly? date) => date is not { } day ? "–" : day.ToString(T["date.day"], CultureInfo.InvariantCulture);

    /// <summary>The day without its year where it is this year's.</summary>
    protected string ShortDay(DateOnly? date) => date is not { } day ? "–" : day.ToString(day.Year == C.Today.Year ? T["date.short"] : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>When a shared resource can be had.</summary>
    protected string Lead(decimal days) => days == 0 ? T["resource.leadNow"] : T.Count("resource.lead", (int)days);

    protected static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    protected static string MonthDay(DateOnly? date) => date?.ToString("MM-dd", CultureInfo.InvariantCulture) ?? "–";

    protected string Available(DateOnly? from) => from is null || from <= C.Today ? T["space.now"] : Iso(from);

    protected static IHtmlContent Markdown(string? text) => new HtmlString(RichText.Html(text));

    /// <summary>A text with what was asked for marked; each stretch is encoded by itself.</summary>
    protected static IHtmlContent Marked(MarkedText text)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (var (start, length) in text.Marks)
        {
            html.Append(Encode(text.Text[end..start])).Append("<mark>").Append(Encode(text.Text.Substring(start, length))).Append("</mark>");
            end = start + length;
        }

        return new HtmlString(html.Append(Encode(text.Text[end..])).ToString());
    }

    /// <summary>A Chinese heading breaks between its clauses, not inside words.</summary>
    protected IHtmlContent Phrases(string text)
    {
        if (!C.IsChinese && !text.Any(c => c > '\u3000'))
            return new HtmlString(Encode(text));
        var html = new StringBuilder();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '\uff0c' or '\uff1a' or '\u3001' or '\u3002' or '\uff1f' or '\uff01' or '\uff1b' || i == text.Length - 1)
            {
                html.Append("<span class=\"ph\">").Append(Encode(text[start..(i + 1)])).Append("</span>");
                start = i + 1;
            }

        return new HtmlString(html.ToString());
    }

    /// <summary>The language attribute of a text that is shown in another language than the page.</summary>
    protected string? LangOf(PublishedVariant? variant) =>
        variant is null || variant.Culture == C.Culture ? null : C.Snapshot.Schema.Languages[variant.Culture].IsoCode;

    /// <summary>The language attribute of a text that somebody typed or that is published in Chinese only, where the page is not Chinese.</summary>
    protected string? LangOf(string text) => !C.IsChinese && text.Any(c => c > '\u2e7f') ? "zh-CN" : null;

    /// <summary>A sentence with what a visitor typed in it, marked as Chinese where the page is not.</summary>
    protected IHtmlContent Saying(string key, string typed) => new HtmlString(T.Format(key, "\u0001") is var sentence && sentence.IndexOf('\u0001') is var at && at < 0
        ? Encode(sentence)
        : $"{Encode(sentence[..at])}<span{(!C.IsChinese && typed.Any(c => c > '\u2e7f') ? " lang=\"zh-CN\"" : "")}>{Encode(typed)}</span>{Encode(sentence[(at + 1)..])}");

    protected string Sector(PublishedDocument? park) => Parks.SectorKey(C, park);

    protected PublishedDocument? ParkOf(PublishedDocument record) => record.Type.Alias == "park" ? record : C.Snapshot.Find(record.ParentId);

    /// <summary>Says of a record that it is made up.</summary>
    protected IHtmlContent SampleTag(bool sample) => sample ? new HtmlString($"<span class=\"tag\">{Encode(T["sample"])}</span>\n") : HtmlString.Empty;

    protected IHtmlContent Swatch(string key) =>
        new HtmlString($"<svg class=\"swatch s-{key}\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><use href=\"#t-{key}\"/></svg>");

    protected IHtmlContent Picture(Guid? id, bool lazy = true, string css = "art", PictureShape? shape = null)
    {
        if (C.Snapshot.Media(id) is not { } media)
            return HtmlString.Empty;
        var alt = media.Alt[C.Culture] ?? media.Alt[0] ?? "";
        var (src, sizes) = (shape ?? PictureShape.Card).Of(media);
        return new HtmlString($"<img class=\"{css}\" src=\"{Encode(src)}\"{sizes} alt=\"{Encode(alt)}\"{(shape ?? PictureShape.Card).Box(media)}{(lazy ? " loading=\"lazy\"" : "")} decoding=\"async\">");
    }

    /// <summary>The picture of a link that is shared: the page's own where it is a photo, since readers elsewhere show no drawings; else the site's card.</summary>
    protected IHtmlContent SharedPicture(Page page)
    {
        var cover = page is DocumentPage { Document.Type: var type, Values: var values } && type.Find("cover") is not null ? C.Snapshot.Media(values.Reference("cover")) : null;
        var photo = cover is null ? null : PictureShape.Hero.Shared(cover);
        var (url, width, height) = photo ?? (C.Assets.Url(C.IsChinese ? "share-zh.png" : "share-en.png"), 1200, 630);
        var alt = photo is null ? T["site.name"] : cover!.Alt[C.Culture] ?? cover.Alt[0] ?? page.Title;
        return new HtmlString(string.Create(CultureInfo.InvariantCulture, $"""
            <meta property="og:image" content="{Encode(C.PublicUrl + url)}">
            <meta property="og:image:width" content="{width}">
            <meta property="og:image:height" content="{height}">
            <meta property="og:image:alt" content="{Encode(alt)}">
            <meta name="twitter:card" content="summary_large_image">

            """));
    }

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    protected static string Encode(string text) => Encoder.Encode(text);
}
