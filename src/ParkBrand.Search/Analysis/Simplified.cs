using Icu;

namespace ParkBrand.Search.Analysis;

/// <summary>Traditional to simplified characters, by ICU's table. One to one over U+3400–9FFF, so that offsets survive.</summary>
internal static class Simplified
{
    private const char First = '\u3400', Last = '\u9FFF';

    // Filled as characters are met: all at once would cost a second at every start, and a city uses some three thousand.
    private static readonly char[] Table = new char[Last - First + 1];
    private static readonly Lock Asking = new();
    private static Transliterator? toSimplified;

    public static char Of(char c) => Table[c - First] is var known and not '\0' ? known : Ask(c);

    private const int LongestChain = 4;

    // One character at a time: ICU would otherwise use context, and the table must not depend on it.
    private static char Once(char c) => toSimplified!.Transliterate(c.ToString()) is [var single] && single is >= First and <= Last ? single : c;

    private static char Ask(char c)
    {
        lock (Asking)
        {
            toSimplified ??= Transliterator.CreateInstance("Hant-Hans");
            var simple = c;
            // A few characters lead to one that itself has a simpler form; followed to the end, folding twice changes nothing.
            for (var i = 0; i < LongestChain && Once(simple) is var next && next != simple; i++)
                simple = next;
            return Table[c - First] = simple;
        }
    }
}
