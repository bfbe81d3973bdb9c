using System.Globalization;
using System.Text.RegularExpressions;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Answering;

/// <summary>Questions that no published fact answers: greetings, what nobody can know, what is too vague, what is about something else.</summary>
internal static partial class LimitStep
{
    private const double SaysAll = 0.75, SaysMuch = 8, Sure = -0.1, Promised = 0.25;
    private const int Related = 4, MostStrange = 3, ShortestStrange = 2, LongestHalf = 18, LongestVague = 28, LongestPart = 24;

    public static AnswerStatus? Greet(Turn turn)
    {
        if (!turn.Asked.Cues.Contains("greeting") || turn.Asked.IsAbout)
            return null;
        turn.Draft.Say("greeting");
        Examples(turn);
        return AnswerStatus.Clarify;
    }

    public static AnswerStatus? Unknowable(Turn turn)
    {
        // A day to come that records state is no forecast.
        if ((turn.Sifted is { } sieve && !turn.Does(Acts.Vow) && (sieve.Day is not null && Sieve.IsList(turn.Folded) || !(turn.Does(Acts.Promise) || turn.Does(Acts.Forecast) || turn.Does(Acts.Bargain)))) || Withheld(turn) is not { } why)
            return null;
        // A word of a limit may be one of a trade or a need: "space with its own title, to buy".
        return IsTrusted(turn) && !turn.Says("unpublished") && Doubt.Of(Wording.Fold(turn.Question), Doubt.Unknowable) < Promised ? null : Withhold(turn, why);
    }

    /// <summary>Says why something is not told, with what is published of the parks that were named, and whom to ask.</summary>
    public static AnswerStatus Withhold(Turn turn, string why)
    {
        turn.Draft.Say(why);
        if (RecordFactStep.Answer(turn) is null)
            FactStep.Facts(turn);
        Ask(turn);
        return turn.Parks.Count > 0 || turn.Asked.IsAbout ? AnswerStatus.Partial : AnswerStatus.OutOfScope;
    }

    /// <summary>Why nothing that is published can answer: it would be a promise, a forecast or a bargain, or nobody publishes such a thing.</summary>
    private static string? Withheld(Turn turn)
    {
        var asked = turn.Asked;
        var fits = asked.Wanted.Any(w => decimal.TryParse(w.Value, out _));
        if (turn.Says("unpublished"))
            return "unpublished";
        // When somebody graduates or can begin is their own affair.
        if ((asked.Cues.Contains("unknowable") && !turn.Does(Acts.Own) && !turn.Does(Acts.Except) && !(asked.Wanted.Any(w => w.Name == "availableBy") && !turn.Does(Acts.Promise) && !turn.Does(Acts.Forecast)) && !(turn.StatesAmount && asked.Seek == Seek.Space && !turn.Does(Acts.Promise) && !turn.Does(Acts.Forecast))) || (turn.Says("promise") && !fits && !turn.Does(Acts.Own)))
            return "unknowable";
        if (turn.Does(Acts.Vow))
            return "unknowable";
        // Who states a size or a day looks for what fits.
        if (fits && asked.Seek is not null && !turn.Does(Acts.Haggle))
            return null;
        if ((turn.Does(Acts.Bargain) || turn.Does(Acts.Haggle)) && !asked.SaysPolicy && !SupportStep.IsPublished(turn) && !(turn.GoesOn && asked.Cues.Overlaps(["cheaper", "bigger", "smaller", "nearer", "better paid", "add"])))
            return "bargain";
        if (turn.Does(Acts.Assistant) && turn.Parks.Count > 0)
            return "talk.self";
        if (turn.Does(Acts.Promise) || (turn.Does(Acts.Forecast) && !asked.Wanted.Any(w => w.Name == "availableBy")))
            return "unknowable";
        // The word may be of what somebody makes, or of what a post is for.
        var looked = (asked.Cues.Contains("makes") || asked.Cues.Contains("seek")) && asked.Trades.Count + asked.Wanted.Count > 0 && !turn.Asks;
        return turn.Does(Acts.Unpublished) && !SupportStep.IsPublished(turn) && (turn.Parks.Count > 0 || !(looked || (asked.Seek is Seek.Job && (asked.Cues.Contains("seek") || (!turn.Asks && asked.Wanted.Any(w => w.Name.StartsWith("job.", StringComparison.Ordinal))))))) ? "unpublished" : null;
    }

