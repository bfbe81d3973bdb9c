using System.Net;
using Microsoft.AspNetCore.Http;
using ParkBrand.Assistant.Asking;

namespace ParkBrand.Site.Assisting;

/// <summary>
/// The dialogue of a visitor without script. The form brings back the questions alone, and each is answered anew: so whoever
/// alters the form alters what they asked and never what the site seems to have said, nothing is kept between two requests,
/// and an answer is never older than what is published. The questions are few, and one takes milliseconds.
/// </summary>
public sealed record Dialogue(IReadOnlyList<AssistantTurn> Turns, string? Before)
{
    public const string Question = "q", Said = "say", TakenBack = "without", Earlier = "turn", Start = "before";

    /// <summary>Names of the fields by which an answer is rated: the button, and with the number of the turn behind them the reason and the comment.</summary>
    public const string Rate = "rate", Reason = "reason", Comment = "comment";

    internal const int MostTurns = 6;

    private const int MostNames = 20, LongestName = 60;
    private const char Mark = '|';

    /// <summary>A turn as the form carries it: the needs that were taken back, then the question.</summary>
    public static string Write(string question, IEnumerable<string> without) => string.Join(',', without) + Mark + question;

    /// <summary>What a form asks for, oldest first; the last is new.</summary>
    internal static List<Asked> Read(IFormCollection form)
    {
        var asked = form[Earlier].OfType<string>().Take(MostTurns * 2).Select(Read).ToList();
        if (form[TakenBack].ToString() is { Length: > 0 and <= LongestName } need)
        {
            // The question that it belongs to is asked again, as a turn of its own.
            if (asked.Count > 0)
                asked.Add(new Asked(asked[^1].Question, [.. asked[^1].Without.Append(need).Distinct()]));
        }
        else if (form[Rate].Count == 0)
            asked.Add(new Asked((form[Said].ToString() is { Length: > 0 } said ? said : form[Question].ToString()).Trim(), []));
        return asked;
    }

    /// <summary>Only the last question is put to a language model: what was answered before is answered again by rules, at no cost.</summary>
    /// <param name="anew">Whether the last question is new.</param>
    internal static async Task<Dialogue> Answer(SiteAssistant assistant, int culture, string? before, IReadOnlyList<Asked> asked, IPAddress? visitor, bool anew, CancellationToken cancellation)
    {
        var turns = new List<AssistantTurn>();
        var readable = asked.Where(a => a.Question.Length > 0 && a.Question.Length <= SiteAssistant.LongestQuestion).ToList();
        foreach (var ((question, without), i) in readable.Select((a, i) => (a, i)))
        {
            // A question that is asked again is asked in the conversation in which it was asked before.
            var conversation = turns.Count == 0 ? before : turns[^1].Question == SiteAssistant.Shown(question) && without.Count > turns[^1].Without.Count ? turns[^1].Before : turns[^1].Reply.Conversation;
            turns.Add(new AssistantTurn(SiteAssistant.Shown(question), without, [.. without.Select(n => assistant.NeedName(n, culture)).OfType<string>()], conversation,
                await assistant.Ask(new Inquiry(question, culture, conversation, without, visitor, ByRules: !anew || i < readable.Count - 1), cancellation)));
        }

        var kept = turns.TakeLast(MostTurns).ToList();
        return new Dialogue(kept, kept.Count > 0 ? kept[0].Before : before);
    }

    private static Asked Read(string turn)
    {
        var at = turn.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? new Asked("", []) : new Asked(turn[(at + 1)..], [.. turn[..at].Split(',', StringSplitOptions.RemoveEmptyEntries).Where(n => n.Length <= LongestName).Take(MostNames)]);
    }
}

/// <param name="Without">Names of the needs that were taken back.</param>
internal sealed record Asked(string Question, IReadOnlyList<string> Without);
