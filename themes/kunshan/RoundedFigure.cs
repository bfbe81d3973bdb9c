using System.Globalization;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Themes.Kunshan;

/// <summary>A figure as it is told rather than counted, in the steps in which a language counts: 12.8 ten thousand m² in Chinese, 128 thousand m² in English.</summary>
/// <param name="Number">With at most one digit behind the point.</param>
/// <param name="Unit">The step and the unit as they stand behind the number.</param>
internal sealed record RoundedFigure(string Number, string Unit)
{
    /// <param name="value">In the unit of the schema, which may have a step in it already: 1 of 10⁸ yuan.</param>
    public static RoundedFigure Of(decimal value, string? unit, Texts texts)
    {
        var (word, scale) = (texts.Unit(unit), texts.Scale(unit));
        // What a unit with a step in it is made of: the factor, and the unit without the step.
        if (unit is not null && texts.Keys.Contains("base." + unit) && Pairs(texts["base." + unit]) is [var plain])
            (value, word, scale) = (value * plain.Size, plain.Word, 1);
        var steps = Pairs(texts["round.steps"]);
        var at = steps.FindIndex(s => value >= s.Size);
        if (at < 0)
            return new RoundedFigure(Written(value * scale, "#,0.####"), word);
        // 99,996 is not 10.0 thousand below the next step but that step itself.
        if (at > 0 && Rounded(value, steps[at].Size) * steps[at].Size >= steps[at - 1].Size)
            at--;
        return new RoundedFigure(Written(Rounded(value, steps[at].Size), "#,0.#"), steps[at].Word + word);
    }

    private static decimal Rounded(decimal value, decimal step) => Math.Round(value / step, 1, MidpointRounding.AwayFromZero);

    private static string Written(decimal value, string form) => value.ToString(form, CultureInfo.InvariantCulture);

    // "10000=word;100=word", the largest first.
    private static List<(decimal Size, string Word)> Pairs(string text) =>
        [.. text.Split(';').Select(s => s.Split('=')).Select(s => (decimal.Parse(s[0], CultureInfo.InvariantCulture), s[1]))];
}
