using System.Text.RegularExpressions;

namespace ParkBrand.Assistant.Matching;

/// <summary>Words that point at what was shown before, where a first question would look for something by them.</summary>
internal static partial class Pointing
{
    private const int LongestBare = 24;

    /// <summary>"The park", once one was shown, is that one, and no park is looked for.</summary>
    public static List<Spot> In(string folded, List<Spot> spots)
    {
        foreach (Match place in Place().Matches(folded))
        {
            spots.RemoveAll(s => s.Start < place.Index + place.Length && place.Index < s.End && s.Meanings.All(m => m is { Name: "seek", Value: "park" }));
            spots.Add(new Spot(place.Index, place.Length, [new Meaning(MeaningKind.Cue, "there", "")]));
        }

        // "Phone" by itself asks for the number, and not for who makes them.
        if (folded.Length <= LongestBare)
            spots = [.. spots.Select(s => s.Is(MeaningKind.Property) && s.Is(MeaningKind.Trade) ? s with { Meanings = [.. s.Meanings.Where(m => m.Kind != MeaningKind.Trade)] } : s)];
        return [.. spots.OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }

    /// <summary>Whether one park is spoken of, where several may have been shown.</summary>
    public static bool IsAtOne(string folded) => One().IsMatch(folded);

    [GeneratedRegex(@"[那这该](?:个|家|座)?(?:园区?|产业园)|它(?!们)|[那这]家(?!都)|^园区(?!都)|\b(?:the|that|this) park\b|\bits?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex One();

    // At the start of a clause, or after a word that points: otherwise parks are spoken of, or the name of one.
    [GeneratedRegex(@"(?<=^|[,，。;；、?？!！\s]|请问|想问|问下|问一下|问问|再|还有|另外)(?:那么?|这)?(?:园区|园里|园内|园子)(?!都|有?哪|排名|推荐|[招里内]?商)|(?:人家|它们?家?|他们家?|这个?|那个?|这家|那家|该|此|这座|那座)的?(?:园区|园里|园子|产业园)|\b(?:the|this|that|their) (?:same )?park\b(?! (?:for|with|that|which|where|in|near|who|making|is the|is for|to|of|closest|nearest)\b)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Place();
}
