using Icu;

namespace ParkBrand.Search.Analysis;

/// <summary>Traditional to simplified characters, by ICU's table. One to one over U+3400–9FFF, so that offsets survive.</summary>
internal static class Simplified
{
    private const char First = '\u3400', Last = '\u9FFF';
    private static readonly char[] Table = Build();

    public static char Of(char c) => Table[c - First];

    private static char[] Build()
    {
        var all = string.Create(Last - First + 1, 0, (span, _) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = (char)(First + i);
        });
        using var toSimplified = Transliterator.CreateInstance("Hant-Hans");
        // In pieces of one character: ICU would otherwise use context, and the table must not depend on it.
        var table = new char[all.Length];
        for (var i = 0; i < all.Length; i++)
            table[i] = toSimplified.Transliterate(all[i].ToString()) is [var single] ? single : all[i];
        return table;
    }
}
