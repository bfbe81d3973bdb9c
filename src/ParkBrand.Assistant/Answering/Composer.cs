using System.Globalization;
using ParkBrand.Assistant.Conversations;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Answering;

/// <summary>Answers a question from what is published. The steps are asked in order; the first that has an answer gives it.</summary>
internal sealed class Composer(SnapshotSource snapshots, SiteSearch search, TimeProvider clock)
{
    private static readonly IReadOnlyList<Func<Turn, AnswerStatus?>> Steps =
    [
        RefusalStep.Answer,
        TalkStep.Answer,
        LimitStep.Greet,
        BackStep.Answer,
        LimitStep.Unknowable,
        AmountStep.Odd,
        ShownStep.Answer,
        NowhereStep.Answer,
        WhichStep.Answer,
        AwardStep.Answer,
        PlanStep.Answer,
        RecordStep.Rank,
        RankStep.Spaces,
        PremiseStep.Answer,
        RecordFactStep.OfBuilding,
        RecordStep.Sift,
        AdmitStep.Answer,
        NearestStep.Used,
        RecordFactStep.Beside,
        FactStep.Compare,
        RecordFactStep.Answer,
        NearestStep.Fact,
        SupportStep.Whom,
        SupportStep.Answer,
        NearestStep.Answer,
        FactStep.Facts,
        RankStep.Answer,
        TotalStep.Answer,
        RankStep.Having,
        LimitStep.Told,
        LimitStep.Vague,
        LimitStep.Half,
        LimitStep.TooVague,
        LimitStep.Thin,
        RecordStep.Answer,
        LimitStep.Unasked,
        NearestStep.Instead,
        AmountStep.Answer,
        MatchStep.Answer,
        FactStep.Tell,
        NearestStep.Late,
        LimitStep.Guess,
        LimitStep.Relate,
        LimitStep.Clarify,
        NearestStep.Related,
        LimitStep.Decline,
    ];

    /// <summary>Steps that may answer by a few loose words out of many.</summary>
    private static readonly IReadOnlyList<Func<Turn, AnswerStatus?>> Loose = [PremiseStep.Answer, SupportStep.Answer, NearestStep.Answer, NearestStep.Late, RecordStep.Answer, MatchStep.Answer, LimitStep.Guess, FactStep.Facts, FactStep.Tell];

    /// <summary>Steps that end a question of which too little was understood.</summary>
    private static readonly IReadOnlyList<Func<Turn, AnswerStatus?>> Lost = [WhichStep.Answer, LimitStep.Half, LimitStep.TooVague, LimitStep.Thin, LimitStep.Unasked, NearestStep.Instead, LimitStep.Relate, LimitStep.Clarify, NearestStep.Related, LimitStep.Decline];

    private const int MostSuggestions = 5, MostOfHalf = 4;
    private IReadOnlyList<Words>? words;

    /// <summary>The words of a language, read once.</summary>
    public Words In(int culture) => (words ??= Words.Read(snapshots.Current.Schema))[culture];

    /// <param name="question">As it was typed.</param>
    /// <param name="culture">Index in the schema.</param>
    /// <param name="conversation">What the answer before gave along.</param>
    /// <param name="changed">Changes what was understood, as the visitor wished.</param>
    public Answer Answer(string question, int culture, string? conversation, Func<Understanding, Understanding>? changed = null)
    {
        var snapshot = snapshots.Current;
        var clean = Screen.Clean(question);
        var before = Conversation.Read(conversation);
        var turn = Read(snapshot, clean, culture, before, changed);
        var (status, step) = Ended(turn);
        // None of those that were shown has it: then anywhere.
        if (status == AnswerStatus.NoMatch && turn.Asked.Pointed && turn.Of(turn.Asked with { Parks = [], Pointed = false }, new Draft(snapshot, turn.Words)) is var anywhere)
        {
            anywhere.Draft.Say("match.elsewhere");
            if (Ended(anywhere).Status is var found and (AnswerStatus.Answered or AnswerStatus.Partial))
                return Finish(anywhere, found, before);
        }

        if (changed is null && (step == RecordFactStep.Answer || Loose.Contains(step) || Lost.Contains(step)) && SecondOpinion.Of(turn, status, step == RecordFactStep.Answer) is { } other)
            (turn, status) = other;
        // Where a part of it is about something else, the rest is a question by itself.
        if (status == AnswerStatus.OutOfScope && RefusalStep.Rest(clean) is { } rest && Read(snapshot, rest, culture, before, changed) is var half && (half.Asked.IsSure || half.Asked.Parks.Count + half.Asked.Asked.Count > 0)
            && Ended(half).Status is AnswerStatus.Answered or AnswerStatus.Partial && half.Draft.Citations.Count > 0 && half.Draft.Cards.Count < MostOfHalf)
        {
            half.Draft.Say("half");
            return Finish(half, AnswerStatus.Partial, before);
        }

        return Finish(turn, status, before);
    }

