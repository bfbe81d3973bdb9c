using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.Schema;

public class RealSchemaTests
{
    private static readonly ContentSchema Schema = SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json"));

    [Fact]
    public void The_real_schema_has_no_mistakes_and_the_types_the_site_is_built_on()
    {
        Assert.Equal("zh-CN", Schema.DefaultLanguage.IsoCode);
        foreach (var alias in new[] { "settings", "vocabulary", "home", "list", "park", "space", "job", "resource", "feature", "policy", "industry", "district" })
            Assert.Contains(alias, Schema.DocumentTypes.Keys);
    }

    [Fact]
    public void Spaces_of_the_real_schema_stand_below_parks_and_expire()
    {
        var space = Schema.DocumentTypes["space"];
        Assert.True(space.RouteUsesParent);
        Assert.NotNull(space.Expires);
        Assert.Contains("space", Schema.DocumentTypes["park"].AllowedChildren.AsEnumerable());
    }

    [Fact]
    public void Park_operators_of_the_real_schema_reach_only_their_own_park()
    {
        var group = Schema.UserGroups["parkOperator"];
        Assert.True(group.OwnStartNode);
        Assert.Contains("publish", group.Permissions.AsEnumerable());
        Assert.DoesNotContain("delete", group.Permissions.AsEnumerable());
        Assert.DoesNotContain("feature", group.Types.AsEnumerable());
    }

    [Fact]
    public void Preferences_of_the_real_schema_compare_numbers_that_documents_have()
    {
        var numbers = new[] { "park", "space", "job", "resource", "financeProduct" }.SelectMany(t => Schema.DocumentTypes[t].Properties)
            .Where(p => p.DataType.Kind is ValueKind.Integer or ValueKind.Decimal && !p.Variant).Select(p => p.Alias).ToHashSet();
        Assert.All(Schema.DataTypes["preferenceField"].Items, field => Assert.Contains(field.Value, numbers));
    }

    [Fact]
    public void Property_positions_of_the_real_schema_are_dense_and_compositions_are_joined_in()
    {
        foreach (var type in Schema.DocumentTypes.Values)
            Assert.Equal(Enumerable.Range(0, type.Properties.Count), type.Properties.Select(p => p.Index));
        Assert.NotNull(Schema.DocumentTypes["policy"].Find("confirmedOn"));
    }
}
