using ParkBrand.Search.Analysis;

namespace ParkBrand.Search.Querying;

/// <summary>Finds what was asked for in a text as it is shown, and the passage that shows most of it.</summary>
internal sealed class Marker(ParsedQuery query)
{
    private const int Length = 120, MostTexts = 12;
    private static readonly char[] Stops = ['\u3002', '\uff1b', '\n', '\uff01', '\uff1f', '.', ';', '!', '?'];

    // The full words first: inside them, parts need no marks of their own.
    private readonly List<string> needles = [.. query.Concepts.SelectMany(c => c.Alternatives.Where(a => a.Weight > 0.4)).Select(a => a.Needle).Distinct().OrderByDescending(n => n.Length)];

    public MarkedText Mark(string text) => new(text, Marks(text));

    /// <summary>The passage with the most different words that were asked for; the beginning of the first text when there is none.</summary>
    public MarkedText? Passage(IEnumerable<string> texts)
    {
        MarkedText? best = null;
        var most = -1;
        foreach (var text in texts.Where(t => t.Length > 0).Take(MostTexts))
        {
            if (most >= query.Concepts.Count)
                break;
            var marks = Marks(text);
            if (marks.Count == 0 && best is not null)
                continue;
            var (passage, count) = Around(text, marks);
            if (count > most)
                (best, most) = (passage, count);
        }

        return best;
    }

    private static (MarkedText, int) Around(string text, List<(int Start, int Length)> marks)
    {
        var (from, count) = (0, 0);
        foreach (var mark in marks)
        {
            var start = Math.Max(0, mark.Start - (Length / 3));
            var inside = marks.Where(m => m.Start >= start && m.Start + m.Length <= start + Length).Select(m => text.Substring(m.Start, m.Length)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            if (inside > count)
                (from, count) = (start, inside);
        }

        // Begin where a sentence does, when one begins near.
        if (from > 0 && text.LastIndexOfAny(Stops, from) is var stop && stop >= 0 && from - stop < Length / 3)
            from = stop + 1;
        else if (from > 0 && text.IndexOf(' ', from) is var space && space >= 0 && space - from < 15 && char.IsAsciiLetter(text[Math.Max(0, from - 1)]))
            from = space + 1;
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        if (from > 0 && from < text.Length && char.IsLowSurrogate(text[from]))
            from--;
        var end = Math.Min(text.Length, from + Length);
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end--;
        var (head, tail) = (from > 0 ? "…" : "", end < text.Length ? "…" : "");
        var shown = marks.Where(m => m.Start >= from && m.Start + m.Length <= end).Select(m => (m.Start - from + head.Length, m.Length)).ToList();
        return (new MarkedText(head + text[from..end].Replace('\n', ' ') + tail, shown), count);
    }

    private List<(int Start, int Length)> Marks(string text)
    {
        if (needles.Count == 0)
            return [];
        var folded = FoldedText.Of(text);
        var taken = new bool[folded.Text.Length];
        foreach (var needle in needles.Where(n => n.All(Tokenizer.IsHan)))
            for (var at = folded.Text.IndexOf(needle, StringComparison.Ordinal); at >= 0; at = folded.Text.IndexOf(needle, at + needle.Length, StringComparison.Ordinal))
                Array.Fill(taken, true, at, needle.Length);
        var latin = needles.Where(n => !n.All(Tokenizer.IsHan)).Select(n => n.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(n => n.Length > 0).ToList();
        if (latin.Count > 0)
            Latin(folded.Text, latin, taken);
        return Stretches(folded, taken);
    }

    private static void Latin(string text, List<string[]> needles, bool[] taken)
    {
        var words = new List<(string Stem, int Start, int End)>();
        for (var i = 0; i < text.Length;)
        {
            var end = Tokenizer.RunEnd(text, i);
            if (Tokenizer.IsLatin(text[i]))
                words.Add((Stem.Of(text[i..end].Replace(",", "", StringComparison.Ordinal)), i, end));
            i = end;
        }

        foreach (var needle in needles)
            for (var w = 0; w + needle.Length <= words.Count; w++)
                if (needle.Select((part, i) => words[w + i].Stem == part).All(same => same))
                    Array.Fill(taken, true, words[w].Start, words[w + needle.Length - 1].End - words[w].Start);
    }

    private static List<(int Start, int Length)> Stretches(FoldedText folded, bool[] taken)
    {
        var marks = new List<(int, int)>();
        for (var i = 0; i < taken.Length; i++)
            if (taken[i])
            {
                var end = i;
                while (end < taken.Length && taken[end])
                    end++;
                marks.Add(folded.Origin(i, end - i));
                i = end;
            }

        return marks;
    }
}
