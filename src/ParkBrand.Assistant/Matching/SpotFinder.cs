using System.Text.RegularExpressions;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Analysis;

namespace ParkBrand.Assistant.Matching;

/// <summary>Finds the stretches of a text that mean something: numbers, phrases that the city knows, parks by parts of their names.</summary>
internal sealed partial class SpotFinder(Snapshot snapshot)
{
    private static readonly HashSet<string> AnyPark = ["industrial", "industry", "technology", "science", "business", "innovation", "digital", "smart"];

    private readonly Meanings meanings = Meanings.Of(snapshot);

    /// <summary>In the order of the text.</summary>
    public List<Spot> Find(string folded)
    {
        var quantities = Wording.Quantities(folded);
        var spots = quantities.Where(q => q.Measure is not null).Select(q => new Spot(q.Start, q.Length, [], q)).ToList();
        foreach (var quantity in spots.ToList())
            spots.AddRange(Phrases([.. WordRun.Of(folded.Substring(quantity.Start, quantity.Length)).Select(w => w with { Start = w.Start + quantity.Start })], meanings.Find)
                .Where(s => s.IsCue("wish") || s.IsCue("on top")).Select(s => new Spot(quantity.Start, 0, [.. s.Meanings.Where(m => m.Name is "wish" or "on top")])));
        var measured = spots.Where(s => s.Quantity is not null).ToList();
        List<Word> words = [.. WordRun.Of(folded).Where(w => !measured.Exists(q => w.Start < q.End && q.Start < w.Start + w.Length))];
        spots.AddRange(Phrases(words, meanings.Find));
        spots.AddRange(Phrases(words, meanings.Alias).Where(a => !spots.Exists(s => s.IsContent && s.Start < a.End && a.Start < s.End)).ToList());
        // "50 tops" ranks nothing.
        foreach (var bound in quantities.Where(q => q.Measure is null))
            spots = Without(spots, bound.Start, bound.Start + bound.Length, m => m is { Kind: MeaningKind.Cue, Name: "top" or "bottom" or "not" });
        // A bare "one" is hardly ever a number: "altogether" begins with it.
        foreach (var loose in quantities.Where(q => q.Measure is null && (q.Value >= 10 || q.Unit != UnitKind.None) && !spots.Exists(s => s.Start < q.Start + q.Length && q.Start + q.Length <= s.End)))
            spots.Add(new Spot(loose.Start, loose.Length, [], loose));
        var uses = Uses.In(folded).ToList();
        // A trial workshop is no workshop, and waste water that the park treats need not be drained.
        foreach (var use in uses.Where(u => u.IsContent))
            spots.RemoveAll(s => use.Start <= s.Start && s.End <= use.End && (s.IsFlag || s.IsOfKind || s.IsCue("not")) && !s.Meanings.Any(m => m.Value == use.Meanings[0].Value));
        // A call centre asks for no telephone, goods in transit are no money.
        foreach (var use in uses)
            spots = Without(spots, use.Start, use.End, m => m is { Name: "seek", Value: "finance" or "contact" or "job" } or { Kind: MeaningKind.Property, Value: "contactPhone" });
        spots.AddRange(uses);
        foreach (var (start, end) in Uses.Products(folded))
            spots = Without(spots, start, end, m => Spot.Flags(m) || m.Kind == MeaningKind.Property);
        return [.. Called(folded, spots).OrderBy(s => s.Start).ThenBy(s => s.Length)];
    }

    private static List<Spot> Without(List<Spot> spots, int start, int end, Predicate<Meaning> meant) =>
        [.. spots.Select(s => start <= s.Start && s.End <= end && s.Meanings.Any(m => meant(m)) ? s with { Meanings = [.. s.Meanings.Where(m => !meant(m))] } : s).Where(s => s.Quantity is not null || s.Meanings.Count > 0)];

    private IEnumerable<Spot> Phrases(List<Word> words, Meaning.Lookup meaning)
    {
        var row = new WordRow(words);
        for (var i = 0; i < words.Count;)
        {
            var taken = 1;
            for (var count = Math.Min(meanings.Longest, words.Count - i); count > 0; count--)
            {
                // No phrase goes across a break, whose key is none of a phrase's.
                if (meaning(row.Key(i, count)) is not { Length: > 0 } found)
                    continue;
                yield return new Spot(words[i].Start, words[i + count - 1].Start + words[i + count - 1].Length - words[i].Start, found);
                taken = count;
                break;
            }

            i += taken;
        }
    }

