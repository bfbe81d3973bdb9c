using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// What somebody does by asking, whatever it is about: wants a promise, a forecast, a lower price, advice, an opinion, or a thing
/// that no record has. Recognised by form: patterns of <c>acts.json</c> over classes of words, so that a new wording of the same
/// act is recognised too.
/// </summary>
internal static class Acts
{
    public const string Promise = "promise", Forecast = "forecast", Bargain = "bargain", Advice = "advice", Private = "private",
        Unpublished = "unpublished", Harm = "harm", Haggle = "haggle", There = "there", Opinion = "opinion", Rude = "rude", Assistant = "assistant", Elsewhere = "elsewhere", Subject = "subject", Vow = "vow";

    /// <summary>Kunshan, or how far off another place is, or that somebody comes from there.</summary>
    public const string Ours = "ours";

    /// <summary>What looks like an act and is a thing: a deposit, a guarantee that a bank sells.</summary>
    public const string Except = "except";

    /// <summary>A day to come that is somebody's own: when they graduate, or can begin.</summary>
    public const string Own = "own";

    private const string Compared = "compared";

    // What somebody makes is called after what it is for: no property of a park is asked for by it.
    private const string Made = "made", Against = "against";

    /// <summary>Without what is made against a harm: a test for drugs is none.</summary>
    public static string Harmless(string folded)
    {
        try
        {
            return Patterns.In(folded).Without(Against);
        }
        catch (RegexMatchTimeoutException)
        {
            return folded;
        }
    }

    private static readonly PatternFile Patterns = PatternFile.Read("acts.json", TimeSpan.FromMilliseconds(250));

    /// <param name="folded">The question, folded.</param>
    public static IReadOnlySet<string> Of(string folded)
    {
        try
        {
            // A deposit and a guarantee that is a product are no promises.
            var spoken = Patterns.In(Harmless(folded)).Without(Own);
            var text = Patterns.In(spoken).Without(Except);
            var (look, whole) = (Patterns.In(text), Patterns.In(folded));
            var unmade = Patterns.In(look.Without(Made));
            var acts = Patterns.Names.Where(p => p is not (Except or Ours or Compared or Made or Against or Own) && (p == Unpublished ? unmade : look).Has(p)).ToHashSet(StringComparer.Ordinal);
            if (text != spoken)
                acts.Add(Except);
            if (whole.Has(Own))
                acts.Add(Own);
            if (!whole.Has(Ours) || whole.Has(Compared))
                return acts;
            acts.Add(Ours);
            acts.Remove(Elsewhere);
            return acts;
        }
        catch (RegexMatchTimeoutException)
        {
            return new HashSet<string>();
        }
    }
}
