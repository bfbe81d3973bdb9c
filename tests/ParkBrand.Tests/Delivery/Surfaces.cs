using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.Delivery;

/// <summary>A place where the public, or its machines, could see a document.</summary>
/// <param name="Name">With the language, for messages.</param>
/// <param name="Culture">Index of the language that it is asked in.</param>
/// <param name="Address">Where a document and its park would be told of.</param>
internal sealed record Surface(string Name, int Culture, Func<PublishedDocument, PublishedDocument, string> Address)
{
    /// <summary>A document stands in an answer by its address or its id, whatever else is told of it.</summary>
    public static bool Shows(Answer answer, PublishedDocument document) =>
        answer.Status == 200 && (answer.Text.Contains(document.Path!, StringComparison.Ordinal) || answer.Text.Contains(document.Id.ToString(), StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Name;
}

/// <summary>Every place that tells of records, one row each; a new surface gets a row here and is tested with the others.</summary>
internal static class Surfaces
{
    public static IEnumerable<Surface> Of(string type)
    {
        var list = type switch { "policy" => "policies", _ => type + "s" };
        var filter = type is "space" or "job" or "resource";
        foreach (var (culture, prefix) in new[] { (0, ""), (1, "/en") })
        {
            foreach (var ending in new[] { "", ".atom", ".json" })
            {
                yield return new($"{prefix} list feed{ending}", culture, (d, park) => $"{prefix}/{list}/feed{ending}" + (filter ? $"?park={park.Slug}" : ""));
                yield return new($"{prefix} search feed{ending}", culture, (d, park) => $"{prefix}/search/feed{ending}?type={type}" + (filter ? $"&park={park.Slug}" : ""));
            }

            if (type is "job")
            {
                yield return new($"{prefix} calendar", culture, (d, park) => prefix + "/calendar.ics");
                yield return new($"{prefix} calendar of the list", culture, (d, park) => $"{prefix}/{list}/calendar.ics");
            }

            yield return new($"{prefix} structured data of the list", culture, (d, park) => $"{prefix}/{list}" + (filter ? $"?park={park.Slug}" : ""));
        }

        // A sitemap is of all languages.
        yield return new("sitemap", 0, (d, park) => $"/sitemap/{type}-1.xml");
    }
}

/// <summary>What is not, or no longer, or not yet, or not in this language published, is told of nowhere, at once.</summary>
public sealed class LeakTests : IAsyncLifetime
{
    private readonly RunningSite site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.Indexed();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    public static TheoryData<string> Types => new("job", "space", "resource", "policy");

    [Theory, MemberData(nameof(Types))]
    public async Task Nothing_that_was_withdrawn_is_told_of(string type)
    {
        var document = Some(type, 0);
        await AreShown(type, document, true, true);
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(document.Id, []), c));
        await AreShown(type, document, false, false);
    }

    [Theory, MemberData(nameof(Types))]
    public async Task Nothing_in_the_bin_is_told_of(string type)
    {
        var document = Some(type, 0);
        await RunningSite.Do(c => site.Get<TrashDocument>().Execute(site.Editor, document.Id, c));
        await AreShown(type, document, false, false);
    }

    [Theory, MemberData(nameof(Types))]
    public async Task What_has_one_language_is_told_of_in_that_one(string type)
    {
        var (chinese, english) = (Some(type, 0), Some(type, 1));
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(chinese.Id, ["en-US"]), c));
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(english.Id, ["zh-CN"]), c));
        // Pages show the Chinese text in place of a missing translation and say so; files for machines do not.
        await AreShown(type, chinese, true, false, s => !s.Name.Contains("structured data", StringComparison.Ordinal));
        await AreShown(type, english, false, true, s => s.Name != "sitemap");
        var sitemap = (await site.Read($"/sitemap/{type}-1.xml")).Text;
        Assert.DoesNotContain("/en" + chinese.Path + "<", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Address.ToString().TrimEnd('/') + english.Path + "<", sitemap, StringComparison.Ordinal);
        Assert.Contains("/en" + english.Path + "<", sitemap, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("job")]
    [InlineData("space")]
    public async Task Nothing_expired_is_told_of(string type)
    {
        var document = site.Now.OfType(type).Where(d => d.ExpiresAt is not null).MinBy(d => d.ExpiresAt)!;
        site.Clock.Now = document.ExpiresAt!.Value.AddSeconds(-1);
        await AreShown(type, document, true, true);
        site.Clock.Now = document.ExpiresAt!.Value;
        await AreShown(type, document, false, false);
    }

    [Theory, MemberData(nameof(Types))]
    public async Task Nothing_planned_is_told_of(string type)
    {
        var document = Some(type, 0);
        await RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(document.Id, []), c));
        await RunningSite.Do(c => site.Get<ScheduleDocument>().Execute(site.Editor, new ScheduleDocument.Command(document.Id, ["zh-CN", "en-US"], site.Clock.Now.AddHours(1), null), c));
        await AreShown(type, document, false, false);
    }

    private PublishedDocument Some(string type, int number) => site.Now.OfType(type).Where(d => d.IsIn(0) && d.IsIn(1) && !(d.ExpiresAt < site.Clock.Now.AddDays(3))).Skip(number).First();

    private async Task AreShown(string type, PublishedDocument document, bool chinese, bool english, Func<Surface, bool>? which = null)
    {
        await site.Indexed();
        var park = site.Now.Find(document.ParentId) ?? document;
        foreach (var surface in Surfaces.Of(type).Where(which ?? (_ => true)))
        {
            var answer = await site.Read(surface.Address(document, park));
            Assert.Equal((surface.Name, 200), (surface.Name, answer.Status));
            Assert.Equal((surface.Name, surface.Culture == 0 ? chinese : english), (surface.Name, Surface.Shows(answer, document)));
        }
    }
}
