using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ParkBrand.Content.Import;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Import;

/// <summary>What is exported and imported elsewhere is the same, document by document, to the letter.</summary>
public sealed class RoundTripTests
{
    /// <param name="Parent">Position of an earlier document of the same kind, or past them for the root.</param>
    public sealed record Plan(string ZhName, string? EnName, JsonObject Invariant, JsonObject Zh, JsonObject En, int Parent, int Sort, bool Publish);

    private static readonly Gen<JsonNode?> Text = NastyText.Any.Select(s => (JsonNode?)s);
    private static readonly Gen<JsonNode?> Entries = NastyText.Entry.ArrayOf(3).Select(items => (JsonNode?)new JsonArray([.. items.Select(i => (JsonNode?)i)]));
    private static readonly Gen<JsonNode?> Number = Gen.Choose(-999999, 999999).Select(n => (JsonNode?)(n / 1000m));

    private static readonly Gen<JsonObject> Invariant =
        from text in Text
        from tags in Entries
        from number in Number
        from day in Gen.Choose(1, 3652058)
        from quote in Text
        from block in Gen.Choose(0, 5)
        select Kept(new JsonObject
        {
            ["text"] = Short(text),
            ["tags"] = block % 2 == 0 ? tags : null,
            ["decimal"] = number,
            ["integer"] = block - 3,
            ["toggle"] = block > 2,
            ["choice"] = block % 2 == 0 ? "lab" : null,
            ["choices"] = block == 1 ? new JsonArray("gym", "canteen") : null,
            ["date"] = DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["position"] = block == 3 ? new JsonObject { ["latitude"] = 31.40m, ["longitude"] = -120.5m } : null,
            ["blocks"] = block == 0 ? null : new JsonArray(new JsonObject { ["block"] = "quote", ["text"] = Short(quote), ["who"] = "W", ["year"] = 2000 }, new JsonObject { ["block"] = "card" }),
        });

    private static readonly Gen<JsonObject> Variant =
        from markdown in Text
        from words in Entries
        from body in Text
        select Kept(new JsonObject { ["markdown"] = markdown, ["words"] = words, ["body"] = new JsonArray(new JsonObject { ["text"] = body }) });

    private static readonly Gen<Plan> OnePlan =
        from zh in NastyText.Name
        from en in NastyText.Name
        from invariant in Invariant
        from zhValues in Variant
        from enValues in Variant
        from place in Gen.Choose(0, 9)
        from sort in Gen.Choose(0, 3)
        select new Plan(zh, sort == 0 ? null : en, invariant, zhValues, enValues, place, sort, place % 3 != 0);

