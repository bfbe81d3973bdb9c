namespace ParkBrand.Search.Analysis;

/// <summary>Light English stemming: plurals and the commonest endings, nothing that could join unlike words.</summary>
internal static class Stem
{
    /// <summary>Words in -ing that are things, not doings.</summary>
    private static readonly HashSet<string> Things = ["parking", "building", "housing", "bearing", "meeting", "coating", "opening", "setting", "casting", "landing", "evening", "morning"];

    /// <summary>No plurals: news are nothing new.</summary>
    private static readonly HashSet<string> Wholes = ["news", "series"];

    public static string Of(string word)
    {
        if (Wholes.Contains(word))
            return word;
        if (word.EndsWith("ings", StringComparison.Ordinal) && Things.Contains(word[..^1]))
            return word[..^1];
        if (Things.Contains(word))
            return word;
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
            return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4)
            return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal))
            return word[..^2];
        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
            word = word[..^1];
        if (word.Length > 6 && word.EndsWith("ing", StringComparison.Ordinal))
            return Undoubled(word[..^3]);
        return word.Length > 5 && word.EndsWith("ed", StringComparison.Ordinal) ? Undoubled(word[..^2]) : word;
    }

    private static string Undoubled(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
}
