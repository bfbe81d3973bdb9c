using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Matching;

/// <summary>What has been read of a question so far.</summary>
internal sealed partial class Reading(string folded)
{
    private const decimal HeavyLoad = 2, MostLoad = 10;

    /// <summary>From so many square metres on, what is clean, vented or drained is a production hall.</summary>
    private const decimal LargeRoom = 2500;

    /// <summary>A price of one square metre is no size.</summary>
    private const decimal LeastArea = 10;

    /// <summary>A number without a unit that can be nothing but a size.</summary>
    private const decimal LeastBare = 300, MostBare = 60_000;

    /// <summary>How far behind an opening bracket what it says again may stand.</summary>
    private const int LongestBracket = 24;

    /// <summary>Yuan for a square metre a month, where nothing says so.</summary>
    private const decimal LeastRent = 10, MostRent = 150;

    /// <summary>m² that somebody at a desk takes.</summary>
    private const decimal LeastOfDesk = 3, MostOfDesk = 40;

    /// <summary>How far "near" may stand from what it is said of, in characters.</summary>
    private const int NearWay = 10;

    /// <summary>How far, in characters, "larger" may stand behind what it is said of.</summary>
    private const int TurnWay = 2;

    /// <summary>Groups of cues that change what was asked for before, with the need that they mean by themselves.</summary>
    private static readonly Dictionary<string, string> Turns = new()
    {
        ["bigger"] = "area", ["smaller"] = "area", ["double"] = "area", ["half"] = "area", ["cheaper"] = "rentMax", ["nearer"] = "rail", ["better paid"] = "job.payMax",
    };

    /// <summary>What goods that must be kept cold are looked for by; the site's vocabulary has its other names.</summary>
    public const string Cold = "\u51b7\u5e93";

    /// <summary>Who has at most so much room is helped by somewhat less.</summary>
    private const decimal BelowLimit = 0.9m;

    public List<Wanted> Wanted { get; } = [];
    public List<(string Field, bool Low)> Wishes { get; } = [];
    public List<string> Trades { get; } = [];

    /// <summary>Words of trades that a park must not be for.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>What is of no matter or not wanted: it must not be looked for as a word, either.</summary>
    public List<Spot> Silent { get; } = [];

    /// <summary>Needs that shall be more or less than before.</summary>
    public List<(string Need, string How)> Changed { get; } = [];

    /// <summary>Trades that are meant by another word than parks use. What the words find decides the order; only where nothing else is said do they rule out.</summary>
    public List<string> Aliases { get; } = [];
    public List<string> Parks { get; } = [];
    public List<string> Asked { get; } = [];
    public List<Quantity> Others { get; } = [];
    public List<string> Dropped { get; } = [];
    public List<int> Ordinals { get; } = [];

    /// <inheritdoc cref="Understanding.Picked"/>
    public (string Field, bool Low)? Picked { get; private set; }

    /// <summary>How many of those that were shown are meant; 0 where that is not said.</summary>
    public int First { get; private set; }

    public List<string> Skills { get; } = [];
    public List<string> Techniques { get; } = [];

    /// <summary>What a park can have is a policy, too, where policies are spoken of: talent apartments.</summary>
    public IReadOnlyList<string> Policies => Seeks.Contains(Seek.Policy) ? [.. policies, .. perhapsPolicies] : policies;

    /// <summary>Policies that parks are looked for by: beside one that is named, what a park can have is that.</summary>
    public IReadOnlyList<string> PoliciesOf(Seek? seek) => seek == Seek.Park && policies.Count > 0 ? policies : Policies;

    /// <summary>Trades that are fields of jobs, too: which is meant, only the whole question tells.</summary>
    public List<string> Fields { get; } = [];
    /// <summary>Kinds of space that the use of it suggests.</summary>
    private List<string> Hints { get; } = [];

    /// <summary>Kinds of space that are named by what is done there; several where it may be either.</summary>
    public HashSet<string> Uses { get; } = new(StringComparer.Ordinal);

