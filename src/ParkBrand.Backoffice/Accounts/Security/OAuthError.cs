using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts.Security;

/// <summary>RFC 6749, section 5.2.</summary>
internal static class OAuthError
{
    public static IResult Of(string error) => Results.Json(new Answer(error), statusCode: StatusCodes.Status400BadRequest);

    private sealed record Answer(string Error);
}
