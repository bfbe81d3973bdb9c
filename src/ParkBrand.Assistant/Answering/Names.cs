namespace ParkBrand.Assistant.Answering;

/// <summary>Takes names out of a text, also where only a part of a name is said.</summary>
internal static class Names
{
    private const int ShortestHan = 2, ShortestLatin = 4, MostParts = 3;

    /// <param name="folded">As are the names. Where a name stood, a break stands.</param>
    public static string Without(string folded, IEnumerable<string> names)
    {
        foreach (var name in names)
            for (var (i, left) = (0, name.Length); i < MostParts && left >= ShortestHan && Common(folded, name) is var (at, length) && length > 0; i++)
            {
                folded = string.Concat(folded.AsSpan(0, at), "\n", folded.AsSpan(at + length));
                left -= length;
            }

        return folded;
    }

    /// <summary>The longest stretch of a text that is a stretch of a name too.</summary>
    private static (int At, int Length) Common(string text, string name)
    {
        var (before, best) = (new int[name.Length + 1], (At: 0, Length: 0));
        for (var i = 0; i < text.Length; i++)
        {
            var now = new int[name.Length + 1];
            for (var j = 0; j < name.Length; j++)
                if (text[i] == name[j] && (now[j + 1] = before[j] + 1) > best.Length)
                    best = (i - now[j + 1] + 1, now[j + 1]);
            before = now;
        }

        var least = text.AsSpan(best.At, best.Length).ContainsAnyInRange('\u3400', '\u9fff') ? ShortestHan : ShortestLatin;
        return best.Length >= least ? best : (0, 0);
    }
}
