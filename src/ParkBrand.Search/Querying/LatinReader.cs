using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>Reads Latin letters: English words, Chinese typed by sound or by initials, and slips in either.</summary>
internal sealed class LatinReader(Searchable city)
{
    private const int MostWords = 16, LongestName = 5;
    private const float Guess = 0.6f;
    private readonly HanReader han = new(city);

    public IEnumerable<Concept> Read(string text)
    {
        var words = Split(text).Take(MostWords).ToList();
        var spelled = words.ConvertAll(w => (w.All(char.IsAsciiLetterLower), IsKnown(w)));
        for (var i = 0; i < words.Count;)
        {
            var (count, concepts) = Name(words, i) ?? BySound(words, spelled, i) ?? (1, [Single(words[i])]);
            foreach (var concept in concepts)
                yield return concept;
            i += count;
        }
    }

    /// <summary>Several words that are one name: the longest that has synonyms wins.</summary>
    private (int, IEnumerable<Concept>)? Name(List<string> words, int first)
    {
        for (var count = Math.Min(LongestName, words.Count - first); count > 0; count--)
        {
            var typed = string.Join(' ', words.Skip(first).Take(count));
            var needle = NormalText.Needle(typed);
            if (city.Vocabulary.Synonyms.ContainsKey(needle) || city.Vocabulary.Related.ContainsKey(needle))
                return (count, [new Concept(typed, city.Vocabulary.Alternatives(needle))]);
            if (count > 1 && needle.Length > 8 && city.Phrases.Expression(needle, sure: true) is { } phrase && NameNear(needle) is { } near && !city.Index.File.Any(phrase))
                return (count, [new Concept(typed, city.Vocabulary.Alternatives(near), near.Trim())]);
        }

        return null;
    }

    private string? NameNear(string needle)
    {
        var near = (Place: int.MaxValue, Name: (string?)null);
        for (var length = needle.Length - 1; length <= needle.Length + 1; length++)
            foreach (var name in city.Vocabulary.LatinNames[length])
                if (name.Place < near.Place && Distance.Between(name.Name, needle, 1) == 1)
                    near = name;
        return near.Name;
    }

    /// <summary>Words that are one Chinese word typed with spaces, or one stretch of several.</summary>
    private (int, IEnumerable<Concept>)? BySound(List<string> words, List<(bool Letters, bool Known)> spelled, int first)
    {
        for (var count = Math.Min(8, words.Count - first); count > 0; count--)
            if (IsPinyin(words, spelled.GetRange(first, count), first) && string.Concat(words.Skip(first).Take(count)) is { Length: > 1 and <= 60 } letters)
            {
                var typed = string.Join(' ', words.Skip(first).Take(count));
                if (Spelled(letters, typed) is { } concepts)
                    return (count, concepts);
            }

        return null;
    }

    /// <summary>Whether words can be sounds: not where all are English, or hardly any letter stands beside another.</summary>
    private static bool IsPinyin(List<string> words, List<(bool Letters, bool Known)> spelled, int first) =>
        spelled.TrueForAll(s => s.Letters) && spelled.Exists(s => !s.Known) && (spelled.Count == 1 || words.FindIndex(first, spelled.Count, w => w.Length > 1) >= 0);

    private bool IsKnown(string word) => city.Lexicon.Latin.ContainsKey(Stem.Of(word));

    /// <summary>
    /// Whichever reading asks for the least: few words, all of them typed to the end, syllables kept apart, no slip. A single
    /// word with one slip is likelier than two words of which one is not finished.
    /// </summary>
    private List<Concept>? Spelled(string letters, string typed)
    {
        var readings = new List<(List<Concept>? Concepts, double Cost)>
        {
            (Covered(letters, city.Lexicon.Sounding, typed), 0), (Covered(Pinyin.Fuzzy(letters), city.Lexicon.SoundingAlike, typed), 0.2), (Unfinished(letters, typed), 0.4),
        };
        if (letters.Length > 5 && readings.TrueForAll(r => r.Concepts is null or { Count: > 1 }) && city.Lexicon.SoundingNear(letters).Take(4).ToList() is { Count: > 0 } near)
            readings.Add(([Meaning(letters, near) with { Typed = typed }], 0.6));
        return readings.Where(r => r.Concepts is not null).OrderBy(r => r.Concepts!.Count + r.Cost).FirstOrDefault().Concepts;
    }

    private delegate IReadOnlyList<LexiconEntry> Sounding(ReadOnlySpan<char> letters);

    /// <summary>The letters as a row of words, as few as possible and then as common as possible.</summary>
    private List<Concept>? Covered(string letters, Sounding sounding, string typed)
    {
        var cuts = Cuts(letters, sounding);
        return cuts[letters.Length] is null ? null : Concepts(letters, cuts, letters.Length, sounding, typed);
    }

