using System.Globalization;
using System.Text.Json;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Content.Schema;

namespace ParkBrand.Assistant.Evaluation;

/// <summary>How one turn ended, held against what is right.</summary>
/// <param name="Status">Whether it ended as it should.</param>
/// <param name="Parks">Whether a right park is among the first three; null where none is judged.</param>
/// <param name="Violations">Parks shown as a match that miss a hard need.</param>
/// <param name="Documents">Whether a right document is shown; null where none is judged.</param>
/// <param name="Facts">Whether every value stands in the answer; null where none is judged.</param>
/// <param name="Needs">Whether each judged need was understood as it is meant; null where none is judged.</param>
/// <param name="Unfounded">Numbers in the text that nothing cited has.</param>
internal sealed record TurnMark(JudgedDialogue Dialogue, JudgedTurn Turn, Answer Answer, bool Status, bool? Parks, int Violations, bool? Documents, bool? Facts, bool? Needs, IReadOnlyList<string> Unfounded)
{
    public bool IsRight => Status && Parks != false && Violations == 0 && Documents != false && Facts != false && Unfounded.Count == 0;
}

/// <summary>Asks judged dialogues and marks every turn.</summary>
internal sealed class AssistantEvaluation(Composer composer, ContentSchema schema)
{
    private const int Top = 3;

    public List<TurnMark> Run(IEnumerable<JudgedDialogue> dialogues) => [.. dialogues.SelectMany(Run)];

    private IEnumerable<TurnMark> Run(JudgedDialogue dialogue)
    {
        string? conversation = null;
        foreach (var turn in dialogue.Turns)
        {
            var answer = composer.Answer(turn.Ask, schema.CultureIndex(dialogue.Culture), conversation);
            conversation = answer.Conversation;
            yield return Mark(dialogue, turn, answer);
        }
    }

    /// <param name="spoken">What a model was put to, where one was: then its words are judged, and everything that was shown on the way.</param>
    /// <param name="streamed">Sentences in the order in which they were shown.</param>
    internal TurnMark Mark(JudgedDialogue dialogue, JudgedTurn turn, Answer answer, Spoken? spoken = null, IReadOnlyList<string>? streamed = null)
    {
        var paths = answer.Cards.Select(c => c.Url.StartsWith("/en/", StringComparison.Ordinal) ? c.Url[3..] : c.Url).ToList();
        var parks = paths.Select(p => p.Split('/')).Where(p => p.Length > 2 && p[1] == "parks").Select(p => p[2]).Distinct().ToList();
        var matched = answer.Status is AnswerStatus.Answered or AnswerStatus.Partial;
        var known = answer.Needs.Select(c => c.Value).Append(turn.Ask).Append($"{answer.Cards.Count}").Concat(answer.Cards.Select(c => c.Title + c.Park)).Append(Count(answer)).ToList();
        var unfounded = spoken?.Answer is null ? Grounding.Unfounded(answer.Text, answer.Citations, known) : Grounding.UnfoundedPhrasing(answer.Text, answer.Citations, known);
        if (spoken?.Usage is not null)
            unfounded = [.. unfounded, .. streamed!.SelectMany(s => Grounding.UnfoundedPhrasing(s, spoken.Known, known))];
        var all = answer.Text + " " + string.Join(' ', answer.Citations.Select(c => c.Value));
        return new TurnMark(dialogue, turn, answer,
            turn.Status.Contains(JsonNamingPolicy.KebabCaseLower.ConvertName(answer.Status.ToString())),
            turn.Parks.Count == 0 ? null : parks.Take(Top).Intersect(turn.Parks).Any(),
            matched && turn.Seek is "park" or "space" ? parks.Intersect(turn.Never).Count() : 0,
            turn.Docs.Count == 0 ? null : turn.Docs.Any(d => paths.Exists(p => p == d || p.EndsWith("/" + d, StringComparison.Ordinal) || p.TrimStart('/') == d)),
            turn.Facts.Count == 0 ? null : turn.Facts.All(f => Cites(answer, f, schema.CultureIndex(dialogue.Culture)) || (f.Values.Count > 0 && f.Values.All(v => Stands(all, v)))),
            turn.Needs.Count == 0 ? null : turn.Needs.All(n => answer.Needs.Any(c => c.Name == n.Key && Same(c, n.Value))),
            unfounded);
    }

    /// <summary>Names of the needs that were not understood as they are meant, and whether nothing, something else or only a wish was made of them.</summary>
    internal static IEnumerable<string> Misread(TurnMark mark) =>
        from need in mark.Turn.Needs
        let chip = mark.Answer.Needs.FirstOrDefault(c => c.Name == need.Key)
        where chip is null || !Same(chip, need.Value)
        select need.Key + (chip is null ? " (nothing)" : chip.Must ? " (other)" : " (wish)");

    private bool Cites(Answer answer, JudgedFact fact, int culture) => schema.DocumentTypes.TryGetValue(fact.Type, out var type) && type.Find(fact.Alias)?.Name.In(culture) is { } label
        && answer.Citations.Any(c => c.Field == label && c.Url.EndsWith(fact.Path, StringComparison.Ordinal));

    // The first number of an answer counts what was found.
    private static string Count(Answer answer) => new([.. answer.Text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)]);

    private static bool Same(NeedChip chip, IReadOnlyList<string> wanted) => chip.Must && wanted.All(w => chip.Raw.Contains(w) || (decimal.TryParse(w, CultureInfo.InvariantCulture, out var number)
        && chip.Raw.Any(r => decimal.TryParse(r, CultureInfo.InvariantCulture, out var has) && Math.Abs(has - number) <= number * 0.02m)));

    private static bool Stands(string text, string fact) => text.Contains(fact, StringComparison.Ordinal)
        || (decimal.TryParse(fact, CultureInfo.InvariantCulture, out var number) && text.Contains(Words.Number(number), StringComparison.Ordinal));
}
