using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>Reads a stretch of Chinese: cuts it into words, adds what else they are called, and mends slips.</summary>
internal sealed class HanReader(Searchable city)
{
    /// <summary>Looking through the lexicon takes a while; nobody makes so many slips at once.</summary>
    private const int MostLooks = 16;

    private const int LongestSlip = 10;
    private int looks;
    private const float Part = 0.5f;

    public IEnumerable<Concept> Read(string run)
    {
        if (Whole(run) is { } whole)
            return [whole];
        var cuts = city.Index.Tokenizer.Words(run).ToList();
        var units = new List<(int Start, int Length, string? Meant)>();
        for (var i = 0; i < cuts.Count;)
            if (Mend(run, cuts, i) is var (count, meant) && count > 0)
            {
                units.Add((cuts[i].Start, cuts[i + count - 1].Start + cuts[i + count - 1].Length - cuts[i].Start, meant));
                i += count;
            }
            else
            {
                units.Add((cuts[i].Start, cuts[i].Length, null));
                i++;
            }

        return Join(run, units).Select(u => Make(run.Substring(u.Start, u.Length), u.Meant)).SelectMany(Bare).ToList();
    }

    /// <summary>Words that stuck together and that no document says so are asked for one by one; a single verb among them is left out.</summary>
    private IEnumerable<Concept> Bare(Concept concept) => concept.Alternatives is [_, { Weight: Part }, ..] && !Stands(concept.Alternatives[0].Needle)
        ? concept.Alternatives.Skip(1).Where(p => !city.Vocabulary.StopWords.Contains(p.Needle)).Select((p, i) => Make(p.Needle, null) with { Typed = i == 0 ? concept.Typed : p.Needle })
        : [concept];

    private bool Stands(string word) => city.Phrases.Expression(word, sure: true) is { } phrase && city.Index.File.Any(phrase);

    private Concept? Whole(string run) => run.Length > 1 && (city.Lexicon.Known.ContainsKey(run) || city.Vocabulary.Synonyms.ContainsKey(run)) ? Make(run, null) : null;

    /// <summary>What a word is called otherwise; long words bring their parts along, which a document may say apart.</summary>
    public Concept Make(string typed, string? meant)
    {
        var word = meant ?? typed;
        var alternatives = city.Vocabulary.Alternatives(word);
        var parts = PartsOf(word);
        if (alternatives.Count == 1 && word.Length > 2)
            alternatives.AddRange(parts.Select(p => new Alternative(p, Part)));
        return new Concept(typed, alternatives, meant) { Parts = parts };
    }

    private List<string> PartsOf(string word) =>
        word.Length < 3 ? [] : [.. city.Index.Tokenizer.Words(word, word.Length - 1).Where(w => w.Length > 1 && w.Length < word.Length).Select(w => word.Substring(w.Start, w.Length))];

    /// <summary>Single characters go with their neighbour: alone they are found everywhere.</summary>
    private List<(int Start, int Length, string? Meant)> Join(string run, List<(int Start, int Length, string? Meant)> units)
    {
        var joined = new List<(int Start, int Length, string? Meant)>();
        foreach (var unit in units)
        {
            if (city.Vocabulary.StopWords.Contains(run.Substring(unit.Start, unit.Length)))
                continue;
            if (joined.Count > 0 && joined[^1] is var last && last.Meant is null && unit.Meant is null && last.Start + last.Length == unit.Start && (unit.Length == 1 || last.Length == 1))
                joined[^1] = (last.Start, last.Length + unit.Length, null);
            else
                joined.Add(unit);
        }

        return joined;
    }

    /// <summary>
    /// Whether a slip begins at a word: the longest stretch that stands nowhere in the city but sounds or looks like
    /// something that does.
    /// </summary>
    /// <returns>How many words it takes, 0 when there is none.</returns>
    private (int Count, string? Meant) Mend(string run, List<(int Start, int Length)> cuts, int first)
    {
        for (var last = cuts.Count - 1; last >= first; last--)
        {
            var start = cuts[first].Start;
            var length = cuts[last].Start + cuts[last].Length - start;
            if (length is < 2 or > LongestSlip || (last == first && city.Lexicon.Known.ContainsKey(run.Substring(start, length))))
                continue;
            var window = run.Substring(start, length);
            if (Says(run, cuts[first]) || Says(run, cuts[last]))
                continue;
            // Two sound words side by side are no slip, whatever they resemble together.
            if (!cuts.Skip(first).Take(last - first + 1).Any(c => c.Length == 1 || !city.Lexicon.Known.ContainsKey(run.Substring(c.Start, c.Length))))
                continue;
            if (city.Lexicon.Known.ContainsKey(window))
                return (last - first + 1, null);
            if (++looks > MostLooks)
                return (0, null);
            if (Candidate(window) is { } meant && !Stands(window))
                return (last - first + 1, meant);
        }

        return (0, null);
    }

    private bool Says(string run, (int Start, int Length) cut) => city.Vocabulary.StopWords.Contains(run.Substring(cut.Start, cut.Length));

    private string? Candidate(string window)
    {
        var slip = new Resemblance(window, city.Vocabulary);
        return (city.Lexicon.Resembling(slip, window.Length) ?? (window.Length > 3 ? city.Lexicon.SpelledNear(window).FirstOrDefault() : window.Length == 3 ? city.Lexicon.SpelledNear(window).FirstOrDefault(e => e.Text.Length == 4) : null))?.Text;
    }
}