    /// <summary>Kinds of space that work like this is often done in; they rule nothing out.</summary>
    private List<string> Guesses { get; } = [];

    public HashSet<string> Cues { get; } = new(StringComparer.Ordinal);
    public List<Seek> Seeks { get; } = [];

    /// <summary>Whether somebody tells what they do for a living.</summary>
    public bool TellsWork { get; } = Work.IsTold(folded);

    /// <summary>Whether parks are looked for, and not something that is spoken of beside them.</summary>
    public bool AsksWhichPark { get; } = AsksFor(folded);

    /// <inheritdoc cref="AsksWhichPark"/>
    public static bool AsksFor(string folded) => WhichPark().IsMatch(folded);

    /// <summary>Whether it is asked where something can be measured or tried out.</summary>
    public bool AsksWhereTested { get; } = WhereTested().IsMatch(folded);

    /// <summary>Whether a post is spoken of as such, and not only work.</summary>
    public bool AsksForPost { get; } = Post().IsMatch(folded);

    /// <summary>Whether posts are looked for, whatever else they come with.</summary>
    public bool AsksWhichPost { get; } = WhichPost().IsMatch(folded);

    /// <summary>Whether the years are somebody's own, not a company's.</summary>
    public bool TellsYears => Years > 0 && !Work.IsOfOthers(folded);

    /// <summary>How long somebody says to have worked; null where that is not said.</summary>
    public int? Years { get; } = Spans.Worked(folded);

    /// <summary>Needs that were only named by what has them; a value that is said outright stands instead.</summary>
    private readonly HashSet<Wanted> assumed = [];
    private readonly List<string> policies = [], perhapsPolicies = [];

    /// <summary>Sizes, in order.</summary>
    private readonly List<Quantity> areas = [];

    /// <summary>Amounts that are wanted, with how they were said.</summary>
    private readonly List<(Wanted Wanted, Quantity Quantity)> amounts = [];

    /// <summary>Kinds of space, in order, where they stand.</summary>
    private readonly List<(string Kind, int Start, int End)> kinds = [];

    /// <summary>Trades by words that tell what is done in a space or what it needs, where one is looked for.</summary>
    private readonly List<string> unlessSpace = [];

    /// <summary>Trades by words for what a park has, where it is asked for by that.</summary>
    private readonly List<string> unlessHad = [];

    /// <summary>What a post may offer, and a company that takes room has to have.</summary>
    private readonly HashSet<Wanted> perhaps = [];

    /// <summary>Kinds of space that were only said together with what it has: a dust-free workshop.</summary>
    private readonly HashSet<string> besides = new(StringComparer.Ordinal);

    /// <summary>Of these a park can have several, and one can be dropped by itself.</summary>
    private const string Several = "facilities";

    public IEnumerable<Wanted> Assumed => assumed;

    /// <summary>A clean room of whatever class: a park is looked for by it as well as a space.</summary>
    public bool IsAnyCleanRoom(Wanted wanted) => wanted is { Name: "cleanroom", Value: "iso8" } && assumed.Contains(wanted);

    public void Add(Clause clause)
    {
        if (clause.Spots[0] is { Start: 0 } first && first.IsCue("or") && folded[0] is '\u6216' or 'o')
            Cues.Add("add"); // "or Zhoushi" goes on from what was said before
        if (clause.Spots[0] is { Start: 0 } among && among.IsCue("aside"))
            Cues.Add("among"); // "of which for sale": of those that were shown
        for (var i = 0; i < clause.Spots.Count; i++)
        {
            Add(clause.Spots[i], clause.Of(i));
            Near(clause, i);
            Change(clause, i);
        }
    }

    /// <param name="words">What no park may be for.</param>
    public void Silence(int start, int length, IEnumerable<string> words)
    {
        Refused.AddRange(words);
        Silent.Add(new Spot(start, length, []));
    }