    /// <summary>Who can be asked in person: the parks that were named, or the desk of the city.</summary>
    public static void Ask(Turn turn)
    {
        foreach (var park in turn.Parks.Take(2))
            if (turn.Draft.Fact(park, "contactPhone") is { } phone)
                turn.Draft.Say("ask.contact", turn.Draft.Name(park), phone);
        if (turn.Parks.Count == 0 && turn.Snapshot.OfType("contactPoint", turn.Culture).FirstOrDefault(c => turn.Draft.Values(c).Text("kind") == "cityDesk") is { } desk)
            turn.Draft.Say("ask.desk", turn.Draft.Fact(desk, "phone"));
        turn.Suggestions.AddRange(turn.Parks.Count > 0 ? [turn.Words["suggest.jobs"], turn.Words["suggest.policies"]] : turn.Words.Choices(null));
    }

    /// <summary>A kind of thing or a property by itself: what of it is asked back, with examples.</summary>
    public static AnswerStatus? Half(Turn turn)
    {
        var asked = turn.Asked;
        if (asked.Parks.Count + asked.Trades.Count > 0 || turn.StatesAmount || turn.Says("list") || (asked.Wishes.Count > 0 && !asked.Wishes.All(w => turn.Folded.Contains('\u591a'))) || asked.Wanted.Any(w => w.Name is not "policy.theme" && !turn.IsBare(w)) || turn.Request.Needs["policy"] is not null || turn.Unsaid([]).Length > 1)
            return null;
        if (asked.Seek is { } seek && turn.Folded.Length <= LongestHalf && !(turn.GoesOn && asked.Cues.Overlaps(["there", "follow"])) && !asked.Cues.Contains("shift") && !Narrows(turn, seek))
        {
            turn.Draft.Say(turn.Words.Find("clarify." + seek.ToString().ToLowerInvariant()) is null ? "clarify.topic" : "clarify." + seek.ToString().ToLowerInvariant());
            turn.Suggestions.AddRange(turn.Words.Choices(seek));
            return AnswerStatus.Clarify;
        }

        if (asked.Seek is not (null or Seek.Park or Seek.Space) || Fields.Asked(turn.Snapshot.Schema.DocumentTypes["park"], turn.Folded, turn.Snapshot) is not [var first, ..] || turn.Says("high") || turn.Says("low"))
            return null;
        var label = turn.Words.Label(turn.Snapshot.Schema.DocumentTypes["park"].Find(first)!);
        turn.Draft.Say("clarify.whose", label);
        turn.Suggestions.AddRange(turn.Snapshot.OfType("park", turn.Culture).Take(3).Select(p => string.Format(CultureInfo.InvariantCulture, turn.Words["choice.fact"], turn.Draft.Name(p), turn.Culture == 0 ? label : label.ToLowerInvariant())));
        return AnswerStatus.Clarify;
    }

    /// <summary>Whether something is said beside the word for the kind of thing: "rent allowance for masters".</summary>
    private static bool Narrows(Turn turn, Seek seek) => seek is Seek.Policy or Seek.Finance or Seek.Resource or Seek.Story
        && turn.Search.Telling(Cues.All.Group("seek")[seek.ToString().ToLowerInvariant()].OrderByDescending(p => p.Length).Aggregate(turn.Folded, (rest, phrase) => rest.Replace(phrase, " ", StringComparison.Ordinal))).Count > 0;

    public static AnswerStatus? Clarify(Turn turn)
    {
        if (turn.Unsaid([]).Length > MostStrange || turn.Parks.Count > 0 || (turn.Asked.Seek is not (null or Seek.Park or Seek.Space)) || !(turn.Asked.Cues.Contains("vague") || turn.Asked.Seek is not null || turn.Asked.Asked.Count > 0))
            return null;
        turn.Draft.Say("clarify.topic");
        Examples(turn);
        return AnswerStatus.Clarify;
    }

