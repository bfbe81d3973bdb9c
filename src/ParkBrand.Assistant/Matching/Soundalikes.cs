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

    private const string Asking = "\u548c\u53ca\u4e0e\u8981\u6709\u9700\u5e26\u7528\u914d\u80fd\u7684\u627e\u79df\u4e2a\u5757\u901a\u4f9b\u6392\u9000\u52a0\u8ddf\u5427\u5728\u53bb\u79bb\u5230\u9760\u8fd1\u7ea7", Going = "\u548c\u53ca\u4e0e\u7684\u90fd\u4e5f\u53ef\u80fd\u8981\u6709\u5417\u5462\u5427\u5728\u4e0d\u5fc5\u52a0\u8ddf\u533a\u9547\u7ad9";
    private const string Little = "\u4e0d\u6ca1\u672a\u6709\u8981";

    /// <summary>What people say that sounds like a name, or like one with its characters swapped, and is meant.</summary>
    private static readonly HashSet<string> AsTyped = [.. Cues.All.Group("as typed")["always"]], Beside = [.. Cues.All.Group("as typed")["beside"]];

    private readonly Meanings meanings;
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySound;
    private readonly FrozenDictionary<string, string> byLetters;

    /// <summary>As it sounds to those who keep few sounds apart; as it is typed with two characters swapped, or with one left out.</summary>
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> byLooseSound, bySlip;

    private Soundalikes(Snapshot snapshot)
    {
        meanings = Meanings.Of(snapshot);
        bySound = meanings.Names.Where(n => n.Length is >= Shortest and <= Longest || (n.Length == OfMeasure && meanings.IsMeasure(n))).GroupBy(n => WordRun.Key(Wording.Sounds(snapshot, n)))
            .Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        // As the word is read, and as its characters are read one by one: a crane is typed either way.
        byLetters = meanings.Names.Concat(Words()).Where(n => n.Length >= OfMeasure).SelectMany(n => new[] { Wording.Sounds(snapshot, n), n.SelectMany(c => Wording.Sounds(snapshot, c.ToString())) }.Select(s => (Letters: string.Concat(s), Name: n)))
            .GroupBy(n => n.Letters).ToFrozenDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        // A refusal turned round is none: "lease not".
        var names = meanings.Names.Where(n => n.Length is >= OfMeasure and <= Longest && !n.Any(c => Little.Contains(c, StringComparison.Ordinal))).ToList();
        byLooseSound = Keyed(names.Select(n => (Wording.SoundOf(snapshot, n), n)));
        bySlip = Keyed(names.SelectMany(n => Slipped(n).Where(s => !meanings.IsPhrase(s)).Select(s => (s, n))));
    }

    /// <summary>What all of some names mean, as the first of them; null where they do not mean the same.</summary>
    private string? Same(IEnumerable<string> names)
    {
        var all = names.Distinct().ToList();
        var common = all.Select(n => meanings.Find(WordRun.KeyOf(n)).AsEnumerable()).Aggregate((a, b) => a.Intersect(b));
        return all.Count == 1 || common.Any() ? all[0] : null;
    }

    private FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Keyed(IEnumerable<(string Key, string Name)> slips) =>
        slips.GroupBy(s => s.Key).Select(g => (g.Key, Name: Same(g.Select(s => s.Name)))).Where(s => s.Name is not null).ToFrozenDictionary(s => s.Key, s => s.Name!, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private IEnumerable<string> Slipped(string name)
    {
        for (var i = 0; i + 1 < name.Length; i++)
            if (name[i] != name[i + 1])
                yield return name[..i] + name[i + 1] + name[i] + name[(i + 2)..];
        // Without its last character a name is a shorter name, which may mean another thing; so it is where a whole phrase is left.
        for (var i = 0; i + 1 < name.Length && name.Length >= Shortest; i++)
            if (name.Remove(i, 1) is var left && !Enumerable.Range(0, left.Length - 1).Any(at => Phrase(left, at) > 0))
                yield return left;
    }

    /// <summary>
    /// The text with names put right that are typed by a looser sound, with two characters swapped, or with one left out: only what is no
    /// word of the language and stands nowhere in the city, and not across two words that are right.
    /// </summary>
    public string Loosely(string folded, Snapshot snapshot, Func<string, bool> says)
    {
        var sounds = Wording.SoundOf(snapshot, folded);
        for (var start = 0; start + OfMeasure <= folded.Length;)
        {
            var taken = Phrase(folded, start);
            for (var length = taken > 0 ? 0 : Math.Min(Longest, folded.Length - start); length >= OfMeasure; length--)
                if ((bySlip.TryGetValue(folded.AsSpan(start, length), out var meant) || byLooseSound.TryGetValue(sounds.AsSpan(start, length), out meant)) && IsWrong(snapshot, folded, start, length, meant, says))
                {
                    folded = string.Concat(folded.AsSpan(0, start), meant, folded.AsSpan(start + length));
                    sounds = Wording.SoundOf(snapshot, folded);
                    taken = meant.Length;
                    break;
                }

            start += Math.Max(1, taken);
        }

        return folded;
    }

    /// <summary>Whether a word of the language that sounds like a name stands in a stretch and is not asked for.</summary>
    public static bool Says(string folded, int start, int length) =>
        Beside.Any(w => folded.IndexOf(w, start, length, StringComparison.Ordinal) is >= 0 and var at && !IsCalledFor(folded, at, w.Length));

    /// <summary>Whether a stretch stands by itself, in a list, or behind a word that asks for something.</summary>
    public static bool IsCalledFor(string folded, int start, int length) =>
        (start == 0 || !WordRun.IsHan(folded[start - 1]) || Asking.Contains(folded[start - 1], StringComparison.Ordinal)) && (start + length == folded.Length || !WordRun.IsHan(folded[start + length]) || Going.Contains(folded[start + length], StringComparison.Ordinal));

    /// <summary>How long a phrase is that begins at a place; 0 where none does.</summary>
    private int Phrase(string folded, int start)
    {
        for (var length = WordRun.IsHan(folded[start]) ? Math.Min(Longest, folded.Length - start) : 0; length >= OfMeasure; length--)
            if (meanings.IsPhrase(folded.AsSpan(start, length)))
                return length;
        return 0;
    }

    private bool IsWrong(Snapshot snapshot, string folded, int start, int length, string meant, Func<string, bool> says)
    {
        var typed = folded.Substring(start, length);
        if (typed == meant || typed[0] == '\u662f' || !typed.All(WordRun.IsHan) || (typed.Any(c => Numerals.Contains(c, StringComparison.Ordinal)) && !meant.EndsWith('\u7ea7')) || AsTyped.Contains(typed) || (Beside.Contains(typed) && !NumberFollows(folded, start + length) && !IsCalledFor(folded, start, length)))
            return false;
        // Of two characters one has to be right, unless they sound just so.
        if (length == OfMeasure && typed[0] != meant[0] && typed[1] != meant[1] && typed[0] != meant[1] && !(Wording.Sounds(snapshot, typed).SequenceEqual(Wording.Sounds(snapshot, meant)) && IsCalledFor(folded, start, length)))
            return false;
        bool Pairs(int at, bool asks) => at >= 0 && at + 2 <= folded.Length && folded.Substring(at, 2) is var pair && pair.All(WordRun.IsHan) && (meanings.IsPhrase(pair) || (!asks && Wording.IsWord(pair)));
        var (end, known) = (start + length, says(typed));
        var parts = start > 1 && (Asking.Contains(folded[start - 1], StringComparison.Ordinal) || ("\u5e73\u7c73\u5428\u5143\u5757\u4ea9".Contains(folded[start - 1], StringComparison.Ordinal) && (char.IsAsciiDigit(folded[start - 2]) || Goes.Contains(folded[start - 2], StringComparison.Ordinal))));
        return !Pairs(start - 1, parts || (start == 1 && Asking.Contains(folded[0], StringComparison.Ordinal))) && ((meant[^1] is '\u623f' or '\u5e93' or '\u697c' && end < folded.Length && Phrase(folded, end) > 0) || !Pairs(end - 1, asks: false))
            && (NumberFollows(folded, end) ? !(known && Wording.IsWord(typed)) : !known && !Wording.IsWord(typed));
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