    /// <summary>"Larger", "a smaller crane", "the ceiling somewhat higher": of the need that is named right before, else of the one that the word itself means.</summary>
    private void Change(Clause clause, int at)
    {
        if (clause.Spots[at].Meanings.FirstOrDefault(m => m.Kind == MeaningKind.Cue && Turns.ContainsKey(m.Name)) is not { Name: var how })
            return;
        var before = at > 0 && clause.Spots[at].Start - clause.Spots[at - 1].End <= TurnWay ? clause.Spots[at - 1].Meanings.Where(m => m.Kind == MeaningKind.Cue && m.Name is "need" or "field").Select(m => m.Value.Split('=')[0]).FirstOrDefault(NeedNames.IsNumber) : null;
        Changed.Add((before ?? Turns[how], how));
    }

    /// <summary>"Near the metro and the railway", "the port must not be far": a way and a word that it be short.</summary>
    private void Near(Clause clause, int at)
    {
        if (clause.Of(at) is Tone.Must or Tone.Wish && clause.Spots[at].Way is { } way && clause.Spots.Any(s => (s.IsCue("near") || s.IsCue("far")) && Math.Max(s.Start - clause.Spots[at].End, clause.Spots[at].Start - s.End) <= NearWay))
            Wishes.Add((way + "Minutes", true));
    }

    /// <summary>What says more about a space first: a store for machines is a store.</summary>
    private static readonly string[] KindHints = ["pilot", "lab", "warehouse", "office", "factory"];
    private static readonly string[] Above = ["\u4ee5\u4e0a", "\u8d85", "\u8d85\u8fc7", "\u9ad8\u4e8e", "\u5f80\u4e0a", "\u8d35\u8fc7", "\u8d35\u4e8e", "\u9ad8\u8fc7", "over", "above", "more"], Below = ["\u4ee5\u4e0b", "\u4e0d\u5230", "\u4e0d\u8db3", "\u5c11\u4e8e", "\u77ee\u4e8e", "lower", "smaller", "\u4f4e\u4e8e", "\u5c0f\u4e8e", "\u4ee5\u5185", "under", "below", "less"];
    private static readonly string[] LandUnits = ["\u4ea9", "\u9877", " mu", "hectare", "acre"];

    public static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private void Add(Spot spot, Tone tone)
    {
        if (tone == Tone.Aside)
            return;
        if (tone is Tone.Not or Tone.Dropped)
            Silent.Add(spot);
        if (spot.IsTrade && tone == Tone.Not && !spot.Is(MeaningKind.Industry))
            Refused.Add(folded.Substring(spot.Start, spot.Length));
        foreach (var cue in spot.Meanings.Where(m => m.Kind == MeaningKind.Cue))
            Hint(spot, cue, tone);
        if (spot.Quantity is { } quantity)
            Add(quantity, tone);
        if (tone is Tone.Must or Tone.Wish && spot.Meanings.FirstOrDefault(m => m.Kind == MeaningKind.Alias) is { } alias)
            Aliases.Add(alias.Value);
        foreach (var meaning in spot.Meanings.Where(m => m.Kind is not (MeaningKind.Cue or MeaningKind.Alias)))
            Add(spot, meaning, tone);
        if (tone is Tone.Must or Tone.Wish && (spot.IsOfKind ? Wanted.FindLast(w => w is { Name: "kind", Not: false })?.Value : spot.IsCue("production") ? "factory" : spot.Meanings.FirstOrDefault(m => m is { Kind: MeaningKind.Cue, Name: "kind hint" or Matching.Uses.Cue })?.Value.Split('+')[0]) is { } kind)
            kinds.Add((kind, spot.Start, spot.End));
    }

