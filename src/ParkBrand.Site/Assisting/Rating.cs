using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ParkBrand.Assistant.Feedback;

namespace ParkBrand.Site.Assisting;

/// <summary>What a visitor without script thinks of one answer of the dialogue that the form carries.</summary>
/// <param name="Turn">Index of the answer among those that are shown.</param>
/// <param name="Typed">What stands in the box for the next question.</param>
internal sealed record Rating(int Turn, bool Helpful, string? Reason, string? Comment, string Typed)
{
    /// <summary>As the buttons carry it: the turn, then <c>up</c> or <c>down</c>.</summary>
    /// <returns>Null where the form rates nothing.</returns>
    public static Rating? Read(IFormCollection form)
    {
        if (form[Dialogue.Rate].ToString().Split(' ') is not [var turn, ("up" or "down") and var verdict] || !int.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return null;
        var (reason, comment) = (form[Dialogue.Reason + index].ToString(), form[Dialogue.Comment + index].ToString().Trim());
        return new Rating(index, verdict == "up", Verdict.Reasons.Contains(reason) ? reason : null,
            comment.Length == 0 ? null : comment.Length <= Verdict.LongestComment ? comment : comment[..Verdict.LongestComment], form[Dialogue.Question].ToString().Trim());
    }

    public Verdict Of(AssistantTurn turn, string culture) =>
        new(turn.Question, culture, JsonNamingPolicy.KebabCaseLower.ConvertName(turn.Reply.Status.ToString()), Helpful, Reason, Comment);
}
