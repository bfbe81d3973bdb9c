namespace ParkBrand.Content.Questions;

/// <summary>Why a question became a task for editors, or none.</summary>
public enum QuestionKind
{
    /// <summary>The assistant had nothing to show.</summary>
    Unanswered,

    /// <summary>A visitor said that the answer is no help.</summary>
    Unhelpful,

    /// <summary>A visitor said that it is. Only counted: the question is not kept.</summary>
    Helpful,
}

/// <summary>A question that editors should look at.</summary>
/// <param name="Status">How the answer ended; one of the assistant's closed set.</param>
/// <param name="Reason">One of the assistant's closed set; null where none was given.</param>
/// <param name="Comment">Masked; null where none was given.</param>
/// <param name="Times">How often it came since <paramref name="FirstAt"/>.</param>
/// <param name="DoneBy">Name of the editor who settled it; null while it is open.</param>
public sealed record VisitorQuestion(
    Guid Id, QuestionKind Kind, string Culture, string Question, string Status, string? Reason, string? Comment, int Times, DateTimeOffset FirstAt, DateTimeOffset LastAt,
    DateTimeOffset? DoneAt, string? DoneBy);
