using System.Net;

namespace ParkBrand.Assistant.Asking;

/// <param name="Question">At most <see cref="SiteAssistant.LongestQuestion"/> characters.</param>
/// <param name="Culture">Index of the language in the schema.</param>
/// <param name="Conversation">What the reply before gave along; anything else begins anew.</param>
/// <param name="Without">Names of needs that the question is not to be understood to have.</param>
/// <param name="Visitor">Whose budget it is. The address is kept nowhere and sent nowhere.</param>
/// <param name="ByRules">Whether no language model is to be asked, even where one is connected.</param>
public sealed record Inquiry(string Question, int Culture, string? Conversation, IReadOnlyCollection<string>? Without, IPAddress? Visitor, bool ByRules = false);

/// <summary>A part of an answer as it comes.</summary>
/// <param name="Sentence">One that has been checked; null in the last part.</param>
/// <param name="Reply">The whole, which counts even where it holds other sentences than came before; null until the last part.</param>
public sealed record Told(string? Sentence, Reply? Reply);
