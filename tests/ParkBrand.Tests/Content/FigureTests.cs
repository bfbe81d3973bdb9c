using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.SampleCity;

/// <summary>The city's figures are the sums of its parks, and the targets are those of the plan.</summary>
[Collection(nameof(City))]
public sealed class FigureTests(City city)
{
    // Action plan 2023-2025, part II: the only real figures on the site, as literal numbers.
    public static TheoryData<string, int> Targets => new()
    {
        { "parks", 50 }, { "carrierArea", 1000 }, { "parksOver100bn", 1 }, { "parksOver10bn", 10 }, { "highTech", 1000 }, { "specialised", 500 },
        { "gazelle", 200 }, { "unicorn", 20 }, { "listed", 25 }, { "mastersPhds", 2000 }, { "emergingShare", 60 }, { "niches", 10 },
    };

    [Theory, MemberData(nameof(Targets))]
    public void A_target_is_that_of_the_plan(string indicator, int target)
    {
        var row = Row(indicator);
        Assert.Equal(target, row.Number("target"));
        // The plan writes "over" for all of them but the share, which is to reach its figure.
        Assert.Equal(indicator != "emergingShare", row.Flag("atLeast"));
    }

    [Fact]
    public void No_other_target_is_claimed() =>
        Assert.Equal(Targets.Select(t => t.Data.Item1).Order(StringComparer.Ordinal), Rows.Select(r => r.Text("indicator")!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("highTech")]
    [InlineData("specialised")]
    [InlineData("gazelle")]
    [InlineData("unicorn")]
    [InlineData("listed")]
    [InlineData("mastersPhds")]
    public void A_count_of_the_city_is_the_sum_of_its_parks(string alias) =>
        Assert.Equal(city.All("park").Sum(p => city.Values(p).Number(alias)), Row(alias).Number("actual"));

    [Fact]
    public void Carrier_area_is_the_sum_of_the_parks_in_units_of_10000_square_metres() =>
        Assert.Equal(city.All("park").Sum(p => city.Values(p).Number("carrierBuilt")) / 10_000, Row("carrierArea").Number("actual"));

    [Fact]
    public void The_number_of_parks_is_the_number_of_parks() => Assert.Equal(city.All("park").Count, Row("parks").Number("actual"));

    [Fact]
    public void Parks_over_10_and_100_billion_yuan_are_counted_from_their_revenue()
    {
        Assert.Equal(city.All("park").Count(p => city.Values(p).Number("revenue") > 100), Row("parksOver10bn").Number("actual"));
        Assert.Equal(city.All("park").Count(p => city.Values(p).Number("revenue") > 1000), Row("parksOver100bn").Number("actual"));
    }

    [Fact]
    public void Niches_are_counted_from_the_parks() =>
        Assert.Equal(city.All("park").Select(p => city.Values(p).Text("niche")).Distinct().Count(), Row("niches").Number("actual"));

    [Fact]
    public void Output_per_mu_follows_from_revenue_and_land() =>
        City.None(from park in city.All("park")
                  let v = city.Values(park)
                  where v.Number("siteArea") > 0
                  let computed = v.Number("revenue") * 10_000 / v.Number("siteArea")
                  where Math.Abs((computed - v.Number("outputPerMu")) ?? 1) > Math.Max(2, (computed ?? 0) * 0.01m)
                  select $"{park.Slug}: says {v.Number("outputPerMu")}, revenue over land is {computed:0}");

    [Fact]
    public void Awards_go_to_parks_that_exist_and_once_a_year()
    {
        City.None(from award in city.All("award")
                  from park in city.Values(award).References("parks")
                  where city.Now.Find(park)?.Type.Alias != "park"
                  select award.Slug);
        City.None(city.All("award").GroupBy(a => (city.Values(a).Number("year"), city.Values(a).Text("level"))).Where(g => g.Count() > 1).Select(g => g.Key.ToString()!));
    }

    private IReadOnlyList<PublishedValues> Rows => city.Values(city.All("progress").Single()).Blocks("indicators");

    private PublishedValues Row(string indicator) => Rows.Single(r => r.Text("indicator") == indicator);
}
