using System.Text.Json.Nodes;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Delivery;

/// <summary>Policies made for one test, all of them shown by one park, so that everything that refers can be asked for them.</summary>
internal sealed class DeliveryScene(RunningSite site)
{
    public const string Root = "/umbraco/delivery/api/v2";
    public const string Key = "a-key-for-tests-0123456789";

    /// <summary>Stands in the name of every policy of the scene and nowhere else.</summary>
    public const string Word = "蓝鲸驯养";

    public Guid Park { get; private set; }

    public Guid Of(string slug) => ids[slug];

    private readonly Dictionary<string, Guid> ids = [];

    public async Task<Guid> Policy(string slug, bool publish = true, string expires = "2027-12-31", string culture = "zh-CN")
    {
        var content = new DocumentContent(
            new JsonObject { ["level"] = "city", ["theme"] = "management", ["issuedOn"] = "2026-01-01", ["confirmedOn"] = "2026-11-22", ["expiresOn"] = expires, ["sample"] = true },
            new Dictionary<string, CultureContent> { [culture] = new($"{Word} {slug}", new JsonObject { ["issuer"] = "市政府", ["summary"] = "摘要", ["who"] = "企业", ["benefit"] = "支持", ["source"] = "原文", ["body"] = "正文" }) });
        var list = site.Now.Resolve("/policies").Document!.Id;
        var made = await RunningSite.Do(c => site.Get<CreateDocument>().Execute(site.Editor, new CreateDocument.Command("policy", list, content, Slug: slug), c));
        ids[slug] = made.Id;
        if (publish)
            await Publish(made.Id, culture);
        return made.Id;
    }

    public Task<PublishDocument.Result> Publish(Guid id, string culture = "zh-CN") =>
        RunningSite.Do(c => site.Get<PublishDocument>().Execute(site.Editor, new PublishDocument.Command(id, [culture]), c));

    /// <summary>Lets a park show all policies of the scene, in both languages.</summary>
    public async Task Show()
    {
        Park = site.Now.Resolve("/parks/robotics-park").Document!.Id;
        var draft = site.Get<ReadDrafts>().Read(site.Editor, Park).Value!;
        draft.Content.Invariant["policies"] = new JsonArray([.. ids.Values.Select(id => JsonValue.Create(id.ToString()))]);
        await RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(Park, draft.Content), c));
        await Publish(Park);
        await Publish(Park, "en-US");
    }

    public Task Rename(Guid id, string name)
    {
        var content = site.Get<ReadDrafts>().Read(site.Editor, id).Value!.Content;
        var cultures = content.Cultures.ToDictionary(c => c.Key, c => c.Value with { Name = name });
        return RunningSite.Do(c => site.Get<SaveDocument>().Execute(site.Editor, new SaveDocument.Command(id, content with { Cultures = cultures }), c));
    }

    public Task Unpublish(Guid id) => RunningSite.Do(c => site.Get<UnpublishDocument>().Execute(site.Editor, new UnpublishDocument.Command(id, []), c));

    public Task Trash(Guid id) => RunningSite.Do(c => site.Get<TrashDocument>().Execute(site.Editor, id, c));

    public Task<Answer> Read(string path, params (string, string)[] headers) => site.Read(Root + path, headers);

    public async Task<JsonNode> Json(string path, params (string, string)[] headers)
    {
        var answer = await Read(path, headers);
        Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Text}");
        return JsonNode.Parse(answer.Text)!;
    }
}
