using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Publishes languages now, or plans it where times are given; a schedule without times takes the plan back.</summary>
internal static class PublishDocumentRoute
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("document/{id:guid}/publish", async (Guid id, Body<PublishRequest> body, HttpContext http, PublishVariants publish) =>
        (await publish.Execute(http.Actor(), new(id, [.. body.Value.PublishSchedules.Select(Variant)]), http.RequestAborted)).To(http, _ => Results.Ok()));

    private static PublishVariants.Variant Variant(CultureSchedule asked) => new(asked.Culture ?? "", asked.Schedule is { } times ? new(times.PublishTime, times.UnpublishTime) : null);
}