    /// <summary>Words that come before any question: advice, an idea, somewhere to begin.</summary>
    public static AnswerStatus? Vague(Turn turn)
    {
        if (turn.Parks.Count > 0 || turn.StatesAmount || (turn.GoesOn && (turn.Read.Dropped.Count + turn.Read.Changed.Count > 0 || turn.Read.Cues.Overlaps([Withdrawn.Undone, Withdrawn.AllTheSame]) || turn.Asked.Wanted.Count > turn.Read.Wanted.Count)) || turn.Folded.Length > LongestVague || !turn.Says("beginning") || turn.Beginning.Length > 1 || turn.Asked.Wanted.Any(w => w.Name == "job.field" && !turn.IsBare(w)))
            return null;
        var kind = "clarify." + (turn.Asked.IsSure ? turn.Asked.Seek?.ToString().ToLowerInvariant() : null);
        turn.Draft.Say(turn.Words.Find(kind) is null ? "clarify.topic" : kind);
        turn.Suggestions.AddRange(turn.Words.Choices(turn.Asked.IsSure ? turn.Asked.Seek : null));
        return AnswerStatus.Clarify;
    }

    /// <summary>Something is asked of parks or space in general that no record states, and nothing is looked for.</summary>
    public static AnswerStatus? Unasked(Turn turn)
    {
        var asked = turn.Asked;
        if (asked.Seek is not (Seek.Park or Seek.Space) || turn.Parks.Count + asked.Trades.Count + asked.Wishes.Count + asked.Wanted.Count > 0 || !turn.Asks || turn.Unsaid([]).Length < ShortestStrange
            || Fields.Asked(turn.Snapshot.Schema.DocumentTypes["park"], turn.Folded, turn.Snapshot).Count > 0 || NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, []).Count > 0)
            return null;
        turn.Draft.Say("unasked");
        Ask(turn);
        return AnswerStatus.OutOfScope;
    }

    /// <summary>A question about a thing, of which no more than one word was understood, beside much that was not: it is asked back.</summary>
    public static AnswerStatus? Thin(Turn turn)
    {
        var asked = turn.Asked;
        if (asked.Seek is not (Seek.Park or Seek.Space or Seek.Job or Seek.Resource) || turn.GoesOn || Work.IsTold(turn.Folded) || Offered().IsMatch(turn.Folded) || turn.Parks.Count + asked.Wishes.Count > 0 || turn.StatesAmount || !turn.Asks || asked.Trades.Count + turn.Wanted.Count() > 1
            || !IsMuch(turn.Unsaid([]), (2 * asked.Trades.Count) + turn.Wanted.Count()))
            return null;
        var types = turn.Snapshot.Schema.DocumentTypes;
        if (Fields.Place(types[RecordStep.TypeOf(asked.Seek.Value) ?? "space"], turn.Folded, turn.Snapshot) >= 0 || Fields.Place(types["park"], turn.Folded, turn.Snapshot) >= 0 || NamedRecords.Of(turn.Snapshot, turn.Culture).In(turn.Folded, []).Count > 0)
            return null;
        turn.Draft.Say("unasked.ask");
        Examples(turn);
        return AnswerStatus.Clarify;
    }

    /// <summary>The more was understood, the more has to stand beside it; a trade says much.</summary>
    private static bool IsMuch(string unsaid, int understood) => unsaid.Count(WordRun.IsHan) >= 2 + understood || unsaid.Count(c => c == ' ') > 1 + understood;

    /// <summary>A wish for something cheap or large alone is no need yet.</summary>
    public static AnswerStatus? TooVague(Turn turn) =>
        turn.Asked is { Seek: Seek.Park or Seek.Space, Wanted.Count: 0, Trades.Count: 0, Parks.Count: 0 } asked && asked.Wishes.All(w => w.Field is "rent" or "areaMax" or "areaMin" or "price") && (asked.Wishes.Count > 0 || asked.Cues.Contains("vague") || turn.Asked.Rest.Length < 3)
            ? Clarify(turn) : null;

    /// <summary>Words that the city uses, but that were not understood as a need: whether what stands nearest is meant is asked back.</summary>
    public static AnswerStatus? Relate(Turn turn)
    {
        var results = turn.Search.Search(new SearchRequest(turn.Asked.Mended ?? turn.Question, turn.Culture, turn.Day) { Take = Related, Marked = false }, turn.Snapshot);
        if (turn.Asked.Seek is not null && turn.Asked.IsSure)
            return null;
        var found = results.Items.Where(h => !h.Related && h.Document.Path is not null).Select(h => h.Document).ToList();
        // What no page has wholly is about something else.
        if (found.Count == 0 || turn.Telling.Count == 0 || (results.Partial && !turn.Asked.IsAbout))
            return null;
        turn.Draft.Say("related");
        foreach (var document in found)
            MatchStep.Add(turn, document, null, []);
        Examples(turn);
        return AnswerStatus.Clarify;
    }

    /// <summary>Nothing says what kind of thing is looked for, but what has all the words is a record: that kind was meant.</summary>
    public static AnswerStatus? Guess(Turn turn)
    {
        if (turn.Asked.Seek is not null || turn.Parks.Count > 0 || turn.Telling.Count == 0)
            return null;
        var results = turn.Search.Search(new SearchRequest(turn.Asked.Mended ?? turn.Question, turn.Culture, turn.Day) { Take = 1, Marked = false }, turn.Snapshot);
        if (results.Items is not [{ Related: false, Document: var document }, ..])
            return null;
        // Money is asked for in many words: what has most of them is about it.
        Seek? meant = document.Type.Alias switch
        {
            "policy" when !results.Partial || turn.Says("money") => Seek.Policy,
            "financeProduct" when !results.Partial || turn.Says("money") => Seek.Finance,
            "job" when !results.Partial => Seek.Job,
            "resource" when !results.Partial => Seek.Resource,
            "contactPoint" when !results.Partial => Seek.Contact,
            _ => null,
        };
        return meant is { } seek ? RecordStep.Answer(turn.Of(turn.Asked with { Seek = seek })) : null;
    }

    /// <summary>Nearly all of a few words is what a shared resource or a post says, and nothing of it what a park or a space is: that was meant.</summary>
    public static AnswerStatus? Told(Turn turn)
    {
        var asked = turn.Asked;
        if (turn.Parks.Count + asked.Trades.Count + asked.Wishes.Count > 0 || turn.GoesOn || turn.StatesAmount || turn.Folded.Length > LongestHalf || asked.Cues.Contains("seek") || asked.Wanted.Any(w => !turn.IsBare(w)) || asked.Seek is not (null or Seek.Space or Seek.Park))
            return null;
        return Likeness.To(turn, "job", "resource") is [{ Score: >= SaysAll, Weight: >= SaysMuch } best, ..]
            ? RecordStep.Answer(turn.Of(asked with { Seek = best.Document.Type.Alias == "job" ? Seek.Job : Seek.Resource, IsSure = true })) : null;
    }

    public static AnswerStatus? Decline(Turn turn)
    {
        // A few words that say nothing are no strange subject; somebody does not know how to begin.
        if (turn.Question.Length <= 24 && turn.Refused is null && turn.Unsaid([]).Length < MostStrange && turn.Search.Telling(turn.Question).Count == 0)
        {
            turn.Draft.Say("clarify.topic");
            Examples(turn);
            return AnswerStatus.Clarify;
        }

        // In the middle of a conversation a few words are a part of it that was not understood; so are "half of that", "another district" where nothing went before.
        if ((turn.GoesOn || turn.Asked.Changed.Count + turn.Asked.Ordinals.Count > 0 || turn.Asked.Cues.Contains(Anew.OtherDistrict)) && turn.Refused is null && turn.Question.Length <= LongestPart)
        {
            turn.Draft.Say("clarify.topic");
            Examples(turn);
            return AnswerStatus.Clarify;
        }

        // Something of ours is looked for, by words that nobody knows: it is no other subject.
        if (turn.Asked is not { IsSure: true, Seek: not null } && !RefusalStep.IsFramed(turn.Folded) && SecondOpinion.IsAbout(turn))
            return OutOfScope(turn);
        return AskBack(turn);
    }

    /// <summary>Whether a question reads, as a whole, so much like those that can be answered that one strange word does not make it another subject.</summary>
    public static bool IsTrusted(Turn turn) => Doubt.Of(Wording.Fold(turn.Question)) < Sure;

    public static AnswerStatus AskBack(Turn turn)
    {
        turn.Draft.Say("unasked.ask");
        Examples(turn);
        return AnswerStatus.Clarify;
    }

    public static AnswerStatus OutOfScope(Turn turn)
    {
        turn.Draft.Say("out-of-scope");
        Examples(turn);
        return AnswerStatus.OutOfScope;
    }

    public static void Examples(Turn turn) => turn.Suggestions.AddRange([turn.Words["clarify.1"], turn.Words["clarify.2"], turn.Words["clarify.3"]]);

    // "Is there any", "do you hire": that is looked for, not asked about.
    [GeneratedRegex(@"\u6709\u6ca1\u6709|\u6709.{1,12}[\u5417\u4e48]|\u62db|\u5c97|\u8865[\u52a9\u8d34]|\b(?:any|there|jobs?|hir(?:e|ing))\b", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Offered();
}
