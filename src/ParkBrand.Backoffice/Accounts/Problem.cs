using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts;

internal static class Problem
{
    public static IResult Of(int status, string title, string? detail = null) => Results.Problem(statusCode: status, title: title, detail: detail);

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "Not found.");
    public static IResult Unauthorized() => Of(StatusCodes.Status401Unauthorized, "Nobody is signed in.");
}
