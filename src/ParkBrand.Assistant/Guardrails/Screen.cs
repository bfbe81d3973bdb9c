using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>What is done with a question before anything else sees it.</summary>
internal static partial class Screen
{
    /// <summary>Characters.</summary>
    public const int Longest = 500;

    /// <summary>Without what cannot be seen, and with what identifies a person made unreadable.</summary>
    public static string Clean(string question) => Identifying().Replace(Visible(question).Trim(), m => new string('*', m.Length));

    /// <summary>Without what cannot be seen.</summary>
    public static string Visible(string question)
    {
        var text = new StringBuilder(question.Length);
        foreach (var rune in question.Normalize(NormalizationForm.FormC).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate or UnicodeCategory.Control))
                text.Append(rune.Value is 0x2018 or 0x2019 && text.Length > 0 && char.IsAsciiLetter(text[^1]) ? "'" : rune.ToString()); // as phones type an apostrophe
            else if (rune.Value is '\n' or '\r' or '\t')
                text.Append(' ');
        return text.ToString();
    }

    /// <returns>The group of cues for which it is not answered; see <see cref="Cues.Refusals"/>.</returns>
    public static string? Refused(string clean) => Refused(Wording.Fold(clean), null);

    /// <param name="acts">What is done by the question; null where nobody asked yet.</param>
    public static string? Refused(string folded, IReadOnlySet<string>? acts)
    {
        folded = Acts.Harmless(folded);
        var cue = Cues.Refusals.FirstOrDefault(group => Cues.All.Group(group)[""].Any(phrase => Holds(folded, phrase)));
        var topic = OffTopic.Of(folded, acts ?? Acts.Of(folded));
        // What must not be done weighs more than what it is about.
        return Cues.Refusals.FirstOrDefault(group => group == cue || group == topic);
    }

    /// <summary>Whether a phrase stands in a text, and not only as a part of a longer Latin word.</summary>
    public static bool Holds(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
            if (at > 0 && text[at - 1] is '\u53cd' or '\u9632' or '\u79bb' or '\u5143' or '\u539f')
                continue; // against it, far from it, or the metaverse
            else if (!char.IsAsciiLetter(phrase[0]) || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + phrase.Length == text.Length || phrase.Length > 5 || !char.IsAsciiLetter(text[at + phrase.Length]))))
                return true;
        return false;
    }

    // Resident identity numbers (GB 11643), mobile numbers of the mainland, bank cards, with spaces or dashes between.
    [GeneratedRegex(@"(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d(?:[ -]?\d{4}){2}|\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Identifying();
}
