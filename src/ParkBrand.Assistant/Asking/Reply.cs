using ParkBrand.Assistant.Answering;

namespace ParkBrand.Assistant.Asking;

/// <summary>An answer as everybody gets it: the page, the API, the event stream. Texts are plain text and never markup.</summary>
/// <param name="Question">As it may be shown, kept and shared: what identifies a person is masked.</param>
/// <param name="Text">Citations stand in it as <c>[n]</c>.</param>
/// <param name="Needs">What was understood to be needed.</param>
/// <param name="Eliminated">Parks that came near, and what they miss.</param>
/// <param name="Suggestions">Questions that may come next.</param>
/// <param name="Finder">Address of the finder with the same needs; null where nothing was matched.</param>
/// <param name="Mode"><see cref="BuiltIn"/>: no language model took part; or <see cref="Model"/>.</param>
/// <param name="AiLabel">Says how the text was made. It stands wherever the text is shown, copied or kept.</param>
/// <param name="Conversation">Given along with the next question; opaque.</param>
/// <param name="Handover">Who answers in person; null where no park was shown.</param>
/// <param name="Fallback">Why a language model that is connected took no part; null where it did, or none is.</param>
public sealed record Reply(
    string Question, AnswerStatus Status, string Text, IReadOnlyList<Citation> Citations, IReadOnlyList<AnswerCard> Cards, IReadOnlyList<NeedChip> Needs, IReadOnlyList<RuledOut> Eliminated,
    IReadOnlyList<string> Suggestions, string? Finder, string Mode, string AiLabel, string Conversation, Handover? Handover, Fallback? Fallback = null)
{
    public const string BuiltIn = "built-in", Model = "model";
}

/// <summary>The person at a park who takes over.</summary>
/// <param name="Url">Address of the park.</param>
/// <param name="Enquiry">A message to them with what is needed, to be copied.</param>
public sealed record Handover(string Park, string Url, string Name, string Phone, string Email, string Enquiry);
