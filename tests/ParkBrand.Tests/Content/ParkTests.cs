using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.SampleCity;

[Collection(nameof(City))]
public sealed class ParkTests(City city)
{
    // Filled only where they apply; how many at least, so that none of them is forgotten altogether.
    private static readonly Dictionary<string, int> Conditional = new()
    {
        ["pioneers"] = 20, ["steamPrice"] = 20, ["wasteWaterCapacity"] = 40, ["gallery"] = 0,
    };

    [Fact]
    public void Every_property_is_filled_in()
    {
        var parks = city.All("park");
        City.None(from property in parks[0].Type.Properties
                  let filled = parks.Count(p => IsFilled(city.Values(p)[property]))
                  let least = Conditional.GetValueOrDefault(property.Alias, 50)
                  where filled < least
                  select $"{property.Alias}: {filled} of {parks.Count}, at least {least}");
    }

    [Fact]
    public void Every_property_is_filled_in_in_english_where_it_is_in_chinese()
    {
        City.None(from park in city.All("park")
                  from property in park.Type.Properties.Where(p => p.Variant)
                  where IsFilled(city.Values(park)[property]) != IsFilled(city.En(park)?.Values[property])
                  select $"{park.Slug}: {property.Alias}");
    }

    private static bool IsFilled(object? value) => value is not null and not "" and not Array { Length: 0 } and not false || value is false;

    [Fact]
    public void Only_parks_of_the_digital_industry_do_without_waste_water() =>
        City.None(city.All("park").Where(p => city.Values(p).Number("wasteWaterCapacity") is null && ExpectedParks.BySlug[p.Slug].Sector != "new-digital").Select(p => p.Slug));

    [Theory]
    [InlineData("space")]
    [InlineData("job")]
    [InlineData("resource")]
    [InlineData("park")]
    [InlineData("district")]
    [InlineData("industry")]
    [InlineData("policy")]
    [InlineData("financeProduct")]
    [InlineData("contactPoint")]
    [InlineData("award")]
    [InlineData("list")]
    [InlineData("page")]
    public void Everything_that_people_from_abroad_look_for_is_there_in_english(string type) =>
        City.None(city.All(type).Where(d => !d.IsIn(1)).Select(d => d.Path!));

    [Fact]
    public void English_holds_no_chinese() =>
        City.None(from type in city.Now.Schema.DocumentTypes.Values
                  from document in city.All(type.Alias).Where(d => d.IsIn(1))
                  from property in type.Properties.Where(p => p.Variant)
                  let text = city.En(document)!.Values[property] switch { string s => s, string[] many => string.Join(' ', many), _ => "" }
                  where City.ChineseCharacters(text + city.En(document)!.Name) > 0
                  select $"{document}: {property.Alias}");

    [Fact]
    public void A_profile_is_long_enough_to_be_read() =>
        City.None(city.All("park").Select(p => (p.Slug, Length: City.ChineseCharacters(city.Values(p).Text("profile")!))).Where(p => p.Length < 250).Select(p => $"{p.Slug}: {p.Length}"));

    [Fact]
    public void No_two_profiles_share_a_sentence()
    {
        var sentences = from park in city.All("park")
                        from text in new[] { city.Values(park).Text("profile")!, city.En(park)!.Values.Text("profile")! }
                        from sentence in text.Split('\u3002', '\uff01', '\uff1f', '\uff1b', '.', '!', '?', '\n').Select(s => s.Trim()).Where(s => s.Length >= 15).Distinct()
                        select (sentence, park.Slug);
        City.None(sentences.GroupBy(s => s.sentence).Where(g => g.Select(s => s.Slug).Distinct().Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(s => s.Slug))}"));
    }

