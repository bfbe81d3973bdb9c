using ParkBrand.Backoffice.Management.Media;
using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Role × ownership for every route of the media library: what a group of <c>umbraco.json</c> may, it may with files too; a foreign file is not there.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class MediaRightsTests(EditorsHouse house)
{
    private sealed record MediaRow(string Route, string? Permission, Func<Guid, Guid, object?>? Body = null, string? Query = null);

    private static object Update => new { values = Array.Empty<object>(), variants = new[] { new { name = "" } } };
    private static object Create(Guid folder) => new { mediaType = new { id = MediaSchema.Folder }, parent = new { id = folder }, values = Array.Empty<object>(), variants = new[] { new { name = " " } } };

    // Bodies are such that nothing is changed by whoever may: a refusal of rights comes before one of content (400).
    private static readonly MediaRow[] Rows =
    [
        new("GET media/{id:guid}", Permissions.Read), new("GET media/{id:guid}/referenced-by", Permissions.Read), new("GET media/{id:guid}/referenced-descendants", Permissions.Read),
        new("GET media/{id:guid}/audit-log", Permissions.Read), new("GET tree/media/children", Permissions.Read, Query: "parentId={folder}"),
        new("GET tree/media/ancestors", Permissions.Read, Query: "descendantId={id}"), new("GET tree/media/siblings", Permissions.Read, Query: "target={id}"),
        new("GET collection/media", Permissions.Read, Query: "id={folder}"),
        new("POST media", Permissions.Create, (_, folder) => Create(folder)),
        new("PUT media/{id:guid}/validate", Permissions.Edit, (_, _) => Update),
        new("PUT media/{id:guid}/move", Permissions.Move, (_, folder) => new { target = new { id = folder } }),
        new("PUT media/sort", Permissions.Sort, (id, folder) => new { parent = new { id = folder }, sorting = new[] { new { id, sortOrder = 0 } } }),
    ];

    internal static IEnumerable<string> Routes => ForeignMediaTests.Routes;

    public static TheoryData<string> Tested => new(Rows.Select(r => r.Route));

    [Theory, MemberData(nameof(Tested))]
    public async Task Each_role_gets_what_it_may(string route)
    {
        var row = Rows.Single(r => r.Route == route);
        var (mine, other) = ($"parkOperator:{house.Document("nev-park", "park")}", house.Document("wearables-park", "park"));
        var owner = new Actor("test", [house.Schema.UserGroups["parkOperator"]], other);
        var made = await house.Get<CreateMediaFolder>().Execute(owner, new(null, "夹"), TestContext.Current.CancellationToken);
        var folder = house.Get<ReadMedia>().Read(owner, made.Value).Value!.Parent!.Value;
        foreach (var role in new[] { "administrator", "publicityEditor", "reviewer", "proofreader", "bureauReader", $"parkOperator:{other}", mine, "nobody" })
        {
            var path = route.Split(' ')[1].Replace("{id:guid}", made.Value.ToString(), StringComparison.Ordinal) + (row.Query is { } query ? "?" + query.Replace("{id}", made.Value.ToString(), StringComparison.Ordinal).Replace("{folder}", folder.ToString(), StringComparison.Ordinal) : "");
            var reply = await house.Send(role, new HttpMethod(route.Split(' ')[0]), path, row.Body?.Invoke(made.Value, folder));
            var may = role == "nobody" || role == mine ? 404 : house.Schema.UserGroups[role.Split(':')[0]].Permissions.Contains(row.Permission!) ? 200 : 403;
            Assert.True(may == 200 ? reply.Code is 200 or 400 : reply.Code == may, $"{role} {route}: {reply.Code} instead of {may}: {reply.Text}");
            if (may == 404)
                Assert.DoesNotContain("夹", reply.Text, StringComparison.Ordinal);
        }
    }
}
