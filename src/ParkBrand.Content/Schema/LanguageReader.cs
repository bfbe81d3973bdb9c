using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ParkBrand.Content.Schema;

internal static partial class LanguageReader
{
    private static readonly FrozenSet<string> Keys = ["isoCode", "name", "default", "urlPrefix", "fallback"];

    [GeneratedRegex("^(/[a-z]{2,3})?\\z")]
    private static partial Regex Prefix();

    private static bool IsCulture(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).Name == code;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    public static List<Language> Read(JsonCursor root)
    {
        var read = new List<(JsonCursor Item, Language Language, bool IsDefault)>();
        foreach (var item in root.Items("languages"))
            if (item.IsObject(Keys))
                read.Add((item, ReadOne(item, read.ConvertAll(r => r.Language)), item.Flag("default")));

        if (read.Count(r => r.IsDefault) is not 1 and var defaults)
            root.Problem("languages", $"must have exactly one default language, has {defaults}");
        foreach (var (item, language, isDefault) in read)
        {
            if (isDefault && language.UrlPrefix.Length > 0)
                item.Problem("urlPrefix", "must be empty: the default language has no prefix");
            if (language.Fallback is { } fallback && (fallback == language.IsoCode || read.TrueForAll(r => r.Language.IsoCode != fallback)))
                item.Problem("fallback", fallback == language.IsoCode ? $"'{fallback}' falls back to itself" : $"falls back to '{fallback}', which is not a language of the site");
        }

        var languages = read.OrderByDescending(r => r.IsDefault).Select(r => r.Language).ToList();
        return languages.Count > 0 ? languages : [new Language("zh-CN", "", "", null)];
    }

    private static Language ReadOne(JsonCursor item, List<Language> others)
    {
        var code = item.Text("isoCode", "zh-CN");
        if (!IsCulture(code))
            item.Problem("isoCode", $"'{code}' is not a culture");
        if (others.Exists(l => l.IsoCode == code))
            item.Problem("isoCode", $"'{code}' stands twice");
        var prefix = "";
        if (item.Child("urlPrefix") is { } child)
        {
            if (child.Element.ValueKind == JsonValueKind.String)
                prefix = child.Element.GetString()!;
            else
                child.Problem("must be a text");
        }

        if (!Prefix().IsMatch(prefix))
            item.Problem("urlPrefix", "must be empty or look like /en");
        else if (others.Exists(l => l.UrlPrefix == prefix))
            item.Problem("urlPrefix", $"'{prefix}' is used by another language");
        return new Language(code, item.Text("name"), prefix, item.OptionalText("fallback"));
    }
}

/// <summary>Reads names given as <c>{ "zh-CN": …, "en-US": … }</c>: one for each language of the site.</summary>
internal sealed class NameReader(IReadOnlyList<string> cultures)
{
    private readonly FrozenSet<string> keys = cultures.ToFrozenSet();

    public LocalizedName Read(JsonCursor holder)
    {
        if (holder.Child("name") is not { } name)
        {
            holder.Problem("name", "is missing");
            return Empty;
        }

        return name.IsObject(keys) ? new LocalizedName(cultures.Select(c => name.Text(c, "?")).ToArray()) : Empty;
    }

    private LocalizedName Empty => new(cultures.Select(_ => "").ToArray());
}
