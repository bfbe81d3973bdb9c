using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Icu;

namespace ParkBrand.Search.Analysis;

/// <summary>
/// How Chinese words are read: ICU's reading of each character, corrected by a list of words where a character is read
/// otherwise. Without tones, in lower case ASCII.
/// </summary>
/// <param name="words">Word → its syllables separated by spaces.</param>
internal sealed class Pinyin(IReadOnlyDictionary<string, string> words)
{
    private const char First = '\u3400', Last = '\u9FFF';
    private const int LongestWord = 6;
    private static readonly string?[] Table = new string?[Last - First + 1];
    private static readonly Lock Asking = new();
    private static Transliterator? toLatin;

    private readonly FrozenDictionary<string, string[]> overrides = words
        .Select(w => (Word: FoldedText.Of(w.Key).Text, Syllables: w.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(w => w.Word.Length == w.Syllables.Length).DistinctBy(w => w.Word).ToFrozenDictionary(w => w.Word, w => w.Syllables);

    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly int[] sounds = new int[Last - First + 1];
    private int last;

    /// <summary>A number for how a folded character sounds by itself: the same for all that many speakers do not keep apart.</summary>
    public int Sound(char c) => c is < First or > Last ? -c
        // Written twice by two threads it is the same number.
        : sounds[c - First] is var known and not 0 ? known : sounds[c - First] = numbers.GetOrAdd(Fuzzy(Syllables(c.ToString())[0]), _ => Interlocked.Increment(ref last));

    /// <summary>The syllable of each character of a folded text; characters that are not Chinese stand for themselves.</summary>
    public string[] Syllables(string folded)
    {
        var syllables = new string[folded.Length];
        for (var i = 0; i < folded.Length;)
        {
            var taken = 0;
            for (var length = Math.Min(LongestWord, folded.Length - i); length > 0 && taken == 0; length--)
                if (overrides.TryGetValue(folded.Substring(i, length), out var known))
                {
                    known.CopyTo(syllables, i);
                    taken = length;
                }

            if (taken == 0)
            {
                syllables[i] = Of(folded[i]);
                taken = 1;
            }

            i += taken;
        }

        return syllables;
    }

    public static string Joined(string[] syllables) => string.Concat(syllables);

    public static string Initials(string[] syllables) => string.Concat(syllables.Where(s => s.Length > 0).Select(s => s[0]));

    /// <summary>
    /// One form for the syllables that many speakers do not keep apart: z/zh, c/ch, s/sh, n/ng, l/n. Made of the letters
    /// alone, so that it is the same for a word and for whatever was typed for it.
    /// </summary>
    public static string Fuzzy(string letters) => new StringBuilder(letters)
        .Replace("zh", "z").Replace("ch", "c").Replace("sh", "s").Replace("ng", "n").Replace('l', 'n').Replace('v', 'u').ToString();

    private static string Of(char c) => c is < First or > Last ? c.ToString() : Table[c - First] ?? Ask(c);

    private static string Ask(char c)
    {
        lock (Asking)
        {
            toLatin ??= Transliterator.CreateInstance("Han-Latin; Latin-ASCII; Lower");
            return Table[c - First] = toLatin.Transliterate(c.ToString()).Trim();
        }
    }
}