    [Theory]
    [InlineData("tagline")]
    [InlineData("summary")]
    [InlineData("positioning")]
    [InlineData("planning")]
    [InlineData("niche")]
    public void No_two_parks_say_the_same_of_themselves(string alias) =>
        City.None(city.All("park").GroupBy(p => city.Values(p).Text(alias)).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Slug))}"));

    [Fact]
    public void Counts_of_companies_fit_into_each_other() =>
        City.None(from park in city.All("park")
                  let v = city.Values(park)
                  let kinds = new[] { "highTech", "specialised", "gazelle", "unicorn", "listed" }.Sum(k => v.Number(k))
                  where kinds > v.Number("enterprises") || v.Number("specialised") > v.Number("highTech")
                  select $"{park.Slug}: {kinds} of {v.Number("enterprises")}");

    [Fact]
    public void Power_is_not_given_away_twice() =>
        City.None(from park in city.All("park")
                  let v = city.Values(park)
                  from space in city.Below(park, "space")
                  where v.Number("powerSpare") > v.Number("powerTotal") || city.Values(space).Number("power") > v.Number("powerSpare")
                  select $"{space.Path}: {city.Values(space).Number("power")} of {v.Number("powerSpare")}");

    [Fact]
    public void Available_space_is_the_sum_of_the_live_spaces_without_land() =>
        City.None(from park in city.All("park")
                  let sum = city.Below(park, "space").Where(s => city.Values(s).Text("kind") != "land").Sum(s => city.Values(s).Number("areaMax") ?? 0)
                  let said = city.Values(park).Number("carrierAvailable")
                  where sum != said || said > city.Values(park).Number("carrierBuilt")
                  select $"{park.Slug}: says {said}, spaces sum to {sum}");

    [Fact]
    public void Parks_lie_in_the_city() =>
        City.None(from park in city.All("park")
                  let at = city.Values(park).Position("position")!
                  where at.Latitude is < 31.0m or > 31.6m || at.Longitude is < 120.7m or > 121.2m
                  select $"{park.Slug}: {at}");

    [Fact]
    public void Parks_of_one_district_lie_together()
    {
        City.None(from district in city.All("district")
                  where city.Values(district).Position("position") is not null
                  let centre = city.Values(district).Position("position")!
                  from park in city.All("park").Where(p => city.Values(p).Reference("district") == district.Id)
                  let at = city.Values(park).Position("position")!
                  where Math.Abs(at.Latitude - centre.Latitude) > 0.06m || Math.Abs(at.Longitude - centre.Longitude) > 0.06m
                  select $"{park.Slug} is far from {district.Slug}");
    }

    [Fact]
    public void What_a_park_accepts_it_does_not_exclude() =>
        City.None(from park in city.All("park")
                  let v = city.Values(park)
                  from word in v.Texts("accepted").Concat(v.Texts("conditional")).Intersect(v.Texts("excluded"))
                  select $"{park.Slug}: {word}");

    [Fact]
    public void A_park_names_only_policies_that_are_for_its_district_and_its_industries() =>
        City.None(from park in city.All("park")
                  let v = city.Values(park)
                  let industries = v.References("pioneers").Append(v.Reference("sector")!.Value).ToList()
                  from policy in v.References("policies").Select(id => city.Now.Find(id)!)
                  let meant = city.Values(policy)
                  where (meant.Reference("district") is { } district && district != v.Reference("district"))
                     || (meant.References("industries") is { Count: > 0 } named && !named.Intersect(industries).Any())
                  select $"{park.Slug}: {policy.Slug}");

    [Fact]
    public void Only_the_five_parks_of_the_plan_are_marked_as_named_in_it() =>
        Assert.Equal(ExpectedParks.Named, city.All("park").Where(p => city.Values(p).Flag("namedInPlan")).Select(p => p.Slug).Order(StringComparer.Ordinal));

    [Fact]
    public void The_park_that_packages_chips_has_a_clean_room_and_the_one_for_moulds_has_cranes()
    {
        Assert.Contains(city.Below(city.Park("ic-packaging-park"), "space"), s => city.Values(s).Text("cleanroom") is "iso5" or "iso6" or "iso7");
        Assert.Contains(city.Below(city.Park("smart-mould-park"), "space"), s => city.Values(s).Number("crane") >= 5);
    }

    [Fact]
    public void Contacts_are_a_park_s_own()
    {
        foreach (var alias in new[] { "contactPhone", "contactEmail" })
            City.None(city.All("park").GroupBy(p => city.Values(p).Text(alias)).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(p => p.Slug))}"));
    }

    [Fact]
    public void Targets_lie_above_what_is() =>
        City.None(from park in city.All("park")
                  from target in city.Values(park).Blocks("targets")
                  let alias = target.Text("indicator")!
                  where park.Type.Find(alias) is { DataType.Kind: ValueKind.Integer or ValueKind.Decimal }
                  where alias != "energyIntensity" && target.Number("value") < city.Values(park).Number(alias)
                  select $"{park.Slug}: {alias} {target.Number("value")} below {city.Values(park).Number(alias)}");
}