    private void Hint(Spot spot, Meaning cue, Tone tone)
    {
        if (cue.Name == "seek" && tone is Tone.Not or Tone.Dropped)
            return;
        Cues.Add(cue.Name);
        switch (cue.Name)
        {
            case "seek" when Enum.TryParse<Seek>(cue.Value, ignoreCase: true, out var sought):
                Seeks.Add(sought);
                break;
            case "kept" when tone is Tone.Must or Tone.Wish:
                Trades.Add(Cold); // no other warehouse will do
                break;
            case "first":
                First = int.Parse(cue.Value, CultureInfo.InvariantCulture);
                break;
            case "ordinal":
                Ordinals.Add(int.Parse(cue.Value, CultureInfo.InvariantCulture));
                break;
            case Pointing.Picked when cue.Value.Split(' ') is [var field, var end]:
                Picked = (field, end == "low");
                break;
            case "field" when tone is Tone.Dropped or Tone.Not:
                Dropped.AddRange(cue.Value.Split('+'));
                break;
            case "dropped":
                Dropped.Add(cue.Value);
                break;
            case "kind hint" when tone is Tone.Must or Tone.Wish:
                Hints.Add(cue.Value);
                break;
            case Matching.Uses.Cue when tone is Tone.Must or Tone.Wish:
                Uses.Add(cue.Value);
                break;
            case "kind guess" when tone is Tone.Must or Tone.Wish:
                Guesses.Add(cue.Value);
                break;
            case "need" when cue.Value.TrimEnd('?').Split('=') is [var name, var value]:
                if (name == "kind" && (spot.Is(MeaningKind.Choice) || spot.Meanings.Any(m => m.Name == "need" && m.Value.StartsWith("facilities=", StringComparison.Ordinal))) && Seeks.Contains(Seek.Park) && !spot.Meanings.Any(m => m.Name == "space.kind"))
                    break; // a store that a park has
                if (tone is Tone.Dropped || (tone is Tone.Not && name != "kind"))
                    Dropped.Add(name == Several ? $"{name}={value}" : name);
                else
                {
                    Assume(new Wanted(name, value, tone != Tone.Wish && !cue.Value.EndsWith('?'), tone == Tone.Not));
                    if (cue.Value.EndsWith('?') && tone == Tone.Must)
                        perhaps.Add(Wanted[^1]);
                }

                if (name == "kind" && spot.Meanings.Any(m => m.Name == "need" && !m.Value.StartsWith("kind=", StringComparison.Ordinal)))
                    besides.Add(value);
                break;
        }
    }

    private bool IsInBrackets(int at) => folded.LastIndexOf('(', Math.Max(0, at - 1), Math.Min(at, LongestBracket)) is >= 0 and var open && folded.IndexOf(')', open, at - open) < 0;

    private void Assume(Wanted wanted)
    {
        assumed.Add(wanted);
        Wanted.Add(wanted);
    }

    private void Add(Quantity quantity, Tone tone)
    {
        if (quantity.Measure is not { } measure)
        {
            Others.Add(quantity);
            if (tone is Tone.Dropped)
                Dropped.Add("=" + Text(quantity.Value)); // "forget the 9 m": what was asked for with that number
            return;
        }

        if (quantity is { Measure: Measure.Area, Value: < LeastArea } || (measure == Measure.Area && areas.Count > 0 && IsInBrackets(quantity.Start) && !Exactly(quantity)))
            return; // a price by the metre; the same size once more in other units
        var need = NeedNames.Of(measure);
        if (measure == Measure.Area && tone is Tone.Must or Tone.Wish)
            areas.Add(quantity);
        if (tone is Tone.Dropped || (tone is Tone.Not && !Bounds(quantity)))
        {
            Dropped.Add(need);
            return;
        }

        // Plots are called by round numbers of mu: one of 50 measures 33,300 m², and not 33,333.
        var isLand = measure == Measure.Area && folded.Substring(quantity.Start, quantity.Length) is var said && LandUnits.Any(u => said.Contains(u, StringComparison.Ordinal));
        var value = quantity is { Measure: Measure.Area, AtMost: true } ? quantity.Value * BelowLimit : isLand ? Math.Floor(quantity.Value / 100) * 100 : quantity.Value;
        Wanted.Add(new Wanted(need, Text(value), tone != Tone.Wish));
        amounts.Add((Wanted[^1], quantity));
        if (measure == Measure.Area && OfLand().IsMatch(folded.AsSpan(quantity.Start + quantity.Length)))
            Wanted.Add(new Wanted("kind", "land", tone != Tone.Wish));
        if (isLand)
            Wanted.Add(new Wanted("kind", "land", tone != Tone.Wish));
    }