    private Turn Read(Snapshot snapshot, string clean, int culture, Conversation? before, Func<Understanding, Understanding>? changed)
    {
        var read = clean.Length is 0 or > Screen.Longest ? new Understanding() : new QuestionReader(snapshot, search, ChinaTime.Today(clock)).Read(clean, before is { Shown.Count: > 0 });
        var asked = FollowUp.Join(read, before, snapshot);
        return new Turn(snapshot, search, In(culture), ChinaTime.Today(clock), clean, changed?.Invoke(asked) ?? asked) { Read = read, Focus = before?.Focus, Shown = [.. (before?.Shown ?? []).Select(snapshot.Resolve).Where(r => r.State == PathState.Live && r.Document!.In(culture, snapshot.Schema) is not null).Select(r => r.Document!)] };
    }

    private static (AnswerStatus Status, Func<Turn, AnswerStatus?> Step) Ended(Turn turn) => Steps.Select(s => (Status: s(turn), Step: s)).Where(s => s.Status is not null).Select(s => (s.Status!.Value, s.Step)).First();

    private static Answer Finish(Turn turn, AnswerStatus status, Conversation? before)
    {
        var ended = status is AnswerStatus.Refused or AnswerStatus.OutOfScope or AnswerStatus.Clarify;
        var (shown, focus) = Remembered(turn, before);
        var next = before is null || !(ended || turn.Keeps) ? Next(turn, before, shown, focus)
            : status == AnswerStatus.Clarify && turn.Draft.Shown.Count > 1 ? before with { Shown = shown, Focus = null, Asked = FactStep.AskedOf(turn) }
            : before with { Focus = turn.Focus ?? before.Focus };
        return new Answer(status, turn.Draft.Text, [.. turn.Draft.Citations], turn.Draft.Cards, ended || turn.Keeps ? [] : Chips(turn), turn.Eliminated, [.. turn.Suggestions.Where(s => s != turn.Question).Distinct().Take(MostSuggestions)], turn.ShowsFinder ? FinderUrl(turn) : null, next.Write(), turn.Draft.Sources);
    }

    /// <summary>What can be pointed at next. A park of those that were shown, when something is asked of it, leaves the others where they were; the same asked of another park puts that beside the one before.</summary>
    private static (IReadOnlyList<string> Shown, string? Focus) Remembered(Turn turn, Conversation? before)
    {
        if (turn.Draft.Shown is not [var one])
            return (turn.Draft.Shown.Count > 0 ? [.. turn.Draft.Shown] : before?.Shown ?? [], turn.Read.Cues.Overlaps(["top", "bottom"]) ? turn.Draft.Shown.FirstOrDefault() : null);
        var asks = turn.Read.Wanted.Count + turn.Read.Changed.Count == 0 && FactStep.AskedOf(turn).Count > 0;
        if (asks && before is { Shown.Count: > 1 } && before.Shown.Any(s => s == one || s.StartsWith(one + "/", StringComparison.Ordinal)))
            return (before.Shown, one);
        if (asks && turn.Read.Parks.Count == 1 && before is { Asked.Count: > 0, Shown: [var other] } && other != one)
            return ([other, one], one);
        return ([one], turn.Read.Cues.Overlaps(["top", "bottom"]) ? one : null);
    }

