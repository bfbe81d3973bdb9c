using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.SampleCity;

/// <summary>Spaces, jobs and resources: believable one by one, consistent with each other.</summary>
[Collection(nameof(City))]
public sealed partial class RecordTests(City city)
{
    // 元/m²/月; what such rooms are let for in the region, with some air.
    [Theory]
    [InlineData("factory", 15, 40)]
    [InlineData("pilot", 25, 50)]
    [InlineData("warehouse", 12, 32)]
    [InlineData("office", 28, 80)]
    [InlineData("lab", 38, 80)]
    public void Rents_are_plausible_for_their_kind(string kind, int low, int high) =>
        City.None(Spaces(kind).Where(s => city.Values(s).Number("rent") is { } rent && (rent < low || rent > high)).Select(s => $"{s.Path}: {city.Values(s).Number("rent")}"));

    [Fact]
    public void What_is_let_has_a_rent_and_what_is_sold_a_price() =>
        City.None(from space in city.All("space")
                  let v = city.Values(space)
                  let rent = v.Number("rent") > 0
                  let price = v.Number("price") > 0
                  where v.Text("tenure") switch { "lease" => !rent || price, "sale" => rent || !price, "either" => !rent || !price, _ => rent || !price }
                  select $"{space.Path}: {v.Text("tenure")}");

    [Fact]
    public void Land_is_transferred_and_nothing_else_is() =>
        City.None(city.All("space").Where(s => city.Values(s).Text("kind") == "land" != (city.Values(s).Text("tenure") == "transfer")).Select(s => s.Path!));

    [Fact]
    public void The_smallest_unit_is_not_larger_than_the_whole() =>
        City.None(city.All("space").Where(s => city.Values(s).Number("areaMin") > city.Values(s).Number("areaMax")).Select(s => s.Path!));

    [Fact]
    public void Upper_floors_do_not_carry_more_than_ground_floors()
    {
        City.None(from park in city.All("park")
                  let spaces = city.Below(park, "space").Where(s => Floor(s) is not null && city.Values(s).Number("floorLoad") is not null).ToList()
                  from upper in spaces.Where(s => Floor(s) > 1)
                  let ground = spaces.Where(s => Floor(s) <= 1).ToList()
                  // Of the same kind where the park has one, else of any.
                  let alike = ground.Where(s => city.Values(s).Text("kind") == city.Values(upper).Text("kind")).ToList()
                  let most = (alike.Count > 0 ? alike : ground).Max(s => city.Values(s).Number("floorLoad"))
                  where city.Values(upper).Number("floorLoad") > most
                  select $"{upper.Path}: {city.Values(upper).Number("floorLoad")} t/m² above {most}");
    }

    [Fact]
    public void Every_building_states_what_its_floor_carries() =>
        City.None(city.All("space").Where(s => city.Values(s).Text("kind") != "land" && city.Values(s).Number("floorLoad") is null).Select(s => s.Path!));

    [Fact]
    public void Cranes_have_a_roof_that_is_high_enough_and_only_light_ones_run_upstairs() =>
        City.None(from space in city.All("space")
                  let v = city.Values(space)
                  where v.Number("crane") > 0 && v.Number("clearHeight") is null or < 5 || (v.Number("crane") > 3 && Floor(space) > 1)
                  select space.Path!);

    [Fact]
    public void Names_of_spaces_are_unique_in_their_park()
    {
        foreach (var type in new[] { "space", "job", "resource" })
            City.None(city.All(type).GroupBy(s => (s.ParentId, city.Zh(s).Name)).Where(g => g.Count() > 1).Select(g => $"{city.ParkOf(g.First()).Slug}: {g.Key.Name}"));
    }

    [Fact]
    public void No_record_comes_from_the_future_and_none_has_run_out()
    {
        City.None(from type in new[] { "space", "job", "resource", "policy", "financeProduct", "contactPoint" }
                  from document in city.All(type)
                  let confirmed = city.Values(document).Date("confirmedOn")
                  where confirmed > City.Today || confirmed < City.Today.AddDays(-365) || document.ExpiresAt <= city.Clock.GetUtcNow()
                  select $"{document.Path}: {confirmed}");
        City.None(city.All("feature").Where(f => city.Values(f).Date("publishedOn") > City.Today).Select(f => f.Path!));
    }

    [Fact]
    public void A_job_is_posted_before_it_is_confirmed_and_pays_from_less_to_more() =>
        City.None(from job in city.All("job")
                  let v = city.Values(job)
                  where v.Date("datePosted") > v.Date("confirmedOn") || v.Date("validThrough") < City.Today || v.Number("payMin") > v.Number("payMax") || v.Number("payMax") > 4 * v.Number("payMin")
                  select job.Path!);

    [Fact]
    public void Pay_rises_with_the_degree()
    {
        var means = new[] { "any", "college", "bachelor", "master", "phd" }
            .Select(d => city.All("job").Where(j => city.Values(j).Text("degree") == d).Average(j => city.Values(j).Number("payMax"))).ToList();
        Assert.Equal(means.Order(), means);
    }

    [Fact]
    public void Instruments_were_calibrated_before_they_were_confirmed() =>
        City.None(city.All("resource").Where(r => city.Values(r).Date("calibratedOn") > city.Values(r).Date("confirmedOn")).Select(r => r.Path!));

    [Fact]
    public void A_live_figure_names_a_number_of_its_park() =>
        City.None(from feature in city.All("feature")
                  from block in city.Values(feature).Blocks("body").Where(b => b.Holder.Alias == "liveFigure")
                  where city.Now.Find(block.Reference("park")) is not { } park || city.Values(park).Find(block.Text("field")!) is not decimal
                  select $"{feature.Path}: {block.Text("field")}");

    private IEnumerable<PublishedDocument> Spaces(string kind) => city.All("space").Where(s => city.Values(s).Text("kind") == kind);

    /// <summary>The lowest floor, 0 below ground; null where it is land or a mezzanine.</summary>
    private int? Floor(PublishedDocument space) => city.Values(space).Text("floor") switch
    {
        null => null,
        var text when text.StartsWith("地下", StringComparison.Ordinal) => 0,
        var text when text.StartsWith("单层", StringComparison.Ordinal) => 1,
        var text when Number().Match(text) is { Success: true } number => int.Parse(number.Value, CultureInfo.InvariantCulture),
        _ => null,
    };

    [GeneratedRegex("^[0-9]+")]
    private static partial Regex Number();
}