    /// <summary>"Nothing above 40 yuan", "not below 2,000": what is ruled out is the other side of a limit.</summary>
    private bool Bounds(Quantity quantity) => (NeedNames.IsLimit(NeedNames.Of(quantity.Measure!.Value)) ? Above : Below) is var words && folded.AsSpan(quantity.Start, quantity.Length).ToString() is var text && words.Any(w => text.Contains(w, StringComparison.Ordinal));

    private void Add(Spot spot, Meaning meaning, Tone tone)
    {
        var (must, without) = (tone != Tone.Wish, tone == Tone.Not);
        switch (meaning.Kind)
        {
            case MeaningKind.Choice when meaning.Name == "park.facilities" && spot.IsOfKind && !Seeks.Contains(Seek.Park):
                break; // a pilot workshop is a space before it is something that a park has
            case MeaningKind.Choice or MeaningKind.District or MeaningKind.Industry when tone == Tone.Dropped:
            case MeaningKind.Choice when without && meaning.Name is "park.facilities" or "space.cleanroom" or "space.tenure":
                Dropped.Add(meaning is { Name: "park.facilities", Value: "cleanroom" } ? "cleanroom" : NeedNames.Of(meaning.Name) is Several or "district" ? $"{NeedNames.Of(meaning.Name)}={meaning.Value}" : NeedNames.Of(meaning.Name));
                break;
            case MeaningKind.Choice when meaning is { Name: "park.facilities", Value: "cleanroom" } && !Shared(spot):
                Assume(new Wanted("cleanroom", "iso8", must));
                break;
            case MeaningKind.Choice when meaning.Name == "job.jobType" && (HasBeen().IsMatch(folded.AsSpan(spot.End)) || WasYears().IsMatch(folded.AsSpan(0, spot.Start))):
                break; // what somebody has been
            case MeaningKind.Choice:
            case MeaningKind.District or MeaningKind.Industry:
                Wanted.Add(new Wanted(NeedNames.Of(meaning.Name), meaning.Value, must, without));
                break;
            case MeaningKind.Trade when !without && tone != Tone.Dropped && spot.Way is null:
                if (Matching.Cues.All.Group("production")[""].Any(p => meaning.Value.EndsWith(p, StringComparison.Ordinal)))
                    Cues.Add("production");
                (spot.IsFlag || spot.IsCue("kind hint") ? unlessSpace : spot.Meanings.Any(m => m.Name == "park.facilities") ? unlessHad : spot.Meanings.Any(m => m.Name.StartsWith("job.", StringComparison.Ordinal)) ? Fields : Trades).Add(meaning.Value);
                break;
            case MeaningKind.Park when without:
                Wanted.Add(new Wanted("park", meaning.Value, must, without));
                break;
            case MeaningKind.Park:
                Parks.Add(meaning.Value);
                break;
            case MeaningKind.Skill when tone is not (Tone.Not or Tone.Dropped):
                Skills.Add(meaning.Value);
                break;
            case MeaningKind.Technique when tone is not (Tone.Not or Tone.Dropped):
                Techniques.Add(meaning.Value);
                break;
            case MeaningKind.Policy when tone is not (Tone.Not or Tone.Dropped):
                (spot.IsFlag ? perhapsPolicies : policies).Add(meaning.Value);
                break;
            case MeaningKind.Property when tone is Tone.Dropped && spot.Way is { } way:
                Dropped.Add(way);
                break;
            case MeaningKind.Property when tone is not Tone.Dropped:
                Asked.Add(meaning.Value);
                // By the name of a property that is there or not, it is needed as well as asked after.
                if (tone != Tone.Not && NeedField.All.FirstOrDefault(f => f.Shape == NeedShape.Flag && f.Alias == meaning.Value && f.Name == f.Alias) is { } flag)
                    Assume(new Wanted(flag.Name, "1", must));
                break;
            case MeaningKind.Wish when tone is Tone.Dropped or Tone.Not:
                Dropped.Add(NeedNames.OfField(meaning.Name));
                break;
            case MeaningKind.Wish:
                Wishes.Add((meaning.Name, meaning.Value == "low"));
                break;
        }
    }

