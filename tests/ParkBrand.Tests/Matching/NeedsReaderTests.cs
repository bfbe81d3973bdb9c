using ParkBrand.Search.Matching;
using ParkBrand.Tests.SampleCity;

namespace ParkBrand.Tests.Matching;

[Collection(nameof(City))]
public sealed class NeedsReaderTests(City city)
{
    [Theory]
    [InlineData("area=8,000", "area=8000")]
    [InlineData("area= 8000 ", "area=8000")]
    [InlineData("floorLoad=1.50", "floorLoad=1.5")]
    [InlineData("floorLoad=1.23456", "floorLoad=1.2346")]
    [InlineData("wasteWater=true", "wasteWater=1")]
    [InlineData("wasteWater=0", "")]
    [InlineData("wasteWater=false", "")]
    [InlineData("kind=lab&kind=lab&kind=pilot", "kind=lab&kind=pilot")]
    [InlineData("area=", "")]
    [InlineData("niche=\u7535\u6c60\u3001\u6fc0\u5149 LED,led", "niche=\u7535\u6c60 \u6fc0\u5149 LED")]
    [InlineData("rail=20&prefer=rail", "rail=20&prefer=rail")]
    [InlineData("page=2&view=map", "")]
    public void What_is_understood_has_one_form(string query, string canonical)
    {
        var reader = new NeedsReader(city.Now);
        Assert.Equal(canonical, string.Join('&', reader.Read(Pairs(query)).Parameters.Select(p => $"{p.Key}={p.Value}")));
        Assert.Empty(reader.Problems);
    }

    [Theory]
    [InlineData("area=abc", NeedMistake.NotANumber)]
    [InlineData("area=1e3", NeedMistake.NotANumber)]
    [InlineData("area=-5", NeedMistake.NotANumber)]
    [InlineData("area=0", NeedMistake.OutOfRange)]
    [InlineData("floorLoad=0.00001", NeedMistake.OutOfRange)]
    [InlineData("rail=181", NeedMistake.OutOfRange)]
    [InlineData("area=99999999999999999999999999999999", NeedMistake.NotANumber)]
    [InlineData("kind=shop", NeedMistake.UnknownValue)]
    [InlineData("kind=Lab", NeedMistake.UnknownValue)]
    [InlineData("cleanroom=none", NeedMistake.UnknownValue)]
    [InlineData("cleanroom=iso9", NeedMistake.UnknownValue)]
    [InlineData("sector=nothing", NeedMistake.UnknownValue)]
    [InlineData("sector=../parks/nev-park", NeedMistake.UnknownValue)]
    [InlineData("district=new-energy", NeedMistake.UnknownValue)]
    [InlineData("availableBy=2026-02-30", NeedMistake.NotADate)]
    [InlineData("availableBy=tomorrow", NeedMistake.NotADate)]
    [InlineData("gas=maybe", NeedMistake.NotAYes)]
    [InlineData("area=1&area=2", NeedMistake.TooMany)]
    [InlineData("prefer=rail", NeedMistake.NotNeeded)]
    public void What_is_not_understood_is_told_with_its_parameter(string query, NeedMistake mistake)
    {
        var reader = new NeedsReader(city.Now);
        Assert.Empty(reader.Read(Pairs(query)).All);
        var problem = Assert.Single(reader.Problems);
        Assert.Equal((query.Split('=')[0], mistake), (problem.Parameter, problem.Mistake));
        Assert.NotEmpty(problem.Allowed);
    }

    [Fact]
    public void Input_is_bounded()
    {
        var reader = new NeedsReader(city.Now);
        Assert.Empty(reader.Read(Pairs("niche=" + new string('a', 101))).All);
        Assert.Empty(reader.Read(Enumerable.Range(0, 21).Select(i => KeyValuePair.Create("facilities", $"x{i}"))).All);
        Assert.Equal([NeedMistake.TooLong, NeedMistake.TooMany], reader.Problems.Select(p => p.Mistake));
        Assert.Equal(8, reader.Read(Pairs("niche=a b c d e f g h i j")).All[0].Values[0].Split(' ').Length);
    }

    [Fact]
    public void One_wrong_value_does_not_spoil_the_right_ones()
    {
        var reader = new NeedsReader(city.Now);
        Assert.Equal(["lab"], reader.Read(Pairs("kind=shop&kind=lab")).All[0].Values);
        Assert.Equal("shop", Assert.Single(reader.Problems).Value);
    }

    internal static IEnumerable<KeyValuePair<string, string>> Pairs(string query) =>
        query.Split('&').Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1]));
}