    private (int From, int Pieces, long Weight)?[] Cuts(string letters, Sounding sounding)
    {
        var best = new (int From, int Pieces, long Weight)?[letters.Length + 1];
        best[0] = (0, 0, 0);
        for (var i = 0; i < letters.Length; i++)
            if (best[i] is { } here)
                for (var length = 2; length <= Math.Min(city.Lexicon.LongestPinyin, letters.Length - i); length++)
                    if (sounding(letters.AsSpan(i, length)) is [var entry, ..])
                    {
                        var next = (From: i, Pieces: here.Pieces + 1, Weight: here.Weight + Math.Min(entry.Weight, 1000));
                        if (best[i + length] is not { } known || next.Pieces < known.Pieces || (next.Pieces == known.Pieces && next.Weight > known.Weight))
                            best[i + length] = next;
                    }

        return best;
    }

    private List<Concept> Concepts(string letters, (int From, int Pieces, long Weight)?[] cuts, int end, Sounding sounding, string typed)
    {
        var concepts = new List<Concept>();
        for (var at = end; at > 0; at = cuts[at]!.Value.From)
            concepts.Insert(0, Meaning(letters[cuts[at]!.Value.From..at], sounding(letters.AsSpan()[cuts[at]!.Value.From..at])));
        // One piece is the whole of what was typed; of several, the first carries it so that the query can be shown mended.
        var meant = string.Concat(concepts.Select(c => c.Meant));
        return [.. concepts.Select((c, i) => i == 0 ? c with { Typed = typed, Meant = meant } : c with { Typed = c.Typed + "\u0001", Meant = "" })];
    }

    /// <summary>The last word is not typed to its end.</summary>
    private List<Concept>? Unfinished(string letters, string typed)
    {
        var cuts = Cuts(letters, city.Lexicon.Sounding);
        for (var at = 0; at < letters.Length; at++)
            if (cuts[at] is not null && letters.Length - at >= (at == 0 ? 3 : 1) && city.Lexicon.SoundingFrom(letters[at..], 6).ToList() is { Count: > 0 } entries)
            {
                var before = at == 0 ? [] : Concepts(letters, cuts, at, city.Lexicon.Sounding, typed);
                var last = Meaning(letters[at..], entries);
                if (before.Count == 0)
                    return [last with { Typed = typed }];
                before[0] = before[0] with { Meant = before[0].Meant + last.Meant };
                return [.. before, last with { Typed = last.Typed + "\u0001", Meant = "" }];
            }

        return null;
    }

    private Concept Meaning(string letters, IReadOnlyList<LexiconEntry> entries)
    {
        var first = han.Make(entries[0].Text, null);
        var others = entries.Skip(1).Where(e => e.Weight * 20 >= entries[0].Weight).Select(e => new Alternative(e.Text, Guess));
        return new Concept(letters, [.. first.Alternatives, .. others], entries[0].Text) { Parts = first.Parts };
    }

    private Concept Single(string word)
    {
        var stem = Stem.Of(word);
        var plain = new Concept(word, [new(NormalText.Needle(word), 1)]);
        if (word.Any(char.IsDigit) || !word.All(char.IsAsciiLetter))
            return plain;
        if (city.Lexicon.Latin.ContainsKey(stem))
            return plain;
        if (word.Length is >= 2 and <= 8 && Initials(word) is { } initials)
            return initials;
        if (word.Length > 2 && city.Lexicon.LatinFrom(word, 6).ToList() is { Count: > 0 } longer)
            return new Concept(word, [.. longer.Select((t, i) => new Alternative($" {t} ", i == 0 ? 1 : Guess))]);
        if (word.Length > 3 && city.Lexicon.LatinNear(stem, word.Length > 7 ? 2 : 1).Take(3).ToList() is { Count: > 0 } near)
            return Mended(word, near);
        return word.Length > 4 && city.Lexicon.SoundingNear(word).Take(4).ToList() is { Count: > 0 } sounds ? Meaning(word, sounds) : plain;
    }

    private Concept Mended(string word, List<string> near) =>
        new(word, [.. city.Vocabulary.Alternatives($" {near[0]} "), .. near.Skip(1).Select(t => new Alternative($" {t} ", Guess))], near[0]);

    /// <summary>Initials of one entry, or of the beginning of one, or of two in a row.</summary>
    private Concept? Initials(string word)
    {
        if (city.Lexicon.Beginning(word) is { Count: > 0 } whole)
            return Meaning(word, whole);
        for (var cut = word.Length - 2; cut >= 2; cut--)
            if (city.Lexicon.Beginning(word[..cut]) is [var first, ..] && city.Lexicon.Beginning(word[cut..]) is [var second, ..])
                return new Concept(word, [new(first.Text + second.Text, 1), new(first.Text, Guess), new(second.Text, Guess)], first.Text + second.Text);
        return null;
    }

    /// <summary>Words and numbers; letters and digits that stand together stay together.</summary>
    private static IEnumerable<string> Split(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!Tokenizer.IsLatin(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && Tokenizer.IsLatin(text[end]))
                end = Tokenizer.RunEnd(text, end);
            yield return text[i..end];
            i = end;
        }
    }
}
