using System.Globalization;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Tests.SampleCity;

namespace ParkBrand.Tests.Matching;

/// <summary>The rule of docs/matching.md, read plainly and slowly, need by need and document by document.</summary>
internal sealed class Oracle(City city)
{
    public bool Meets(PublishedDocument park, IEnumerable<Need> needs)
    {
        var all = needs.ToList();
        var (ofPark, ofSpace) = (all.Where(n => n.Field.Level == NeedLevel.Park), all.Where(n => n.Field.Level == NeedLevel.Space).ToList());
        return ofPark.All(n => Holds(park, n)) && (ofSpace.Count == 0 || city.Below(park, "space").Any(s => ofSpace.All(n => Holds(s, n))));
    }

    /// <summary>The fewest hard needs that any one space of the park misses together with the park itself.</summary>
    public int Fewest(PublishedDocument park, Needs needs)
    {
        var ofSpace = needs.Must.Where(n => n.Field.Level == NeedLevel.Space).ToList();
        var spaces = city.Below(park, "space").ToList();
        return needs.Must.Count(n => n.Field.Level == NeedLevel.Park && !Holds(park, n))
            + (spaces.Count == 0 ? ofSpace.Count : spaces.Min(s => ofSpace.Count(n => !Holds(s, n))));
    }

    public bool Holds(PublishedDocument document, Need need)
    {
        var v = city.Values(document);
        var wanted = need.Values;
        return need.Name switch
        {
            "sector" => Slugs([v.Reference("sector")!.Value, .. v.References("pioneers")]).Intersect(wanted).Any(),
            "district" => Slugs([v.Reference("district")!.Value]).Intersect(wanted).Any(),
            "policy" => !wanted.Except(Slugs(v.References("policies"))).Any(),
            "facilities" => !wanted.Except(v.Texts("facilities")).Any(),
            "niche" => wanted[0].Split(' ').All(w => Says(document, w)),
            "kind" => wanted.Contains(v.Text("kind")),
            "tenure" => wanted.Any(w => v.Text("tenure") == w || (w != "transfer" && v.Text("tenure") == "either")),
            "area" => Number(need) <= v.Number("areaMax") && v.Number("areaMin") <= 1.25m * Number(need),
            "cleanroom" => v.Text("cleanroom") is { } room && room != "none" && string.CompareOrdinal(room, wanted[0]) <= 0,
            "availableBy" => v.Date("availableFrom") <= DateOnly.ParseExact(wanted[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            "steam" => v.Number("steamPrice") is not null,
            "exhaust" or "wasteWater" or "gas" or "fibre" => v.Flag(need.Name),
            "rentMax" => v.Number("rent") <= Number(need),
            "rail" or "airport" or "motorway" or "port" => v.Number(need.Name + "Minutes") <= Number(need),
            _ => v.Number(need.Name) >= Number(need),
        };
    }

    private bool Says(PublishedDocument park, string word)
    {
        var variants = new[] { city.Zh(park), city.En(park) }.OfType<PublishedVariant>().ToList();
        bool In(IEnumerable<string?> texts) => texts.Any(t => t is not null && Begins(t, word));
        var takes = variants.SelectMany(v => v.Values.Texts("accepted").Concat(v.Values.Texts("conditional"))).ToList();
        if (In(variants.SelectMany(v => v.Values.Texts("excluded"))) && !In(takes))
            return false;
        var industries = new[] { city.Values(park).Reference("sector")!.Value }.Concat(city.Values(park).References("pioneers")).Select(i => city.Now.Find(i)!)
            .SelectMany(i => new[] { city.Zh(i), city.En(i) }.OfType<PublishedVariant>());
        return In(takes) || In(variants.SelectMany(v => v.Values.Texts("keywords").Append(v.Name).Append(v.Values.Text("niche")).Append(v.Values.Text("tagline"))))
            || In(industries.SelectMany(i => i.Values.Texts("synonyms").Append(i.Name)));
    }

    private static bool Begins(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!char.IsAsciiLetterOrDigit(word[0]) || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
                return true;
        return false;
    }

    private IEnumerable<string> Slugs(IEnumerable<Guid> ids) => ids.Select(i => city.Now.Find(i)?.Slug).OfType<string>();

    private static decimal Number(Need need) => decimal.Parse(need.Values[0], CultureInfo.InvariantCulture);
}
