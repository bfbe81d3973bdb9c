namespace ParkBrand.Tests.SampleCity;

[Collection(nameof(City))]
public sealed class CountTests(City city)
{
    [Fact]
    public void The_parks_are_the_fifty_four_that_were_drawn_up()
    {
        var parks = city.All("park").ToDictionary(p => p.Slug, p => (city.Now.Find(city.Values(p).Reference("district"))!.Slug, city.Now.Find(city.Values(p).Reference("sector"))!.Slug));
        Assert.Equal(54, ExpectedParks.BySlug.Count);
        Assert.Equal(ExpectedParks.BySlug.Keys.Order(StringComparer.Ordinal), parks.Keys.Order(StringComparer.Ordinal));
        City.None(parks.Where(p => p.Value != ExpectedParks.BySlug[p.Key]).Select(p => $"{p.Key}: {p.Value}, expected {ExpectedParks.BySlug[p.Key]}"));
    }

    [Theory]
    [InlineData("space", 150)]
    [InlineData("job", 250)]
    [InlineData("resource", 160)]
    [InlineData("feature", 60)]
    [InlineData("topic", 6)]
    [InlineData("policy", 25)]
    [InlineData("financeProduct", 8)]
    [InlineData("award", 4)]
    public void There_is_enough_to_fill_a_city(string type, int least) => Assert.InRange(city.All(type).Count, least, 10_000);

    [Theory]
    [InlineData("home", 1)]
    [InlineData("settings", 1)]
    [InlineData("vocabulary", 1)]
    [InlineData("progress", 1)]
    [InlineData("district", 12)]
    [InlineData("industry", 13)]
    [InlineData("list", 15)]
    public void Some_things_have_an_exact_number(string type, int count) => Assert.Equal(count, city.All(type).Count);

    [Fact]
    public void Every_park_has_spaces_jobs_and_resources()
    {
        City.None(from park in city.All("park")
                  from kind in new[] { "space", "job", "resource" }
                  where !city.Below(park, kind).Any()
                  select $"{park.Slug} has no live {kind}");
    }

    [Fact]
    public void Resources_cover_every_kind_of_the_plan()
    {
        var kinds = city.Now.Schema.DataTypes["resourceKind"].Items.Select(i => i.Value).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(7, kinds.Count);
        Assert.Equal(kinds, city.All("resource").Select(r => city.Values(r).Text("kind")!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Districts_are_four_zones_and_eight_towns()
    {
        var kinds = city.All("district").CountBy(d => city.Values(d).Text("kind")!).Select(k => k.Value).Order();
        Assert.Equal([4, 8], kinds);
    }

    [Fact]
    public void Industries_are_two_leading_six_emerging_and_five_pioneers()
    {
        var levels = city.All("industry").CountBy(i => city.Values(i).Text("level")!).ToDictionary();
        Assert.Equal((2, 6, 5), (levels["leading"], levels["emerging"], levels["pioneer"]));
    }

    [Fact]
    public void An_industry_is_found_by_eight_words_in_each_language() =>
        City.None(city.All("industry").Where(i => city.Values(i).Texts("synonyms").Distinct().Count() < 8 || city.En(i)!.Values.Texts("synonyms").Distinct().Count() < 8).Select(i => i.Slug));

    [Fact]
    public void A_word_stands_in_one_group_of_synonyms_and_never_alone()
    {
        var groups = Vocabulary.Blocks("synonyms").Select(g => g.Texts("words")).ToList();
        Assert.InRange(groups.Count, 150, 1000);
        City.None(groups.Where(g => g.Count < 2).Select(g => $"{g[0]} stands alone"));
        City.None(groups.SelectMany(g => g).CountBy(w => w).Where(w => w.Value > 1).Select(w => $"{w.Key} stands {w.Value} times"));
    }

    [Fact]
    public void A_reading_has_a_syllable_for_every_character() =>
        City.None(Vocabulary.Blocks("readings").Where(r => r.Text("word")!.Length != r.Text("pinyin")!.Split(' ').Length).Select(r => r.Text("word")!));

    [Fact]
    public void The_vocabulary_has_no_address_and_examples_in_both_languages()
    {
        var vocabulary = city.All("vocabulary").Single();
        Assert.Null(vocabulary.Path);
        Assert.InRange(Vocabulary.Texts("queries").Count, 20, 60);
        Assert.InRange(city.En(vocabulary)!.Values.Texts("queries").Count, 20, 60);
    }

    private ParkBrand.Content.Snapshots.PublishedValues Vocabulary => city.Values(city.All("vocabulary").Single());

    [Fact]
    public void Topics_are_more_than_labels() =>
        City.None(city.All("topic").Where(t => city.All("feature").Count(f => city.Values(f).References("topics").Contains(t.Id)) < 5).Select(t => $"{t.Slug} has fewer than five stories"));

    [Fact]
    public void The_four_innovation_centres_of_the_plan_have_a_contact_each()
    {
        var centres = city.All("contactPoint").Where(c => city.Values(c).Text("kind") == "innovationCentre").Select(c => c.Slug);
        Assert.Equal(["beijing", "hangzhou", "shanghai", "shenzhen"], centres.Order(StringComparer.Ordinal));
        var desks = city.All("contactPoint").Where(c => city.Values(c).Text("kind") == "districtDesk").Select(c => city.Values(c).Reference("district"));
        Assert.Equal(city.All("district").Select(d => (Guid?)d.Id).Order(), desks.Order());
    }

    [Fact]
    public void Two_policies_have_run_out_and_show_how_that_looks()
    {
        Assert.Equal(ParkBrand.Content.Snapshots.PathState.Expired, city.Now.Resolve("/policies/rent-relief-2025").State);
        Assert.Equal(ParkBrand.Content.Snapshots.PathState.Expired, city.Now.Resolve("/policies/trial-production-subsidy-2026h1").State);
    }
}