    private static Conversation Next(Turn turn, Conversation? before, IReadOnlyList<string> shown, string? focus)
    {
        var asked = turn.Asked;
        // Who asks something of one of those that were shown still looks for the same.
        if (before is not null && focus is not null && ReferenceEquals(shown, before.Shown))
            return before with { Focus = focus, Asked = FactStep.AskedOf(turn) };
        return new Conversation(asked.Seek, asked.Wanted, asked.Trades, asked.Pointed ? [] : asked.Parks, asked.Rest.Length > 100 ? "" : asked.Rest, shown, [.. asked.Wishes.Select(w => new Wished(w.Field, w.Low))], Conversation.PlaceAfter(asked.Seek, before),
            FactStep.AskedOf(turn), RecordStep.Carried(turn), focus, Conversation.TradesAfter(asked.Seek, before), Conversation.LeftAfter(asked.Wanted, before),
            before is null || before.Wanted.SequenceEqual(asked.Wanted) ? before?.Earlier : before.Wanted);
    }

    private static List<NeedChip> Chips(Turn turn) =>
    [
        .. turn.Asked.Seek is null or Seek.Park or Seek.Contact ? [] : turn.Parks.Select(p => new NeedChip("park", turn.Words["need.park"], turn.Draft.Name(p), true, [p.Slug])),
        .. turn.Request.Needs.All.Where(n => n.Must || turn.Sifted is null).Select(n => new NeedChip(n.Name, Label(turn, n), Value(turn, n), n.Must, n.Values)),
        .. turn.Request.OfRecords.Where(w => turn.Wanted.Any(a => NeedNames.Of(a.Name) == w.Name) && !w.Not && Property(turn, w.Name) is not null).Select(w => new NeedChip(w.Name, turn.Words.Label(Property(turn, w.Name)!), Property(turn, w.Name)!.DataType.Item(w.Value)?.Name.In(turn.Culture)
            ?? (decimal.TryParse(w.Value, CultureInfo.InvariantCulture, out var number) ? turn.Words.Amount(number, Property(turn, w.Name)!.Unit) : w.Value), w.Must, [w.Value])),
    ];

    private static Property? Property(Turn turn, string name) =>
        name.Split('.') is [var type, var alias] && turn.Snapshot.Schema.DocumentTypes.TryGetValue(type, out var holder) ? holder.Find(alias) : null;

    private static Property PropertyOf(Turn turn, NeedField field) => turn.Snapshot.Schema.DocumentTypes[field.Type].Find(field.Alias)!;

    private static string Label(Turn turn, Need need) => turn.Words.Find("need." + need.Name) ?? turn.Words.Label(PropertyOf(turn, need.Field));

    private static string Value(Turn turn, Need need)
    {
        var property = PropertyOf(turn, need.Field);
        string Amount() => turn.Words.Amount(decimal.Parse(need.Values[0], CultureInfo.InvariantCulture) is >= 100 and var large ? Math.Round(large) : decimal.Parse(need.Values[0], CultureInfo.InvariantCulture), property.Unit);
        string With(string key, string value) => string.Format(CultureInfo.InvariantCulture, turn.Words[key], value);
        return need.Field.Shape switch
        {
            NeedShape.AtLeast => With("wanted.least", Amount()),
            NeedShape.AtMost => With("wanted.most", Amount()),
            NeedShape.Area => Amount(),
            NeedShape.Flag => turn.Words["wanted.flag"],
            NeedShape.By => With("wanted.by", need.Values[0]),
            NeedShape.Words => turn.Words.Joined(need.Values),
            NeedShape.Choices => turn.Words.Joined(need.Values.Select(Name)), // all of them
            NeedShape.References => turn.Words.Joined(need.Values.Select(Name)), // all of them, too
            _ => string.Join(turn.Words["wanted.or"], need.Values.Select(Name)),
        };

        string Name(string value) => property.DataType.Item(value)?.Name.In(turn.Culture)
            ?? (need.Field.Folder is { } folder && turn.Snapshot.Resolve(folder + value).Document is { } document ? turn.Draft.Name(document) : value);
    }

    private static string FinderUrl(Turn turn) => turn.Snapshot.Schema.Languages[turn.Culture].UrlPrefix + "/finder?"
        + string.Join('&', turn.Request.Needs.Parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
}