    [Fact]
    public void Export_and_import_give_back_every_document_to_the_letter() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(Arb.From(OnePlan.ArrayOf(6)), plans => Holds(plans).GetAwaiter().GetResult()));

    private static async Task<bool> Holds(Plan[] plans)
    {
        using var city = City.Folder();
        using var site = new TestSite();
        await site.Import(city.Path);
        var media = site.Now.MediaItems.Keys.Single();
        var park = site.Now.Resolve("/parks/park").Document!.Id;
        var ids = new List<Guid>();
        foreach (var plan in plans)
        {
            plan.Invariant["image"] = media.ToString();
            plan.Invariant["images"] = new JsonArray(media.ToString(), media.ToString());
            plan.Invariant["places"] = new JsonArray(park.ToString());
            var cultures = new Dictionary<string, CultureContent> { ["zh-CN"] = new(plan.ZhName, plan.Zh) };
            if (plan.EnName is { } name)
                cultures["en-US"] = new CultureContent(name, plan.En);
            Guid? parent = plan.Parent < ids.Count ? ids[plan.Parent] : null;
            var created = await site.Get<CreateDocument>().Execute(site.Site, new CreateDocument.Command("everything", parent, new DocumentContent(plan.Invariant, cultures), null, $"s{plan.Parent}", plan.Sort));
            Assert.True(created.IsOk, created.Message);
            ids.Add(created.Value!.Id);
            if (plan.Publish)
                await site.TryPublish(created.Value.Id);
        }

        await SameElsewhere(site);
        return true;
    }

    [Fact]
    public async Task What_leads_into_the_bin_is_left_out_and_the_rest_comes_back()
    {
        using var site = new TestSite();
        var gone = await site.Live("park", null, Some.Park(), "gone");
        var kept = await site.Live("park", null, Some.Park(), "kept");
        var feature = await site.Live("feature", null, Some.Feature(null, gone, kept), "story");
        await site.Trash(gone);
        using var folder = new TestFolder();
        Assert.Equal(2, site.Get<ExportContent>().Execute(Path.Combine(folder.Path, "out")));
        using var other = new TestSite();
        var report = await other.Import(Path.Combine(folder.Path, "out"));
        Assert.True(report.IsOk, string.Join('\n', report.Value!.Problems));
        Assert.Equal([kept], other.Now.Find(feature)!.In(0, other.Schema)!.Values.References("places"));
    }

    [Fact]
    public async Task Documents_that_share_a_slug_or_look_like_a_folder_keep_their_places()
    {
        using var site = new TestSite();
        var note = await site.Create("everything", null, Some.Everything("{}"), "same");
        await site.Create("everything", null, Some.Everything("{}"), "same");
        await site.Create("everything", note, Some.Everything("{}"), "same");
        await site.Live("list", null, Some.Content("{}", "栏目"), "sectors");
        await site.Live("sector", null, Some.Sector(), "it");
        await SameElsewhere(site);
    }

    [Fact]
    public void An_export_does_not_write_into_a_folder_that_holds_something()
    {
        using var site = new TestSite();
        using var folder = new TestFolder();
        folder.Write("old.yaml", "type: park");
        Assert.Contains("is not empty", Assert.Throws<StorageException>(() => site.Get<ExportContent>().Execute(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_city_imports_without_a_problem_twice_and_survives_the_round_trip()
    {
        using var site = new TestSite(SchemaReader.ReadFile(RepositoryRoot.File("umbraco.json")));
        var report = await site.Import(RepositoryRoot.File("content"));
        Assert.True(report.IsOk, string.Join('\n', report.Value?.Problems ?? []));
        Assert.Equal(report.Value!.Created, site.Now.Published.Count);
        var again = await site.Import(RepositoryRoot.File("content"));
        Assert.Equal((0, 0, report.Value.Created, 0), (again.Value!.Created, again.Value.Changed, again.Value.Unchanged, again.Value.MediaChanged));
        await SameElsewhere(site);
    }

    private static async Task SameElsewhere(TestSite site)
    {
        using var folder = new TestFolder();
        var exported = Path.Combine(folder.Path, "out");
        site.Get<ExportContent>().Execute(exported);
        using var other = new TestSite(site.Schema);
        var report = await other.Import(exported);
        Assert.True(report.IsOk, string.Join('\n', report.Value?.Problems ?? []));
        Assert.Equal(DocumentsOf(site), DocumentsOf(other));
        Assert.Equal(0, (await site.Import(exported)).Value!.Changed);
    }

    private static List<string> DocumentsOf(TestSite site) => site.Query<string>("""
        SELECT d.id || ' ' || d.type || ' ' || coalesce(d.parent_id, '') || ' ' || d.sort || ' ' || d.slug || ' ' || coalesce(d.published_path, '') || ' ' || c.culture || ' ' || c.name || ' ' || c.value
            || ' ' || (SELECT count(*) FROM publication p WHERE p.document_id = d.id AND p.culture = c.culture AND p.version = d.version)
        FROM document d JOIN version_culture c ON c.document_id = d.id AND c.number = d.version WHERE d.trashed_at IS NULL
        UNION ALL SELECT m.id || ' ' || m.path || ' ' || m.hash || ' ' || m.alt FROM media m ORDER BY 1
        """);

    // Text that a document does not take is not what this is about: control characters and empty block texts are.
    private static JsonObject Kept(JsonObject values)
    {
        foreach (var (alias, value) in values.ToList())
            if (value is JsonValue text && text.TryGetValue<string>(out var s) && s.Any(c => char.IsControl(c) && c is not ('\n' or '\t' or '\r' or '\u0085')))
                values.Remove(alias);
        return values;
    }

    private static JsonNode? Short(JsonNode? text) => text!.GetValue<string>() is { Length: > 150 } s ? s[..150].TrimEnd('\uD83D', '\uD83E') : text;
}