    /// <summary>"The X park", by a part of its name: stands for whatever its words would mean by themselves.</summary>
    private List<Spot> Called(string folded, List<Spot> spots)
    {
        foreach (Match call in Call().Matches(folded))
        {
            var (words, at) = (call.Groups["name"].Value, call.Groups["name"].Index);
            // The longest ending that is a part of one park's name only.
            while (words.Length > 1 && ParkOf(words.Trim()) is null)
            {
                var cut = WordRun.IsHan(words[0]) ? 1 : words.IndexOf(' ') is >= 0 and var space ? space + 1 : words.Length;
                (words, at) = (words[cut..], at + cut);
            }

            if (words.Trim().Length <= 1 || AnyPark.Contains(words.Trim()) || ParkOf(words.Trim()) is not { } slug)
                continue;
            var end = call.Index + call.Length;
            spots.RemoveAll(s => s.Start < end && at < s.End && !s.Is(MeaningKind.Park));
            if (!spots.Exists(s => s.Start < end && at < s.End))
                spots.Add(new Spot(at, end - at, [new Meaning(MeaningKind.Park, "park", slug)]));
            Beside(folded, at, spots);
        }

        return spots;
    }

    /// <summary>The one park that is called so, or by what the city calls the same.</summary>
    private string? ParkOf(string words) => words is "new" or "other" ? null
        : meanings.ParkCalled(words) ?? (WordRun.IsHan(words[0]) && meanings.ParksCalled(words, 1).Count == 0 && Wording.SameAs(snapshot, words).Where(s => WordRun.IsHan(s[0])).Select(meanings.ParkCalled).OfType<string>().Distinct().Take(2).ToList() is [var slug] ? slug : null);

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{2,12}?|[a-z0-9]{2,16} ?)(?:产业园|园区|园)(?!区)|(?<name>(?:[a-z&-]+ ){1,5})parks?\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Call();

    /// <summary>"PCB or display park": the one that is named in half.</summary>
    private void Beside(string folded, int at, List<Spot> spots)
    {
        if (Half().Match(folded[..at]) is not { Success: true } half)
            return;
        var name = half.Groups["name"];
        for (var from = 0; name.Length - from > 1; from++)
            if ((from == 0 || WordRun.IsHan(name.Value[from]) || name.Value[from - 1] == ' ') && meanings.ParkCalled(name.Value[from..].Trim()) is { } slug)
            {
                spots.RemoveAll(s => s.Start < name.Index + name.Length && name.Index + from < s.End);
                spots.Add(new Spot(name.Index + from, name.Length - from, [new Meaning(MeaningKind.Park, "park", slug)]));
                return;
            }
    }

    [GeneratedRegex(@"(?<name>[\u4e00-\u9fff]{2,6}|[a-z]+(?: [a-z]+)?)(?:\s*(?:、|和|与|跟|还是)\s*|\s+(?:or|and|vs\.?|versus)\s+(?:the\s+)?)$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Half();

    /// <summary>Stretches that nothing is known of; one ends where a sentence or a script does.</summary>
    public static IEnumerable<(int Start, int Length)> Gaps(string folded, IEnumerable<Spot> spots)
    {
        var at = 0;
        foreach (var (start, end) in spots.Select(s => (s.Start, s.End)).Append((folded.Length, folded.Length)))
        {
            for (var from = at; from < start;)
            {
                var to = from;
                while (to < start && !Clause.Ends.Contains(folded[to]) && WordRun.IsHan(folded[to]) == WordRun.IsHan(folded[from]))
                    to++;
                if (folded[from..Math.Max(to, from)].Trim() is { Length: > 0 } gap)
                    yield return (folded.IndexOf(gap, from, StringComparison.Ordinal), gap.Length);
                from = Math.Max(to, from + 1);
            }

            at = Math.Max(at, end);
        }
    }
}
