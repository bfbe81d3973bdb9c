using ParkBrand.Content.Snapshots;
using ParkBrand.Site.Finder;

namespace ParkBrand.Tests.PublicSite;

public sealed class MapTileTests
{
    private const string Template = "https://t0.example.cn/wmts?x={x}&y={y}&z={z}&tk=1";

    // Points that every published implementation of the shift is checked with.
    [Theory]
    [InlineData(31.1774276, 121.5272106, 31.17530398364597, 121.531541859215)]
    [InlineData(22.543847, 113.912316, 22.540796131694766, 113.9171764808363)]
    [InlineData(39.911954, 116.377817, 39.91334545536069, 116.38404722455657)]
    [InlineData(39.7392, -104.9903, 39.7392, -104.9903)]
    [InlineData(-22.9068, -43.1729, -22.9068, -43.1729)]
    public void WGS84_becomes_GCJ02(double latitude, double longitude, double expectedLatitude, double expectedLongitude)
    {
        var (north, east) = Gcj02.Of(latitude, longitude);
        Assert.Equal(expectedLatitude, north, 1e-5);
        Assert.Equal(expectedLongitude, east, 1e-5);
    }

    [Fact]
    public void A_position_lies_on_the_tile_that_the_usual_scheme_gives_it()
    {
        var (x, y) = MapTiles.Of(Template, null).Place(new GeoPosition(31.38m, 120.95m), 12);
        Assert.Equal((3424, 1671), ((int)(x / MapTiles.Size), (int)(y / MapTiles.Size)));
        var shifted = MapTiles.Of(Template, "gcj02").Place(new GeoPosition(31.38m, 120.95m), 12);
        Assert.InRange(shifted.X - x, 10, 20); // some 450 m to the east at 33 m a pixel
    }

    [Theory]
    [InlineData(Template, null, true)]
    [InlineData(Template, "gcj02", true)]
    [InlineData("http://localhost:8080/{z}/{x}/{y}.png", "wgs84", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "gcj02", false)]
    [InlineData(Template, "bd09", false)]
    [InlineData("https://t0.example.cn/{z}/{x}", null, false)]
    [InlineData("/tiles/{z}/{x}/{y}.png", null, false)]
    [InlineData("javascript:{x}{y}{z}", null, false)]
    [InlineData("https://a.cn; script-src *;{x}{y}{z}", null, false)]
    public void A_template_that_cannot_work_is_told(string? template, string? datum, bool fits) => Assert.Equal(fits, MapTiles.Problem(template, datum) is null);

    [Fact]
    public async Task With_a_service_the_map_shows_its_pictures_and_only_its_host_is_allowed()
    {
        await using var site = new RunningSite(MapTiles.Of(Template, "gcj02"));
        await site.InitializeAsync();
        var answer = await site.Read("/finder?view=map");
        var page = Markup.Of(answer);
        Assert.Empty(page.Faults());
        Assert.InRange(page.Document.QuerySelectorAll(".tile-map image").Length, 6, 20);
        Assert.Equal(54, page.Document.QuerySelectorAll(".tile-map .pin").Length);
        Assert.Contains("img-src 'self' https://t0.example.cn;", answer["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Empty(Markup.Of(await site.Read("/finder")).Document.QuerySelectorAll(".tile-map"));
    }
}
