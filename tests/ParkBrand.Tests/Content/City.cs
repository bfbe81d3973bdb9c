using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.SampleCity;

/// <summary>The sample city as a visitor of 22 November 2026 has it: the real files, through the importer, from the snapshot.</summary>
public sealed class City : IDisposable
{
    internal static readonly DateOnly Today = new(2026, 11, 22);
    private readonly TestSite site;

    public City()
    {
        site = new TestSite(SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json")));
        Assert.Equal(Today, DateOnly.FromDateTime(site.Clock.GetUtcNow().AddHours(8).DateTime));
        var imported = site.Import(Folder).GetAwaiter().GetResult();
        Assert.True(imported.IsOk, $"{imported.Message}\n{string.Join('\n', imported.Value?.Problems ?? [])}");
    }

    internal static string Folder => RepositoryRoot.File("content");
    internal Snapshot Now => site.Now;
    internal FakeTimeProvider Clock => site.Clock;

    internal IReadOnlyList<PublishedDocument> All(string type) => [.. Now.OfType(type)];
    internal PublishedVariant Zh(PublishedDocument document) => document.In(0, Now.Schema)!;
    internal PublishedVariant? En(PublishedDocument document) => document.IsIn(1) ? document.In(1, Now.Schema) : null;
    internal PublishedValues Values(PublishedDocument document) => Zh(document).Values;
    internal IEnumerable<PublishedDocument> Below(PublishedDocument park, string type) => Now.ChildrenOf(park.Id).Where(d => d.Type.Alias == type);
    internal PublishedDocument ParkOf(PublishedDocument record) => Now.Find(record.ParentId)!;
    internal PublishedDocument Park(string slug) => All("park").Single(p => p.Slug == slug);

    /// <summary>Fails with every exception to a rule at once.</summary>
    internal static void None(IEnumerable<string> exceptions)
    {
        var list = exceptions.ToList();
        Assert.True(list.Count == 0, string.Join('\n', list.Take(60)));
    }

    /// <summary>The files as they lie there, for rules about writing.</summary>
    internal static IEnumerable<(string Name, string Text)> Files() => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".md", StringComparison.Ordinal))
        .Select(f => (Name: Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText(f)))
        .Where(f => !f.Name.StartsWith("evaluation/", StringComparison.Ordinal)); // people's questions, as they type them

    internal static int ChineseCharacters(string text) => Regex.Count(text, "[\u3400-\u9fff]");

    public void Dispose() => site.Dispose();
}

[CollectionDefinition(nameof(City))]
public sealed class SharedCity : ICollectionFixture<City>;
