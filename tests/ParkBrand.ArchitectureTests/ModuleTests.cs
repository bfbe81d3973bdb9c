using System.Reflection;
using ParkBrand.Assistant;
using ParkBrand.Backoffice;
using ParkBrand.Content;
using ParkBrand.Delivery;
using ParkBrand.Media;
using ParkBrand.Search;
using ParkBrand.Site;
using ParkBrand.Themes.Kunshan;
using ParkBrand.Web.Hosting;

namespace ParkBrand.ArchitectureTests;

/// <summary>Who may see whom. A new module gets a row here before it gets a reference.</summary>
public sealed class ModuleTests
{
    internal static readonly IReadOnlyDictionary<string, Assembly> Modules = new Dictionary<string, Assembly>
    {
        ["ParkBrand.Content"] = typeof(ContentModule).Assembly,
        ["ParkBrand.Search"] = typeof(SearchModule).Assembly,
        ["ParkBrand.Assistant"] = typeof(AssistantModule).Assembly,
        ["ParkBrand.Delivery"] = typeof(DeliveryModule).Assembly,
        ["ParkBrand.Media"] = typeof(MediaModule).Assembly,
        ["ParkBrand.Backoffice"] = typeof(BackofficeModule).Assembly,
        ["ParkBrand.Site"] = typeof(SiteModule).Assembly,
        ["ParkBrand.Themes.Kunshan"] = typeof(KunshanTheme).Assembly,
        ["parkbrand"] = typeof(SiteHost).Assembly,
    };

    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["ParkBrand.Content"] = [],
        ["ParkBrand.Search"] = ["ParkBrand.Content"],
        ["ParkBrand.Assistant"] = ["ParkBrand.Content", "ParkBrand.Search"],
        ["ParkBrand.Delivery"] = ["ParkBrand.Assistant", "ParkBrand.Content", "ParkBrand.Search"],
        ["ParkBrand.Media"] = [],
        ["ParkBrand.Backoffice"] = ["ParkBrand.Content", "ParkBrand.Media", "ParkBrand.Search"],
        ["ParkBrand.Site"] = ["ParkBrand.Assistant", "ParkBrand.Content", "ParkBrand.Delivery", "ParkBrand.Search"],
        ["ParkBrand.Themes.Kunshan"] = ["ParkBrand.Assistant", "ParkBrand.Content", "ParkBrand.Delivery", "ParkBrand.Search", "ParkBrand.Site"],
        ["parkbrand"] = ["ParkBrand.Assistant", "ParkBrand.Backoffice", "ParkBrand.Content", "ParkBrand.Delivery", "ParkBrand.Media", "ParkBrand.Search", "ParkBrand.Site", "ParkBrand.Themes.Kunshan"],
    };

    public static TheoryData<string> Names => new(MaySee.Keys);

    [Theory, MemberData(nameof(Names))]
    public void A_module_refers_only_to_those_it_may_see(string module)
    {
        var seen = Modules[module].GetReferencedAssemblies().Select(a => a.Name!).Where(IsOurs).Order(StringComparer.Ordinal);
        Assert.Empty(seen.Except(MaySee[module]));
    }

    [Fact]
    public void Every_project_under_src_and_themes_has_a_row_here()
    {
        var projects = SourceTree.Files("src", "themes").Where(f => f.Is(".csproj")).Select(f =>
            f.Text.Contains("<AssemblyName>", StringComparison.Ordinal) ? f.Text.Split("<AssemblyName>")[1].Split('<')[0] : Path.GetFileNameWithoutExtension(f.Path));
        Assert.Equal(MaySee.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_module_lives_in_its_own_namespace()
    {
        foreach (var (name, assembly) in Modules)
        {
            var root = name == "parkbrand" ? "ParkBrand.Web" : name;
            var strangers = Own(assembly).Where(t => t.Namespace is { } space && space != root && !space.StartsWith(root + ".", StringComparison.Ordinal));
            Assert.Empty(strangers.Select(t => t.FullName));
        }
    }

    [Fact]
    public void The_theme_reaches_the_engine_only_through_what_is_published()
    {
        string[] reading = ["ParkBrand.Content.Snapshots", "ParkBrand.Content.Schema"];
        var used = SourceTree.Files("themes").Where(f => f.Is(".cs") || f.Is(".cshtml"))
            .SelectMany(f => f.Places(new("using ParkBrand\\.Content\\.[A-Za-z.]+"))).Where(p => !reading.Any(r => p.EndsWith(r, StringComparison.Ordinal)));
        Finding.None(used, "A theme reads snapshots and the schema; storage and use cases are none of its business.");
    }

    /// <summary>Types that were written here; the compiler and the Razor generator add some of their own.</summary>
    internal static IEnumerable<Type> Own(Assembly assembly) => assembly.GetTypes()
        .Where(t => t.Namespace is not null && !t.FullName!.Contains('<') && t.Namespace != "AspNetCoreGeneratedDocument"
            && !t.Namespace.StartsWith("Microsoft.", StringComparison.Ordinal) && !t.Namespace.StartsWith("System.", StringComparison.Ordinal));

    private static bool IsOurs(string name) => name.StartsWith("ParkBrand", StringComparison.OrdinalIgnoreCase);
}
