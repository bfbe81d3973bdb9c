using System.Globalization;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Answering;

/// <summary>A limit of which nothing says what it measures: which need is meant is asked back, before something is shown that may miss it.</summary>
internal static class AmountStep
{
    private const int Most = 4;

    /// <summary>What an amount can be of, and how much of it anybody asks for, in the unit of the need.</summary>
    private static readonly (string Need, UnitKind Unit, decimal Least, decimal Most)[] Needs =
    [
        ("crane", UnitKind.Weight, 1, 200), ("floorLoad", UnitKind.Weight, 0.3m, 10), ("clearHeight", UnitKind.Length, 3, 30), ("rentMax", UnitKind.Money, 12, 150),
        ("rail", UnitKind.Minutes, 3, 120), ("airport", UnitKind.Minutes, 10, 150), ("motorway", UnitKind.Minutes, 1, 60), ("power", UnitKind.Power, 100, 20_000), ("area", UnitKind.Area, 100, 100_000),
    ];

    /// <summary>What is said against itself, or what nothing can be, is asked back before anything is looked for.</summary>
    public static AnswerStatus? Odd(Turn turn)
    {
        if (turn.Asked.Clash is not { } clash)
        {
            if (!turn.Asked.IsAbsurd || turn.Asked.Seek is not (Seek.Space or Seek.Park or Seek.Job))
                return null;
            turn.Draft.Say("clarify.absurd");
            LimitStep.Examples(turn);
            return AnswerStatus.Clarify;
        }

        turn.Draft.Say("clarify.clash");
        if (turn.Words.Find("choice.amount." + clash.Need) is { } choice)
            turn.Suggestions.AddRange(new[] { clash.Least, clash.Most }.Select(a => string.Format(CultureInfo.InvariantCulture, choice, Words.Number(a))));
        return AnswerStatus.Clarify;
    }

    public static AnswerStatus? Answer(Turn turn)
    {
        if (turn.Asked.Unclear is not { } amount || turn.GoesOn || turn.Parks.Count > 0
            || turn.Asked.Wanted.Any(w => decimal.TryParse(w.Value, CultureInfo.InvariantCulture, out var value) && value == amount.Value)) // said once more
            return null;
        var choices = Needs.Where(n => (amount.Unit == UnitKind.None ? n.Unit != UnitKind.Minutes : amount.Unit == n.Unit) && amount.Value >= n.Least && amount.Value <= n.Most && !turn.Asked.Wanted.Any(w => w.Name == n.Need)).Take(Most).ToList();
        if (choices.Count == 0)
            return null;
        turn.Draft.Say("clarify.amount");
        turn.Suggestions.AddRange(choices.Select(c => string.Format(CultureInfo.InvariantCulture, turn.Words["choice.amount." + c.Need], Words.Number(amount.Value))));
        return AnswerStatus.Clarify;
    }
}
