namespace ParkBrand.Tests.Backoffice;

/// <summary>What a request needs, and with it what each role gets. Every route of the Management API has a row.</summary>
internal enum Need
{
    /// <summary>To be signed in; the answer is the same for everybody.</summary>
    SignedIn,

    /// <summary>To be signed in; the answer holds what the person may know of, and never a foreign document.</summary>
    Listing,
    Read, Create, Edit, Publish, Unpublish, Move, Sort, Delete, Rollback,

    /// <summary>There is nothing there for anybody.</summary>
    Absent,
}

/// <param name="Route">Method and pattern, as they are mapped.</param>
/// <param name="Request">Path and body for the documents of one park.</param>
internal sealed record Row(string Route, Need Need, Func<Scene, Plot, Task<(string Path, object? Body)>> Request)
{
    /// <summary>Which of the things that a route does; most do one.</summary>
    public string Case { get; init; } = "";

    public string Name => Case.Length == 0 ? Route : $"{Route}: {Case}";
}

/// <summary>Roles against spaces: an administrator, people of the city, the operator of the park and of another one, somebody without a group.</summary>
internal static partial class RightsMatrix
{
    public static readonly string[] Refusable = ["publicityEditor", "reviewer", "proofreader", "bureauReader", "foreign", "nobody"];

    /// <summary>Stated in full, so that a change of rights shows here: role → status by need, for documents of the type space.</summary>
    public static int Status(string role, Need need, int success) => (role, need) switch
    {
        (_, Need.Absent) => 404,
        (_, Need.SignedIn or Need.Listing) => success,
        ("foreign" or "nobody", _) => 404,
        ("administrator", _) => success,
        (_, Need.Read) => success,
        ("own", Need.Create or Need.Edit or Need.Publish or Need.Unpublish or Need.Sort or Need.Rollback) => success,
        _ => 403,
    };

    public static IReadOnlyList<Row> Rows { get; } = [.. Boot(), .. Schema(), .. Documents(), .. Writing()];

    private static Row Get(string pattern, Need need, Func<Scene, Plot, string> path) => new($"GET {pattern}", need, (scene, plot) => Task.FromResult<(string, object?)>((path(scene, plot), null)));

    private static Row Send(string method, string pattern, Need need, Func<Scene, Plot, string> path, Func<Scene, Plot, Task<object>>? body = null) =>
        new($"{method} {pattern}", need, async (scene, plot) => (path(scene, plot), body is null ? null : await body(scene, plot)));

    private static IEnumerable<Row> Schema()
    {
        var space = EditorsHouse.Type("space");
        yield return Get("document-type/{id:guid}", Need.SignedIn, (_, _) => $"document-type/{space}");
        yield return Get("document-type/batch", Need.SignedIn, (_, _) => $"document-type/batch?id={space}&id=");
        yield return Get("document-type/configuration", Need.SignedIn, (_, _) => "document-type/configuration");
        yield return Get("document-type/allowed-at-root", Need.SignedIn, (_, _) => "document-type/allowed-at-root");
        yield return Get("document-type/{id:guid}/allowed-children", Need.SignedIn, (_, plot) => $"document-type/{EditorsHouse.Type("park")}/allowed-children?parentContentKey={plot.Park}");
        yield return Get("document-type/{id:guid}/allowed-parents", Need.SignedIn, (_, _) => $"document-type/{space}/allowed-parents");
        yield return Get("document-type/{id:guid}/blueprint", Need.SignedIn, (_, _) => $"document-type/{space}/blueprint");
        yield return Get("item/document-type", Need.SignedIn, (_, _) => $"item/document-type?id={space}");
        yield return Get("item/document-type/search", Need.SignedIn, (_, _) => "item/document-type/search?query=a");
        yield return Get("item/document-type/ancestors", Need.SignedIn, (_, _) => $"item/document-type/ancestors?id={space}");
        yield return Get("tree/document-type/root", Need.SignedIn, (_, _) => "tree/document-type/root");
        yield return Get("tree/document-type/children", Need.SignedIn, (_, _) => $"tree/document-type/children?parentId={space}");
        yield return Get("tree/document-type/ancestors", Need.SignedIn, (_, _) => $"tree/document-type/ancestors?descendantId={space}");
        var text = ParkBrand.Content.Schema.SchemaId.Of("data-type", "text");
        yield return Get("data-type/{id:guid}", Need.SignedIn, (_, _) => $"data-type/{text}");
        yield return Get("data-type/batch", Need.SignedIn, (_, _) => $"data-type/batch?id={text}");
        yield return Get("data-type/configuration", Need.SignedIn, (_, _) => "data-type/configuration");
        yield return Get("item/data-type", Need.SignedIn, (_, _) => $"item/data-type?id={text}");
        yield return Get("document/configuration", Need.SignedIn, (_, _) => "document/configuration");
        yield return Get("redirect-management/status", Need.SignedIn, (_, _) => "redirect-management/status");
    }
}
