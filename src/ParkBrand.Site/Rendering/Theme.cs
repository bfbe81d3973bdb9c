using System.Reflection;
using ParkBrand.Content.Schema;

namespace ParkBrand.Site.Rendering;

/// <summary>A theme is an assembly with compiled views in <c>/Views</c>, and embedded <c>assets/</c> and <c>texts/</c>.</summary>
public sealed class Theme
{
    private readonly Dictionary<string, Texts> texts = [];

    /// <exception cref="SchemaException">The site has a language that the theme does not speak.</exception>
    public Theme(Assembly assembly, IEnumerable<string> cultures)
    {
        Assembly = assembly;
        Assets = new ThemeAssets(assembly);
        foreach (var culture in cultures)
            texts[culture] = Texts.Read(culture, assembly.GetManifestResourceStream($"texts/{culture}.json")
                ?? throw new SchemaException("umbraco.json", [new SchemaProblem("$.languages", $"the theme {assembly.GetName().Name} has no texts for {culture}")]));
        var all = texts.Values.SelectMany(t => t.Keys).Where(IsShared).ToHashSet();
        foreach (var (culture, words) in texts)
            if (all.Except(words.Keys).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
                throw new InvalidOperationException($"The theme's texts for {culture} lack: {string.Join(", ", missing)}.");
    }

    // Units, their scales and singulars exist only in the languages that need them.
    private static bool IsShared(string key) => !key.StartsWith("unit.", StringComparison.Ordinal) && !key.StartsWith("scale.", StringComparison.Ordinal) && !key.EndsWith(".one", StringComparison.Ordinal);

    public Assembly Assembly { get; }
    public ThemeAssets Assets { get; }
    public Texts In(string culture) => texts[culture];
}
