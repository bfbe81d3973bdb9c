using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Tests.SampleCity;

namespace ParkBrand.Tests.Matching;

/// <summary>Whatever is asked: the engine and a plain reading of the rule agree on every park of the sample city.</summary>
[Collection(nameof(City))]
public sealed class EliminationTests(City city)
{
    private readonly RandomNeeds random = new(city);
    private readonly Oracle oracle = new(city);

    [Fact]
    public void Exactly_the_parks_that_meet_every_hard_need_are_matched() => Always(200, needs =>
    {
        var result = Match(needs);
        Assert.Equal(city.All("park").Where(p => oracle.Meets(p, needs.Must)).Select(p => p.Slug).Order(StringComparer.Ordinal), result.Matches.Select(m => m.Park.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(city.All("park").Select(p => p.Id).Order(), result.Matches.Select(m => m.Park.Id).Concat(result.Eliminated.Select(e => e.Park.Id)).Order());
        foreach (var match in result.Matches)
        {
            Assert.InRange(match.Score, 0, 100);
            Assert.All(needs.Must.Where(n => n.Field.Level == NeedLevel.Space), n => Assert.True(oracle.Holds(match.Unit!, n)));
            Assert.All(match.Reasons, r => Assert.Equal(r.Met, r.Document is not null && oracle.Holds(r.Document, r.Need)));
        }
    });

    [Fact]
    public void A_park_that_falls_out_misses_what_is_told_and_no_fewer() => Always(200, needs =>
    {
        foreach (var park in Match(needs).Eliminated)
        {
            Assert.Equal(oracle.Fewest(park.Park, needs), park.Failed.Count);
            Assert.Equal(park.Failed.Select(f => f.Need.Name), park.Relaxation.Select(s => s.Need.Name));
            foreach (var failure in park.Failed)
            {
                Assert.False(oracle.Holds(failure.Document!, failure.Need));
                Assert.Equal(failure.Need.Field.Level == NeedLevel.Park ? park.Park : park.Unit, failure.Document);
            }
        }
    });

    [Fact]
    public void Each_relaxation_brings_its_park_back_and_each_of_its_steps_is_needed() => Always(60, needs =>
    {
        foreach (var park in Match(needs).Eliminated)
        {
            var eased = needs.Eased(park.Relaxation);
            Assert.Contains(Match(eased).Matches, m => m.Park == park.Park);
            foreach (var step in park.Relaxation)
                Assert.Contains(Match(eased.With(step.Need)).Eliminated, e => e.Park == park.Park);
        }
    });

    [Fact]
    public void No_smaller_step_among_the_values_that_are_offered_would_do() => Always(40, needs =>
    {
        foreach (var park in Match(needs).Eliminated)
        {
            var eased = needs.Eased(park.Relaxation);
            foreach (var step in park.Relaxation.Where(s => s.To is not null))
                foreach (var smaller in Between(step))
                    Assert.DoesNotContain(Match(eased.With(smaller)).Matches, m => m.Park == park.Park);
        }
    });

    [Fact]
    public void The_ladder_counts_what_each_need_leaves() => Always(100, needs =>
    {
        var ladder = Match(needs).Ladder;
        for (var i = 0; i < ladder.Count; i++)
        {
            Assert.Equal(city.All("park").Count(p => oracle.Meets(p, needs.Must.Take(i + 1))), ladder[i].Left);
            Assert.Equal((i == 0 ? city.All("park").Count : ladder[i - 1].Left) - ladder[i].Left, ladder[i].Removed);
        }
    });

    [Fact]
    public void Needs_written_as_parameters_are_read_as_the_same_needs() => Always(200, needs =>
    {
        var reader = new NeedsReader(city.Now);
        Assert.Equal(needs.Parameters, reader.Read(needs.Parameters).Parameters);
        Assert.Empty(reader.Problems);
    });

    /// <summary>Numbers that the city has strictly between what was wanted and what the step goes to.</summary>
    private IEnumerable<Need> Between(Step step)
    {
        if (step.Need.Field.Shape is not (NeedShape.AtLeast or NeedShape.AtMost or NeedShape.Area))
            yield break;
        var (from, to) = (Number(step.Need), Number(step.To!));
        var aliases = step.Need.Name == "area" ? new[] { "areaMin", "areaMax" } : [step.Need.Field.Alias];
        var offered = city.All(step.Need.Field.Type).SelectMany(d => aliases.Select(a => city.Values(d).Number(a))).OfType<decimal>()
            .Append(to + (0.01m * Math.Sign(from - to)))
            .Where(v => v > Math.Min(from, to) && v < Math.Max(from, to)).Distinct().OrderBy(v => Math.Abs(v - to)).Take(12);
        foreach (var value in offered)
            yield return Assert.Single(new NeedsReader(city.Now).Read([KeyValuePair.Create(step.Need.Name, value.ToString(CultureInfo.InvariantCulture))]).All);
    }

    private MatchResult Match(Needs needs) => Matcher.Match(city.Now, 0, needs, City.Today);

    private void Always(int times, Action<Needs> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times).WithEndSize(8), Prop.ForAll(RandomNeeds.Arbitrary, wishes => check(random.Read(wishes))));

    private static decimal Number(Need need) => decimal.Parse(need.Values[0], CultureInfo.InvariantCulture);
}
