using Microsoft.AspNetCore.Http;

namespace ParkBrand.Backoffice.Accounts.Users;

internal enum UserStatus
{
    Ok,

    /// <summary>There is no such account, or whoever asks may know of none.</summary>
    NotFound,
    Invalid,
    Conflict,
}

/// <summary>How looking after an account ended; serves the routes and the command line.</summary>
/// <param name="Text">Key of a sentence in the text files, when it did not work.</param>
/// <param name="Link">Path with a one-time token, to be handed to the person; given out once and not stored.</param>
internal sealed record UserOutcome(UserStatus Status, string? Text = null, Guid? Id = null, string? Link = null, DateTimeOffset? Until = null)
{
    public static readonly UserOutcome NotFound = new(UserStatus.NotFound, "userUnknown");

    public static UserOutcome Done(Guid id) => new(UserStatus.Ok, Id: id);
    public static UserOutcome Invalid(string text) => new(UserStatus.Invalid, text);

    public bool IsOk => Status == UserStatus.Ok;

    public int HttpStatus => Status switch
    {
        UserStatus.Ok => StatusCodes.Status200OK,
        UserStatus.NotFound => StatusCodes.Status404NotFound,
        UserStatus.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}
