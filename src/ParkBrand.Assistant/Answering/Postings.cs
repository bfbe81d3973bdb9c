namespace ParkBrand.Assistant.Answering;

/// <summary>Which documents have which words, by numbers. A document that changed changes the lists of its words alone; whoever reads an earlier state goes on reading that.</summary>
internal sealed class Postings
{
    private readonly Dictionary<string, int[]> all, changed;

    private Postings(Dictionary<string, int[]> all, Dictionary<string, int[]> changed) => (this.all, this.changed) = (all, changed);

    /// <param name="words">Of each document by its number, each word once.</param>
    public static Postings Of(IEnumerable<string[]> words)
    {
        var lists = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (word, number) in words.SelectMany((some, number) => some.Select(w => (w, number))))
            (lists.TryGetValue(word, out var list) ? list : lists[word] = []).Add(number);
        return new Postings(lists.ToDictionary(l => l.Key, l => l.Value.ToArray(), StringComparer.Ordinal), []);
    }

    /// <summary>Numbers of the documents that have a word.</summary>
    public int[] Having(string word) => changed.TryGetValue(word, out var now) || all.TryGetValue(word, out now) ? now : [];

    public Postings With(IReadOnlyCollection<(int Number, string[] Before, string[] Now)> documents)
    {
        var next = new Postings(all, new Dictionary<string, int[]>(changed, StringComparer.Ordinal));
        foreach (var (number, before, now) in documents)
        {
            foreach (var word in before.Except(now))
                next.changed[word] = Array.FindAll(next.Having(word), n => n != number);
            foreach (var word in now.Except(before))
                next.changed[word] = [.. next.Having(word), number];
        }

        return next.changed.Count * 4 > all.Count ? new Postings(next.Whole(), []) : next;
    }

    private Dictionary<string, int[]> Whole()
    {
        var whole = new Dictionary<string, int[]>(all, StringComparer.Ordinal);
        foreach (var (word, now) in changed)
            whole[word] = now;
        return whole;
    }
}
