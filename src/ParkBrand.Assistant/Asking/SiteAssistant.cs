using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Conversations;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Matching;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Asking;

/// <summary>The assistant as the site and the API ask it. It keeps nothing between two questions.</summary>
public sealed partial class SiteAssistant
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly Composer composer;
    private readonly SnapshotSource snapshots;
    private readonly SiteSearch search;

    private readonly AssistantLimits limits;
    private readonly ModelStep? model;

    internal SiteAssistant(Composer composer, SnapshotSource snapshots, SiteSearch search, AssistantLimits limits, ModelStep? model = null) => (this.composer, this.snapshots, this.search, this.limits, this.model) = (composer, snapshots, search, limits, model);

    /// <summary>The longest question that is read, in characters.</summary>
    public static int LongestQuestion => Screen.Longest;

    /// <summary>False for some seconds after a start, while words cannot be looked up yet.</summary>
    public bool IsReady => search.IsCurrent(snapshots.Current) || search.Search(new SearchRequest("park", 0, DateOnly.MinValue) { Take = 1, Marked = false }, snapshots.Current).Ready;

    /// <summary>A question as it may be shown and kept: what cannot be seen is taken out, what identifies a person is masked.</summary>
    public static string Shown(string question) => Screen.Clean(question);

    /// <param name="question">At most <see cref="LongestQuestion"/> characters.</param>
    /// <param name="culture">Index of the language in the schema.</param>
    /// <param name="conversation">What the reply before gave along; anything else begins anew.</param>
    /// <param name="without">Names of needs that the question is not to be understood to have; see <see cref="NeedChip.Name"/>.</param>
    /// <returns>The answer without a language model, in some milliseconds.</returns>
    public Reply Ask(string question, int culture, string? conversation, IReadOnlyCollection<string>? without = null) => Reply(question, Answer(question, culture, conversation, without), culture);

    /// <summary>The answer as it comes, phrased by a language model where one is connected and does well. Whatever that does, the last part is a reply.</summary>
    public IAsyncEnumerable<Told> Tell(Inquiry inquiry, CancellationToken cancellation = default) => Tell(inquiry, model is null || inquiry.ByRules ? null : new Spoken(), cancellation);

    /// <param name="spoken">Gets what came of asking the model; null is by rules.</param>
    internal async IAsyncEnumerable<Told> Tell(Inquiry inquiry, Spoken? spoken, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var answer = await limits.InTurn(() => Answer(inquiry.Question, inquiry.Culture, inquiry.Conversation, inquiry.Without), cancellation);
        if (spoken is not null)
            await foreach (var sentence in model!.Speak(answer, inquiry, spoken, cancellation))
                yield return new Told(sentence, null);
        else
            foreach (var sentence in Sentences(answer.Text))
                yield return new Told(sentence, null);
        var reply = Reply(inquiry.Question, spoken?.Answer ?? answer, inquiry.Culture);
        yield return new Told(null, spoken switch
        {
            null => reply,
            { Answer: not null } => reply with { Mode = Asking.Reply.Model, AiLabel = In(inquiry.Culture)["ai.label.model"] },
            { Why: { } why } => reply with { Fallback = why, AiLabel = In(inquiry.Culture)["ai.label.fallback"] },
            _ => reply,
        });
    }

    /// <summary>The last part of what is told.</summary>
    public async Task<Reply> Ask(Inquiry inquiry, CancellationToken cancellation = default)
    {
        await foreach (var told in Tell(inquiry, cancellation))
            if (told.Reply is { } reply)
                return reply;
        throw new InvalidOperationException("An answer ends with a reply.");
    }

    private Answer Answer(string question, int culture, string? conversation, IReadOnlyCollection<string>? without) => composer.Answer(question, culture, conversation, without is { Count: > 0 } ? asked => Understood(asked, without) : null);

    private Reply Reply(string question, Answer answer, int culture) => new(
        Shown(question), answer.Status, answer.Text, answer.Citations, [.. answer.Cards.Select(c => c with { Sector = Sector(c.Url) })], answer.Needs, answer.Eliminated, answer.Suggestions, answer.FinderUrl,
        Asking.Reply.BuiltIn, In(culture)["ai.label"], answer.Conversation, Handover(answer, culture));

    /// <summary>A need as people call it.</summary>
    /// <returns>Null for what is no need.</returns>
    public string? NeedName(string need, int culture) =>
        NeedField.Find(need) is { } field ? In(culture).Find("need." + need) ?? In(culture).Label(snapshots.Current.Schema.DocumentTypes[field.Type].Find(field.Alias)!)
            : need.Split('.') is [var type, var alias] && snapshots.Current.Schema.DocumentTypes.TryGetValue(type, out var holder) && holder.Find(alias) is { } property ? In(culture).Label(property) : null;

    /// <summary>A conversation in which a park has been spoken of, for a question that is asked beside it.</summary>
    public static string About(PublishedDocument park) => new Conversation(null, [], [], [park.Slug], "", [park.Path!]).Write();

    /// <summary>Whether something was given along by a reply.</summary>
    public static bool IsConversation(string? opaque) => Conversation.Read(opaque) is not null;

    /// <summary>A text in the parts in which it is told. Together they are the text again.</summary>
    public static IReadOnlyList<string> Sentences(string text) => [.. Ends().Split(text).Where(s => s.Length > 0)];

    /// <summary>Sentences as paragraphs: each that cites stands by itself, the others go together.</summary>
    public static IReadOnlyList<string> Paragraphs(string text)
    {
        var paragraphs = new List<string>();
        foreach (var sentence in Sentences(text))
            if (paragraphs.Count > 0 && !Cites(paragraphs[^1]) && !Cites(sentence))
                paragraphs[^1] += sentence;
            else
                paragraphs.Add(sentence);
        return paragraphs;
    }

    private static bool Cites(string text) => text.Contains('[', StringComparison.Ordinal);

    /// <summary>As the API gives it.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, Options);

    private static Understanding Understood(Understanding asked, IReadOnlyCollection<string> without) => asked with
    {
        Wanted = [.. asked.Wanted.Where(w => !without.Contains(NeedNames.Of(w.Name)))],
        Wishes = [.. asked.Wishes.Where(w => without.All(name => NeedField.Find(name)?.Alias != w.Field))],
        Trades = without.Contains("niche") ? [] : asked.Trades,
        Parks = without.Contains("park") ? [] : asked.Parks,
    };

    private Handover? Handover(Answer answer, int culture)
    {
        if (answer.Cards.Select(c => ParkAt(c.Url)).FirstOrDefault(p => p is not null) is not { } park || park.In(culture, snapshots.Current.Schema) is not { } variant
            || variant.Values.Text("contactName") is not { } name || variant.Values.Text("contactPhone") is not { } phone)
            return null;
        var needs = In(culture).Joined(answer.Needs.Select(n => $"{n.Label} {n.Value}"));
        var enquiry = string.Format(CultureInfo.InvariantCulture, In(culture)[needs.Length > 0 ? "handover.enquiry" : "handover.bare"], variant.Name, needs);
        return new Handover(variant.Name, snapshots.Current.Schema.Languages[culture].UrlPrefix + park.Path, name, phone, variant.Values.Text("contactEmail") ?? "", enquiry);
    }

    /// <summary>Key of the line that a card's park is on.</summary>
    private string? Sector(string url) => ParkAt(url)?.In(0, snapshots.Current.Schema)?.Values.Reference("sector") is { } id ? snapshots.Current.Find(id)?.In(0, snapshots.Current.Schema)?.Values.Text("key") : null;

    private PublishedDocument? ParkAt(string url)
    {
        var snapshot = snapshots.Current;
        var prefix = snapshot.Schema.Languages.Select(l => l.UrlPrefix).FirstOrDefault(p => p.Length > 0 && url.StartsWith(p + "/", StringComparison.Ordinal)) ?? "";
        var document = snapshot.Resolve(url[prefix.Length..]) is (PathState.Live, { } found) ? found : null;
        return document?.Type.Alias == "park" ? document : snapshot.Find(document?.ParentId) is { Type.Alias: "park" } park ? park : null;
    }

    private Words In(int culture) => composer.In(culture);

    // Not before a citation mark or a closing quotation mark, which belong to the sentence.
    [GeneratedRegex(@"(?<=[\u3002\uff01\uff1f])(?![\[\u201d\uff09])|(?<=[.!?] )(?=\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Ends();
}
