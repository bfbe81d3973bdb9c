using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ParkBrand.Content.Schema;

internal static partial class LanguageReader
{
    private static readonly FrozenSet<string> Keys = ["isoCode", "name", "default", "urlPrefix", "fallback"];

    [GeneratedRegex("^(/[a-z]{2,3})?$")]
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
        var languages = new List<Language>();
        var defaults = 0;
        foreach (var item in root.Items("languages"))
        {
            if (!item.IsObject(Keys))
                continue;
            var code = item.Text("isoCode", "zh-CN");
            if (!IsCulture(code))
                item.Problem("isoCode", $"'{code}' is not a culture");
            var prefix = item.Child("urlPrefix")?.Element.GetString() ?? "";
            if (!Prefix().IsMatch(prefix))
                item.Problem("urlPrefix", "must be empty or look like /en");
            if (languages.Any(l => l.IsoCode == code))
                item.Problem("isoCode", $"'{code}' stands twice");
            if (languages.Any(l => l.UrlPrefix == prefix))
                item.Problem("urlPrefix", $"'{prefix}' is used by another language");
            var language = new Language(code, item.Text("name"), prefix, item.OptionalText("fallback"));
            if (!item.Flag("default"))
            {
                languages.Add(language);
                continue;
            }

            defaults++;
            languages.Insert(0, language);
        }

        if (defaults != 1)
            root.Problem("languages", $"must have exactly one default language, has {defaults}");
        foreach (var language in languages)
            if (language.Fallback is { } fallback && languages.All(l => l.IsoCode != fallback))
                root.Problem("languages", $"'{language.IsoCode}' falls back to '{fallback}', which is not a language of the site");
        return languages.Count > 0 ? languages : [new Language("zh-CN", "", "", null)];
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
