using System.Text.Json.Nodes;

namespace ParkBrand.Tests.Backoffice;

internal static partial class RightsMatrix
{
    private static string Version(Guid document, int number = 1) => $"{document:N}-{number}";

    private static IEnumerable<Row> Documents()
    {
        yield return Get("tree/document/root", Need.Listing, (_, _) => "tree/document/root?take=1000");
        yield return Get("tree/document/children", Need.Read, (_, plot) => $"tree/document/children?parentId={plot.Park}");
        yield return Get("tree/document/ancestors", Need.Read, (_, plot) => $"tree/document/ancestors?descendantId={plot.Space}");
        yield return Get("tree/document/siblings", Need.Read, (_, plot) => $"tree/document/siblings?target={plot.Space}&before=5&after=5");
        yield return Get("item/document", Need.Listing, (_, plot) => $"item/document?id={plot.Space}&id={plot.Park}&id=");
        yield return Get("item/document/ancestors", Need.Read, (_, plot) => $"item/document/ancestors?id={plot.Space}") with { Need = Need.SignedIn };
        yield return Get("item/document/search", Need.Listing, (_, _) => "item/document/search?query=hall&take=1000");
        yield return Get("collection/document/{id:guid}", Need.Read, (_, plot) => $"collection/document/{plot.Park}");
        yield return Get("document/{id:guid}", Need.Read, (_, plot) => $"document/{plot.Space}");
        yield return Get("document/{id:guid}/published", Need.Read, (_, plot) => $"document/{plot.Space}/published");
        yield return Get("document/{id:guid}/audit-log", Need.Read, (_, plot) => $"document/{plot.Space}/audit-log");
        yield return Get("document/{id:guid}/referenced-by", Need.Read, (_, plot) => $"document/{plot.Park}/referenced-by");
        yield return Get("document/{id:guid}/referenced-descendants", Need.Read, (_, plot) => $"document/{plot.Park}/referenced-descendants");
        yield return Get("document/are-referenced", Need.Listing, (_, plot) => $"document/are-referenced?id={plot.Park}");
        yield return Get("document/urls", Need.SignedIn, (_, plot) => $"document/urls?id={plot.Space}");
        yield return Get("document/{id:guid}/domains", Need.Read, (_, plot) => $"document/{plot.Space}/domains");
        yield return Get("document/{id:guid}/notifications", Need.Read, (_, plot) => $"document/{plot.Space}/notifications");
        yield return Get("document/{id:guid}/public-access", Need.Absent, (_, plot) => $"document/{plot.Space}/public-access");
        yield return Get("document/{id:guid}/available-segment-options", Need.Read, (_, plot) => $"document/{plot.Space}/available-segment-options");
        yield return Get("document/{id:guid}/publish-with-descendants/result/{taskId:guid}", Need.Read, (_, plot) => $"document/{plot.Space}/publish-with-descendants/result/{plot.Space}");
        yield return Get("document/{id:guid}/preview-url", Need.Read, (_, plot) => $"document/{plot.Space}/preview-url?culture=zh-CN");
        yield return Get("document-version", Need.Read, (_, plot) => $"document-version?documentId={plot.Space}");
        yield return Get("document-version/{id}", Need.Read, (_, plot) => $"document-version/{Version(plot.Space)}");
        yield return Get("parkbrand/version/{id}", Need.Read, (_, plot) => $"parkbrand/version/{Version(plot.Space)}?culture=zh-CN");
        yield return Get("parkbrand/figure", Need.Read, (_, plot) => $"parkbrand/figure?park={plot.Park}&field=enterprises");
        yield return Get("recycle-bin/document/root", Need.Listing, (_, _) => "recycle-bin/document/root?take=1000");
        yield return Get("recycle-bin/document/children", Need.Read, (_, plot) => $"recycle-bin/document/children?parentId={plot.Binned}");
        yield return Get("recycle-bin/document/referenced-by", Need.Listing, (_, _) => "recycle-bin/document/referenced-by");
        yield return Get("recycle-bin/document/{id:guid}/original-parent", Need.Read, (_, plot) => $"recycle-bin/document/{plot.Binned}/original-parent");
        yield return Get("redirect-management/{id:guid}", Need.Read, (_, plot) => $"redirect-management/{plot.Space}");
        yield return Get("user/current/permissions/document", Need.Read, (_, plot) => $"user/current/permissions/document?id={plot.Space}");
        yield return Get("parkbrand/rights", Need.Listing, (_, plot) => $"parkbrand/rights?id={plot.Space}");
    }

