using System.Text.RegularExpressions;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// Whether a sentence says nothing but what it cites. It is taken apart at its commas and marks; each part must be borne out
/// by one of the sources that are cited next, of the document that is spoken of: numbers with their units, days, names, words,
/// and whether something is so or is not. A part that cites nothing may hold no fact at all.
/// </summary>
/// <param name="counts">Numbers that code counted: how many were found.</param>
internal sealed partial class SentenceCheck(Sources sources, Lexis lexis, string question, IReadOnlySet<decimal> counts)
{
    private const char FirstName = '\ue000', Quoted = '\uf000';
    private const int Longest = 600, LongestName = 80;
    private static readonly string[] You = Guard.List("you"), Bounds = Guard.List("bounds");

    private readonly Dictionary<int, Ground> grounds = [];
    private readonly List<(string Name, List<PublishedDocument> Documents)> names = [];
    private readonly IReadOnlyList<Amount> asked = [.. Amount.In(Wording.Fold(question))];
    private readonly IReadOnlyList<Days> askedDays = [.. Days.In(Wording.Fold(question))];
    private IReadOnlyList<PublishedDocument> subject = [];
    private int named;

    /// <returns>The numbers of what is cited; null where the sentence does not hold.</returns>
    public IReadOnlyList<int>? Cited(string sentence)
    {
        if (sentence.Length > Longest)
            return null;
        Learn();
        var before = subject;
        var cited = new List<int>();
        var start = 0;
        foreach (Match marks in Marks().Matches(sentence))
        {
            var numbers = Number().Matches(marks.Value).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            if (numbers.Exists(n => n < 1 || n > sources.All.Count) || !Holds(sentence[start..marks.Index], [.. numbers.Select(GroundOf)]))
            {
                subject = before;
                return null;
            }

            cited.AddRange(numbers);
            start = marks.Index + marks.Length;
        }

        if (Holds(sentence[start..], []))
            return cited;
        subject = before;
        return null;
    }

    private Ground GroundOf(int n) => grounds.TryGetValue(n, out var ground) ? ground : grounds[n] = new Ground(sources.All[n - 1], sources.Words);

    private bool Holds(string text, IReadOnlyList<Ground> cited)
    {
        var folded = Wording.Fold(text);
        foreach (var (name, i) in names.Select((n, i) => (n.Name, i)))
            folded = folded.Replace(name, ((char)(FirstName + i)).ToString(), StringComparison.Ordinal);
        foreach (var (ground, i) in cited.Select((g, i) => (g, i)).Where(c => c.g.IsQuote).OrderByDescending(c => c.g.Value.Length))
            // The full stop at its end is that of the sentence.
            folded = folded.Replace(Hidden(ground.Value).TrimEnd('\u3002', '.'), ((char)(Quoted + i)).ToString(), StringComparison.Ordinal);
        foreach (var part in Parts().Split(folded))
        {
            foreach (var c in part.Where(c => c >= FirstName && c < Quoted))
                subject = names[c - FirstName].Documents;
            if (!IsBorne(part, cited) && (part.IndexOf(':', StringComparison.Ordinal) is var colon && (colon < 0 || !IsBorne(part[..colon], cited) || !IsBorne(part[(colon + 1)..], cited))))
                return false;
        }

        return true;
    }

    private bool IsBorne(string part, IReadOnlyList<Ground> cited) => part.Trim().Length == 0 || Bears(part, null, -1) || cited.Select((g, i) => Bears(part, g, i)).Any(b => b);

    /// <summary>A value as it reads once the names in it are replaced.</summary>
    private string Hidden(string value) => names.Select((n, i) => (n.Name, i)).Aggregate(value, (v, n) => v.Replace(n.Name, ((char)(FirstName + n.i)).ToString(), StringComparison.Ordinal));

    private bool Bears(string part, Ground? ground, int place)
    {
        var quoted = false;
        foreach (var c in part.Where(c => c >= Quoted && c <= '\uf8ff'))
            if (!(quoted = c - Quoted == place))
                return false;
        if (ground is not null && !Speaks(ground.Source.Document))
            return false;
        var rest = part;
        foreach (var day in Days.In(part).ToList())
            if (ground is null ? IsOfYou(part) && askedDays.Any(day.Says) : ground.Days.Any(day.Says))
                rest = Blank(rest, day.Start, day.Length);
            else
                return false;
        foreach (var amount in Amount.In(rest).ToList())
            if (ground?.Amounts.Any(amount.Says) == true || (amount.Unit is "of" && counts.Contains(amount.Value) && ground?.Amounts.Any(a => a.Unit == "of") != true) || (ground is null && IsOfYou(part) && asked.Any(amount.Says)))
                rest = IsBounded(part, amount, ground) ? "#" : Blank(rest, amount.Start, amount.Length);
            else
                return false;
        if (ground is not null && (ground.Denies || (ground.DeniesInWords && !quoted)) && !Denial.In(part))
            return false;
        return lexis.Knows(rest, ground);
    }

    /// <summary>A number with "or more" behind it is another statement than the number.</summary>
    private static bool IsBounded(string part, Amount amount, Ground? ground) => ground is not null && part[(amount.Start + amount.Length)..].TrimStart() is var behind
        && Array.Exists(Bounds, b => behind.StartsWith(b, StringComparison.Ordinal) && !ground.Value.Contains(b, StringComparison.Ordinal));

    private static bool IsOfYou(string part) => Array.Exists(You, y => part.Contains(y, StringComparison.Ordinal));

    /// <summary>Whether a document is the one that is spoken of, or belongs to it.</summary>
    private bool Speaks(PublishedDocument document) => subject.Count == 0 || subject.Any(s => document.Id == s.Id || document.ParentId == s.Id || s.ParentId == document.Id
        || (document.ParentId is { } parent && parent == s.ParentId && document.Type.Alias != s.Type.Alias) || sources.Snapshot.ReferrersOf(document.Id).Any(r => r.Id == s.Id) || sources.Snapshot.ReferrersOf(s.Id).Any(r => r.Id == document.Id));

    private static string Blank(string text, int start, int length) => string.Concat(text.AsSpan(0, start), new string(' ', length), text.AsSpan(start + length));

    /// <summary>Names of what has become known since the last sentence, with and without what all are called by.</summary>
    private void Learn()
    {
        if (named == sources.All.Count)
            return;
        for (; named < sources.All.Count; named++)
            foreach (var document in new[] { sources.All[named].Document, sources.Snapshot.Find(sources.All[named].Document.ParentId) is { Type.Alias: "park" } park ? park : null }.OfType<PublishedDocument>())
                foreach (var name in document.In(sources.Words.Culture, sources.Snapshot.Schema) is { Name.Length: <= LongestName } variant && !Planted.Speaks(variant.Name) ? Meanings.Shortened(variant.Name).Select(Wording.Fold) : [])
                    if (names.Find(n => n.Name == name).Documents is { } known)
                        known.Add(document);
                    else if (name.Length > 1 && names.Count < Quoted - FirstName)
                        names.Add((name, [document]));
        names.Sort((a, b) => b.Name.Length.CompareTo(a.Name.Length));
    }

    [GeneratedRegex(@"(?:\s?\[\d{1,3}\])+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Number();

    // Not within a number.
    [GeneratedRegex(@"(?<!\d),|,(?!\d{3})|[;\u3001\u3002\uff0c\uff1b!?]| and (?=\d)|\n", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parts();
}
