namespace ParkBrand.Assistant.Answering;

/// <summary>How a question ended. There are no others.</summary>
public enum AnswerStatus
{
    Answered,

    /// <summary>A part of it is answered; the text says which is not.</summary>
    Partial,

    /// <summary>A question back, with choices.</summary>
    Clarify,

    /// <summary>Nothing meets all that is needed; what comes nearest is told.</summary>
    NoMatch,
    OutOfScope,
    Refused,
    Unavailable,
}

/// <summary>Why a language model that is connected took no part in an answer.</summary>
public enum Fallback
{
    /// <summary>It said nothing, or nothing more, in time.</summary>
    Silent,

    /// <summary>It cannot be reached, or what it sent is no answer.</summary>
    Failed,

    /// <summary>It asked to be left alone, or has failed several times just now.</summary>
    Busy,

    /// <summary>What may be spent today is spent.</summary>
    Budget,

    /// <summary>Too little of what it said is borne out by what is published.</summary>
    Unfounded,
}

/// <summary>Where a fact stands.</summary>
/// <param name="N">As marked in the text: <c>[1]</c>.</param>
/// <param name="Version">Published version of the document that says so.</param>
/// <param name="Field">Name of the property in the language of the answer.</param>
/// <param name="Date">The day on which it was last confirmed.</param>
public sealed record Citation(int N, string Url, string Title, int Version, string Field, string Value, DateOnly? Date);

/// <param name="Type">Alias of the document's type.</param>
/// <summary>A document that answers.</summary>
/// <param name="Park">Name of the park that it is or belongs to.</param>
/// <param name="Sector">Key of the industry that the park is of, such as <c>en</c>; null outside of parks.</param>
public sealed record AnswerCard(string Type, string Url, string Title, string? Park, IReadOnlyList<CardFact> Facts, string? Sector = null);

/// <summary>A published property.</summary>
/// <param name="N">Of its citation.</param>
/// <param name="Met">Whether it meets what was asked for; null where nothing was.</param>
public sealed record CardFact(string Label, string Value, int? N, bool? Met = null);

/// <summary>A need as understood.</summary>
/// <param name="Name">Parameter of the finder, or property of the records.</param>
/// <param name="Raw">The values as an address writes them.</param>
public sealed record NeedChip(string Name, string Label, string Value, bool Must, IReadOnlyList<string> Raw);

/// <summary>A park that fell out.</summary>
/// <param name="Why">What it misses, each with what is there.</param>
public sealed record RuledOut(string Park, string Url, IReadOnlyList<CardFact> Why);

internal sealed record Answer(
    AnswerStatus Status, string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<AnswerCard> Cards, IReadOnlyList<NeedChip> Needs, IReadOnlyList<RuledOut> Eliminated,
    IReadOnlyList<string> Suggestions, string? FinderUrl, string Conversation, Sources? Sources = null);
