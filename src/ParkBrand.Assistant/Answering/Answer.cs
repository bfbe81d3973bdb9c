namespace ParkBrand.Assistant.Answering;

/// <summary>How a question ended. There are no others.</summary>
internal enum AnswerStatus
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

/// <param name="N">As marked in the text: <c>[1]</c>.</param>
/// <param name="Version">Published version of the document that says so.</param>
/// <param name="Field">Name of the property in the language of the answer.</param>
/// <param name="Date">The day on which it was last confirmed.</param>
internal sealed record Citation(int N, string Url, string Title, int Version, string Field, string Value, DateOnly? Date);

/// <param name="Type">Alias of the document's type.</param>
/// <param name="Park">Name of the park that it is or belongs to.</param>
internal sealed record AnswerCard(string Type, string Url, string Title, string? Park, IReadOnlyList<CardFact> Facts);

internal sealed record CardFact(string Label, string Value, int? N, bool? Met = null);

/// <param name="Name">Parameter of the finder, or property of the records.</param>
/// <param name="Raw">The values as an address writes them.</param>
internal sealed record NeedChip(string Name, string Label, string Value, bool Must, IReadOnlyList<string> Raw);

/// <param name="Why">What it misses, each with what is there.</param>
internal sealed record RuledOut(string Park, string Url, IReadOnlyList<CardFact> Why);

internal sealed record Answer(
    AnswerStatus Status, string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<AnswerCard> Cards, IReadOnlyList<NeedChip> Needs, IReadOnlyList<RuledOut> Eliminated,
    IReadOnlyList<string> Suggestions, string? FinderUrl, string Conversation);
