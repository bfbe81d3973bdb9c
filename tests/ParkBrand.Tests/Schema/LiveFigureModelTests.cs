using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.Schema;

/// <summary>Which fields an article can show as a number that follows the park.</summary>
public sealed class LiveFigureModelTests
{
    private static readonly ContentSchema Schema = SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json"));

    [Fact]
    public void Every_number_of_a_park_can_be_shown_and_nothing_else()
    {
        var park = Schema.DocumentTypes["park"];
        // A year is no amount.
        var numbers = park.Properties.Where(p => p.DataType.Kind is ValueKind.Integer or ValueKind.Decimal && p.Alias != "openedYear");
        var field = Schema.ElementTypes["liveFigure"].Find("field")!;
        Assert.Equal(numbers.Select(p => p.Alias).Order(StringComparer.Ordinal), field.DataType.Items.Select(i => i.Value).Order(StringComparer.Ordinal));
        Assert.All(field.DataType.Items, i => Assert.Equal(park.Find(i.Value)!.Name.ByCulture, i.Name.ByCulture));
        Assert.Equal(["park"], Schema.ElementTypes["liveFigure"].Find("park")!.DataType.Accept);
    }

    [Fact]
    public void A_list_that_takes_children_by_their_address_takes_only_types_with_one()
    {
        var model = File.ReadAllText(RepositoryRoot.File("umbraco.json")).Replace("\"district\", \"industry\"], \"childrenByAddress\"", "\"district\", \"industry\", \"page\", \"space\"], \"childrenByAddress\"", StringComparison.Ordinal);
        var refused = Assert.Throws<SchemaException>(() => SchemaReader.Read(model));
        Assert.Equal(["'page'", "'space'"], refused.Problems.Where(p => p.Reason.Contains("can never stand here", StringComparison.Ordinal)).Select(p => p.Reason.Split(' ')[0]));
    }
}
