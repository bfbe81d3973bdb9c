using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Tests.SampleCity;

namespace ParkBrand.Tests.Matching;

[Collection(nameof(City))]
public sealed class MatchRuleTests(City city)
{
    [Fact]
    public void Needs_of_a_space_must_hold_on_one_space()
    {
        // It has a laboratory, and it has a heavy floor, but not in the laboratory.
        var (park, heaviest) = (from p in city.All("park")
                                let spaces = city.Below(p, "space").Select(city.Values).ToList()
                                let most = spaces.Max(s => s.Number("floorLoad"))
                                where spaces.Any(s => s.Text("kind") == "lab") && spaces.Where(s => s.Text("kind") == "lab").All(s => s.Number("floorLoad") < most)
                                select (p, most)).First();
        var both = Match($"kind=lab&floorLoad={heaviest}");
        var failed = both.Eliminated.Single(e => e.Park == park).Failed;
        Assert.Contains(Assert.Single(failed).Need.Name, new[] { "floorLoad", "kind" });
    }

    [Fact]
    public void A_cleaner_room_serves_whoever_asks_for_a_less_clean_one()
    {
        var by = new[] { "iso5", "iso6", "iso7", "iso8" }.Select(c => Match($"cleanroom={c}").Matches.Select(m => m.Park.Slug).ToHashSet()).ToList();
        for (var i = 1; i < by.Count; i++)
            Assert.Superset(by[i - 1], by[i]);
        Assert.NotEmpty(by[0]);
    }

    [Theory]
    [InlineData("4000", 0)]
    [InlineData("12000", 0)]
    [InlineData("3200", 0)]
    [InlineData("3199", 3200)]
    [InlineData("12001", 12000)]
    public void A_space_let_from_4000_to_12000_suits_from_four_fifths_of_its_least_to_its_most(string area, int easedTo)
    {
        // The only factory of that park with a 10 t crane.
        var result = Match($"kind=factory&crane=10&area={area}");
        var relaxation = result.Eliminated.FirstOrDefault(e => e.Park.Slug == "nev-park")?.Relaxation;
        Assert.Equal(easedTo == 0, relaxation is null);
        if (relaxation is not null)
            Assert.Equal($"{easedTo}", Assert.Single(relaxation).To!.Values[0]);
    }

    [Fact]
    public void A_wish_removes_nobody_and_puts_those_that_meet_it_first()
    {
        var result = Match("rail=15&prefer=rail");
        Assert.Empty(result.Eliminated);
        var minutes = result.Matches.Select(m => city.Values(m.Park).Number("railMinutes")!.Value).ToList();
        Assert.Equal(minutes.Count(m => m <= 15), minutes.TakeWhile(m => m <= 15).Count());
        Assert.All(result.Matches.Where(m => city.Values(m.Park).Number("railMinutes") > 15), m => Assert.InRange(m.Score, 0, 49));
    }

    [Fact]
    public void Every_park_is_first_among_equals_on_one_day_in_so_many()
    {
        var parks = city.All("park").Count;
        var first = Enumerable.Range(0, parks).Select(d => Matcher.Match(city.Now, 0, Needs.None, City.Today.AddDays(d)).Matches[0].Park.Slug).ToList();
        Assert.Equal(parks, first.Distinct().Count());
        Assert.All(Match("").Matches, m => Assert.Equal(100, m.Score));
    }

    [Fact]
    public void An_expired_space_is_no_space()
    {
        using var own = new City();
        var (park, last) = own.All("park").Select(p => (p, own.Below(p, "space").Max(s => s.ExpiresAt)!.Value)).MinBy(p => p.Item2);
        Assert.Contains(Matcher.Match(own.Now, 0, Read(own, "area=1&prefer=area"), City.Today).Matches, m => m.Park.Id == park.Id && m.Unit is not null);
        own.Clock.SetUtcNow(last.AddSeconds(1));
        var result = Matcher.Match(own.Now, 0, Read(own, "floorLoad=0.1&kind=lab"), City.Today);
        var gone = result.Eliminated.Single(e => e.Park.Id == park.Id);
        Assert.Null(gone.Unit);
        Assert.Equal([(null, null), (null, null)], gone.Failed.Zip(gone.Relaxation, (f, s) => (f.Has, s.To)));
        Assert.Contains(Matcher.Match(own.Now, 0, Read(own, "area=1&prefer=area"), City.Today).Matches, m => m.Park.Id == park.Id && m.Unit is null);
    }

    [Fact]
    public void What_a_park_refuses_it_does_not_say()
    {
        Assert.Contains("\u7535\u9540", string.Join(' ', city.Values(city.Park("nev-park")).Texts("excluded")));
        Assert.Contains(Match("niche=\u7535\u9540").Eliminated, e => e.Park.Slug == "nev-park");
        Assert.Contains(Match("niche=\u7535\u6c60\u5305").Matches, m => m.Park.Slug == "nev-park");
        Assert.Contains(Match("niche=\u96fb\u6c60\u5305").Matches, m => m.Park.Slug == "nev-park"); // traditional characters
    }

    private MatchResult Match(string query) => Matcher.Match(city.Now, 0, Read(city, query), City.Today);

    private static Needs Read(City city, string query)
    {
        var reader = new NeedsReader(city.Now);
        var needs = reader.Read(query.Length == 0 ? [] : NeedsReaderTests.Pairs(query));
        Assert.Empty(reader.Problems);
        return needs;
    }
}