    private static IEnumerable<Row> Writing()
    {
        yield return Send("POST", "document", Need.Create, (_, _) => "document", async (scene, plot) => await scene.NewSpace(plot.Park));
        yield return Send("POST", "document/create-and-publish", Need.Create, (_, _) => "document/create-and-publish",
            async (scene, plot) => await scene.NewSpace(plot.Park, ("culturesToPublish", new JsonArray("zh-CN"))));
        yield return Send("POST", "document/validate", Need.Create, (_, _) => "document/validate", async (scene, plot) => await scene.NewSpace(plot.Park, ("cultures", new JsonArray("zh-CN"))));
        yield return Send("PUT", "document/{id:guid}", Need.Edit, (_, plot) => $"document/{plot.Space}", async (scene, plot) => await scene.Opened(plot.Space));
        yield return Send("PUT", "document/{id:guid}/validate", Need.Edit, (_, plot) => $"/umbraco/management/api/v1.1/document/{plot.Space}/validate",
            async (scene, plot) => await scene.Opened(plot.Space, ("cultures", new JsonArray("zh-CN"))));
        yield return Send("PUT", "document/{id:guid}/update-and-publish", Need.Edit, (_, plot) => $"document/{plot.Space}/update-and-publish",
            async (scene, plot) => await scene.Opened(plot.Space, ("culturesToPublish", new JsonArray("zh-CN"))));
        yield return Send("PUT", "document/{id:guid}/publish", Need.Publish, (_, plot) => $"document/{plot.Space}/publish", Body("""{ "publishSchedules": [ { "culture": "zh-CN", "schedule": null } ] }"""));
        yield return Send("PUT", "document/{id:guid}/publish", Need.Publish, (_, plot) => $"document/{plot.Space}/publish",
            Body("""{ "publishSchedules": [ { "culture": "zh-CN", "schedule": { "publishTime": "2031-03-01T00:00:00Z", "unpublishTime": null } } ] }""")) with { Case = "later" };
        yield return Send("PUT", "document/{id:guid}/publish", Need.Unpublish, (_, plot) => $"document/{plot.Space}/publish",
            Body("""{ "publishSchedules": [ { "culture": "zh-CN", "schedule": { "publishTime": null, "unpublishTime": "2031-04-01T00:00:00Z" } } ] }""")) with { Case = "withdraw later" };
        yield return Send("PUT", "document/{id:guid}/publish-with-descendants", Need.Publish, (_, plot) => $"document/{plot.Space}/publish-with-descendants",
            Body("""{ "includeUnpublishedDescendants": true, "cultures": [ "zh-CN" ] }"""));
        yield return Send("PUT", "document/{id:guid}/unpublish", Need.Unpublish, (_, plot) => $"document/{plot.Space}/unpublish", Body("""{ "cultures": [ "zh-CN" ] }"""));
        yield return Send("PUT", "document/{id:guid}/move", Need.Move, (_, plot) => $"document/{plot.Space}/move", (scene, plot) =>
            Task.FromResult<object>(new { target = new { id = plot == scene.Own ? scene.Foreign.Park : scene.Own.Park } }));
        yield return Send("POST", "document/{id:guid}/copy", Need.Create, (_, plot) => $"document/{plot.Space}/copy", (_, plot) =>
            Task.FromResult<object>(new { target = new { id = plot.Park }, relateToOriginal = false, includeDescendants = true }));
        yield return Send("PUT", "document/sort", Need.Sort, (_, _) => "document/sort", (_, plot) =>
            Task.FromResult<object>(new { parent = new { id = plot.Park }, sorting = new[] { new { id = plot.Second, sortOrder = 0 }, new { id = plot.Space, sortOrder = 1 } } }));
        yield return Send("PUT", "document/{id:guid}/move-to-recycle-bin", Need.Delete, (_, plot) => $"document/{plot.Second}/move-to-recycle-bin");
        yield return Send("DELETE", "document/{id:guid}", Need.Delete, (_, plot) => $"document/{plot.Binned}");
        yield return Send("DELETE", "recycle-bin/document/{id:guid}", Need.Delete, (_, plot) => $"recycle-bin/document/{plot.Binned}");
        yield return Send("PUT", "recycle-bin/document/{id:guid}/restore", Need.Delete, (_, plot) => $"recycle-bin/document/{plot.Binned}/restore", (_, plot) =>
            Task.FromResult<object>(new { target = new { id = plot.Park } }));
        yield return Send("POST", "document-version/{id}/rollback", Need.Rollback, (_, plot) => $"document-version/{Version(plot.Space)}/rollback");
        yield return Send("PUT", "document-version/{id}/prevent-cleanup", Need.Read, (_, plot) => $"document-version/{Version(plot.Space)}/prevent-cleanup?preventCleanup=true");
    }

    private static Func<Scene, Plot, Task<object>> Body(string json) => (_, _) => Task.FromResult<object>(json);
}
