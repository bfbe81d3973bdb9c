using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

public enum OutcomeStatus
{
    Ok,

    /// <summary>There is no such document, or the actor may not know of it.</summary>
    NotFound,
    Forbidden,

    /// <summary>The request contradicts the schema or the state of the document; see the problems.</summary>
    Invalid,

    /// <summary>Somebody else saved in between.</summary>
    Conflict,

    /// <summary>The store cannot write at the moment; nothing was changed.</summary>
    Unavailable,
}

/// <summary>How a use case ended. One place maps it to HTTP, another to exit codes.</summary>
public sealed record Outcome<T>(OutcomeStatus Status, T? Value, string? Message, IReadOnlyList<PropertyProblem> Problems)
{
    /// <summary>The message with its parts, for those who say it in another language.</summary>
    public Sentence? Sentence { get; init; }

    public bool IsOk => Status == OutcomeStatus.Ok;

    internal Outcome<TOther> As<TOther>() => new(Status, default, Message, Problems) { Sentence = Sentence };

    internal Outcome<TOther> To<TOther>(Func<T, TOther> value) => IsOk ? Outcome.Ok(value(Value!)) : As<TOther>();
}

internal static class Outcome
{
    public static Outcome<T> Ok<T>(T value) => new(OutcomeStatus.Ok, value, null, []);
    public static Outcome<T> NotFound<T>() => new(OutcomeStatus.NotFound, default, "There is no such document.", []);
    public static Outcome<T> Forbidden<T>(string permission) => new(OutcomeStatus.Forbidden, default, $"This needs the right to {permission} this kind of document.", []);
    public static Outcome<T> Invalid<T>(IReadOnlyList<PropertyProblem> problems) => new(OutcomeStatus.Invalid, default, string.Join("; ", problems), problems);
    public static Outcome<T> Invalid<T>(Sentence message) => new(OutcomeStatus.Invalid, default, message.ToString(), []) { Sentence = message };
    public static Outcome<T> Conflict<T>(Sentence message) => new(OutcomeStatus.Conflict, default, message.ToString(), []) { Sentence = message };
    public static Outcome<T> Unavailable<T>(string message) => new(OutcomeStatus.Unavailable, default, message, []);
}
