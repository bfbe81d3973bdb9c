using Microsoft.AspNetCore.Http;
using ParkBrand.Backoffice.Accounts;
using ParkBrand.Content.Access;
using ParkBrand.Content.Queries;

namespace ParkBrand.Backoffice.Management.Protocol;

/// <summary>What every operation asks of a request.</summary>
internal static class Call
{
    private const int MostTaken = 1000;
    private const int MostIds = 500;

    public static Actor Actor(this HttpContext http) => Editor.Of(http)!.Actor;

    /// <summary>The ids in the query. The client also sends empty ones, which mean nothing; so does what is no id.</summary>
    public static List<Guid> Ids(this HttpContext http, string name = "id") =>
        [.. http.Request.Query[name].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().Take(MostIds)];

    public static Guid? Id(this HttpContext http, string name) => Guid.TryParse(http.Request.Query[name], out var id) ? id : null;

    public static int Skip(this HttpContext http) => Number(http, "skip", 0, int.MaxValue - MostTaken);
    public static int Take(this HttpContext http, int usual = 100) => Number(http, "take", usual, MostTaken);

    public static int Number(this HttpContext http, string name, int usual, int most) =>
        int.TryParse(http.Request.Query[name], out var number) ? Math.Clamp(number, 0, most) : usual;

    public static IResult Json(object? value) => Results.Json(value, ManagementJson.Strict);

    public static IResult Paged<TItem, TModel>(Page<TItem> page, Func<TItem, TModel> model) => Json(new { total = page.Total, items = page.Items.Select(model).ToList() });

    public static IResult Created(HttpContext http, string path, Guid id)
    {
        http.Response.Headers["Umb-Generated-Resource"] = id.ToString();
        return Results.Created($"{ManagementApi.Root}/{path}/{id}", null);
    }
}