    private bool Shared(Spot spot) => folded.AsSpan(spot.Start, spot.Length) is var text && (text.Contains("\u5171\u4eab", StringComparison.Ordinal) || text.Contains("shared", StringComparison.Ordinal));

    [GeneratedRegex(@"\u54ea[\u4e2a\u4e9b\u5bb6\u51e0].{0,3}\u56ed|\u4ec0\u4e48\u56ed|\u56ed\u533a?(?:[\u90fd\u5206\u522b\u662f\u6709\u5728]{0,3}\u54ea|\u53ef\u4ee5\u7528|\u80fd\u7528|\u5217|\u7684?[\u540d\u6e05]\u5355|$)|[\u627e\u9009\u8350\u7684]\u4e2a?\u56ed\u533a?|\bwhich (?:\w+ ){0,2}parks?\b|\bparks? (?:with|that|where|in|for|has|have|offer|listing|offering|having|within|near|close|entitled|eligible|listed)|\b(?:a|any|the) park\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WhichPark();

    [GeneratedRegex(@"\u7684(?:\u5c97\u4f4d?|\u804c\u4f4d)(?:$|[\u6709\u90fd\u5417,?\uff0c\uff1f])|\u54ea\u4e9b\u5c97|\bjobs? (?:that|with|which|offering)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WhichPost();

    [GeneratedRegex("^(?:\u5de6\u53f3|\u4e0a\u4e0b)?\u7684\u7a7a?\u5730(?![\u65b9\u6bb5\u94c1\u5740\u9762\u576a\u70b9\u533a\u4ef7\u56fe\u76d8\u513f\u4e0b])", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OfLand();

    [GeneratedRegex(@"\u54ea[\u4e2a\u5bb6](?:\u5b9e\u9a8c\u5ba4|\u5e73\u53f0)(?:\u80fd|\u53ef\u4ee5)?[\u505a\u6d4b]|(?:\u8bd5\u9a8c|\u6d4b\u8bd5|\u5b9e\u9a8c|\u68c0\u6d4b|\u6d4b\u91cf|\u6d4b\u5b9a|\u6f14\u7ec3).{0,6}(?:\u53bb\u54ea|(?:\u5728)?\u54ea[\u91cc\u513f\u5bb6\u4e2a].{0,3}[\u505a\u6d4b]|\u54ea[\u91cc\u513f](?:\u80fd|\u53ef\u4ee5)?[\u505a\u6d4b]|\u54ea\u6709\u5e73\u53f0)|\u53bb\u54ea[\u91cc\u513f\u5bb6]?(?:\u80fd|\u53ef\u4ee5)?(?:\u6d4b|\u9a8c|\u505a\u8bd5\u9a8c|\u505a\u6d4b\u8bd5)|\bwhere (?:can|could|do|may) (?:we|i|one) (?:get |have )?(?:\w+ ){0,6}(?:tested|measured|calibrated|scanned|characteri[sz]ed)\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WhereTested();

    [GeneratedRegex("^\u7684?(?:\u7ecf\u5386|\u7ecf\u9a8c|\u80cc\u666f|\u51fa\u7ad9|\u671f\u6ee1)|^ (?:experience|background|behind)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HasBeen();

    [GeneratedRegex(@"\b(?:years?|yrs?) (?:of |as )?(?:an? )?$|(?:\u505a|\u5e72|\u5f53)?\u8fc7?[\d\u4e00\u4e8c\u4e24\u4e09\u56db\u4e94]\u5e74(?:\u7684)?$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex WasYears();

    [GeneratedRegex(@"\u62db|\u5c97|\u804c\u4f4d|\u6c42\u804c|\u5e94\u8058|\u7b80\u5386|\u627e\u5de5\u4f5c|\u5b9e\u4e60|\bjobs?\b|\bhiring\b|\bvacanc|\bintern", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Post();
}
