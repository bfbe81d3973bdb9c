using System.Collections.Frozen;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <summary>
/// Names of places and of what a space has, typed by sound with the wrong characters: put right before anything is read, since
/// the wrong characters may mean something by themselves. Names of two characters sound like too much else, unless they are
/// measures and a number follows.
/// </summary>
internal sealed class Soundalikes
{
    private const int ShortestSpelled = 5, MostSpelled = 4;
    private const int Shortest = 3, Longest = 6, OfMeasure = 2;
    private const string Numerals = "\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341";
    private const string Goes = Numerals + "\u767e\u5343\u4e07\u5428\u7c73\u5e73\u5143\u5757\u65b9\u4ea9\u5206";
    private static readonly string[] Sources = ["vocabulary", "industry", "district", "park", "job", "resource", "policy"];
    private static readonly string[] Modes = ["not", "unneeded", "drop", "must", "replace", "follow", "add"];
    private readonly Meanings meanings;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySound;
    private readonly FrozenDictionary<string, string> byLetters;

    private Soundalikes(Snapshot snapshot)
    {
        meanings = Meanings.Of(snapshot);
        bySound = meanings.Names.Where(n => n.Length is >= Shortest and <= Longest || (n.Length == OfMeasure && meanings.IsMeasure(n))).GroupBy(n => WordRun.Key(Wording.Sounds(snapshot, n)))
            .Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        // As the word is read, and as its characters are read one by one: a crane is typed either way.
        byLetters = meanings.Names.Concat(Words()).Where(n => n.Length >= OfMeasure).SelectMany(n => new[] { Wording.Sounds(snapshot, n), n.SelectMany(c => Wording.Sounds(snapshot, c.ToString())) }.Select(s => (Letters: string.Concat(s), Name: n)))
            .GroupBy(n => n.Letters).ToFrozenDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
    }

    /// <summary>The text with such names that are typed in Latin letters, as they sound, put into characters.</summary>
    public string Written(string folded, Func<string, bool> isWord)
    {
        var words = WordRun.Of(folded);
        for (var i = words.Count - 1; i >= 0; i--)
            for (var count = Math.Min(MostSpelled, words.Count - i); count > 0; count--)
                if (Spelled(folded, words, i, count) is { } name && (count > 1 || !isWord(folded.Substring(words[i].Start, words[i].Length))))
                {
                    folded = string.Concat(folded.AsSpan(0, words[i].Start), name, folded.AsSpan(words[i + count - 1].Start + words[i + count - 1].Length));
                    words = WordRun.Of(folded);
                    break;
                }
        return folded;
    }

    private string? Spelled(string folded, List<Word> words, int first, int count)
    {
        var letters = "";
        for (var i = first; i < first + count; i++)
        {
            var typed = folded.AsSpan(words[i].Start, words[i].Length);
            if (words[i].Key == WordRun.Break || !char.IsAsciiLetter(typed[0]))
                return null;
            letters += typed.ToString();
        }

        return letters.Length >= ShortestSpelled && byLetters.TryGetValue(letters, out var name) ? name : null;
    }

    /// <summary>What says how a name is meant: who does not want a crane must not get one.</summary>
    private static IEnumerable<string> Words() => Modes.SelectMany(g => Cues.All.Group(g)[""]).Where(p => p.All(WordRun.IsHan));

    public static Soundalikes Of(Snapshot snapshot) => snapshot.Derive("assistant.soundalikes", Sources, default, () => new Soundalikes(snapshot));

    /// <summary>The text with such names put right; the same text where there are none.</summary>
    public string Mend(string folded, Snapshot snapshot)
    {
        if (folded.Count(WordRun.IsHan) < Shortest)
            return folded;
        var row = new WordRow([.. Wording.Sounds(snapshot, folded).Select((s, i) => new Word(s, i, 1))]);
        for (var start = 0; start + OfMeasure <= folded.Length; start++)
            for (var length = Math.Min(Longest, folded.Length - start); length >= OfMeasure; length--)
                if (Meant(folded, row, start, length) is { } meant)
                {
                    folded = string.Concat(folded.AsSpan(0, start), meant, folded.AsSpan(start + length));
                    break;
                }
        return folded;
    }

    private static bool NumberFollows(string folded, int at)
    {
        while (at < folded.Length && folded[at] == ' ')
            at++;
        return at < folded.Length && (char.IsAsciiDigit(folded[at]) || Numerals.Contains(folded[at], StringComparison.Ordinal));
    }

    private string? Meant(string folded, WordRow sounds, int start, int length)
    {
        if (length < Shortest && !NumberFollows(folded, start + length))
            return null;
        for (var i = start; i < start + length; i++)
            if (!WordRun.IsHan(folded[i]))
                return null;
        if (!bySound.TryGetValue(sounds.Key(start, length), out var meant))
            return null;
        // Two words that are right, and a joint between them: a dormitory and a canteen are no designer.
        if (start > 0 && start + length < folded.Length && meanings.IsPhrase(folded.AsSpan(start - 1, 2)) && meanings.IsPhrase(folded.AsSpan(start + length - 1, 2)))
            return null;
        // "A lab of class 10,000": the first character is the last of a word that stands before.
        if (start > 1 && meanings.IsPhrase(folded.AsSpan(start - 2, 3)))
            return null;
        var typed = folded.AsSpan(start, length);
        // "It is class 10,000" is not class 100,000.
        if (typed[0] == '是' && meant[0] == '十')
            return null;
        // "Power 2,500": the numeral belongs to what follows.
        if (Numerals.Contains(typed[^1], StringComparison.Ordinal) && start + length < folded.Length && Goes.Contains(folded[start + length], StringComparison.Ordinal))
            return null;
        // "Goes to" a town ends like "zone": a place that follows is the one that is meant.
        return typed.SequenceEqual(meant) || meanings.IsPhrase(typed) || (start + length + 2 <= folded.Length && meanings.IsPlace(folded.AsSpan(start + length, 2))) ? null : meant;
    }
}
