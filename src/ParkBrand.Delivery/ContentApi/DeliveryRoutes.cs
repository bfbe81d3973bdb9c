using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ParkBrand.Delivery.ContentApi.Describing;
using ParkBrand.Delivery.ContentApi.Sending;
using ParkBrand.Search.Api;

namespace ParkBrand.Delivery.ContentApi;

/// <summary>The addresses of the Content Delivery API, version 2.</summary>
internal static class DeliveryRoutes
{
    public const string Root = "/umbraco/delivery/api/v2";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapContentApi(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Root + "/content", Reading, (HttpContext http, DeliveryDesk desk, ContentList list) => desk.Serve(http, list.Answer)).RequireRateLimiting(ApiLimit.Policy);
        Get(app, "/content/items", (_, inquiry) => ContentEndpoints.ByIds(inquiry));
        Get(app, "/content/item/{id:guid}", (route, inquiry) => ContentEndpoints.ById(inquiry, Id(route)));
        Get(app, "/content/item/{**path}", (route, inquiry) => ContentEndpoints.ByPath(inquiry, Path(route)));
        Get(app, "/media", (_, inquiry) => MediaEndpoints.List(inquiry));
        Get(app, "/media/items", (_, inquiry) => MediaEndpoints.ByIds(inquiry));
        Get(app, "/media/item/{id:guid}", (route, inquiry) => MediaEndpoints.ById(inquiry, Id(route)));
        Get(app, "/media/item/{**path}", (route, inquiry) => MediaEndpoints.ByPath(inquiry, Path(route)));
        Get(app, "/{**rest}", (_, _) => Reply.NotFound);
        app.MapMethods("/umbraco/delivery/api/openapi.json", Reading, (HttpContext http, DeliveryDesk desk, ApiDescription description) => desk.Serve(http, _ => description.Document)).RequireRateLimiting(ApiLimit.Policy);
        app.MapMethods(Root + "/{**rest}", [HttpMethods.Options], Sender.Preflight);
    }

    private static void Get(IEndpointRouteBuilder app, string path, Func<RouteValueDictionary, Inquiry, Reply> answer) =>
        app.MapMethods(Root + path, Reading, (HttpContext http, DeliveryDesk desk) => desk.Serve(http, inquiry => answer(http.Request.RouteValues, inquiry)))
            .RequireRateLimiting(ApiLimit.Policy);

    private static Guid Id(RouteValueDictionary route) => Guid.Parse((string)route["id"]!);

    /// <summary>Clients that generators made write the strokes of a path as %2F, which no server may read as strokes before us.</summary>
    private static string Path(RouteValueDictionary route) => (route["path"] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
