using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Assistant.Tools;
using ParkBrand.Content;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Asking;

/// <summary>What came of asking a model: an answer, or why not. Neither where there was nothing to phrase.</summary>
internal sealed class Spoken
{
    public Answer? Answer { get; set; }
    public Fallback? Why { get; set; }
}

/// <summary>
/// Lets a model phrase what the built-in steps found. Status, needs, cards and links stay theirs, and so does what cites
/// nothing: how many were found, what is missing, what was not understood. What they refuse or ask back never reaches a model.
/// </summary>
internal sealed class ModelStep(Func<Speaker> speaker, SiteSearch search, TimeProvider clock)
{
    private readonly Lazy<Speaker> speaker = new(speaker);

    public async IAsyncEnumerable<string> Speak(Answer answer, Inquiry inquiry, Spoken spoken, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sentences = SiteAssistant.Sentences(answer.Text).ToList();
        var first = sentences.TakeWhile(s => !Cites(s)).ToList();
        var last = sentences.Skip(first.Count).Where(s => !Cites(s)).ToList();
        foreach (var sentence in first)
            yield return sentence;
        if (answer is not { Sources: { } sources, Status: AnswerStatus.Answered or AnswerStatus.Partial or AnswerStatus.NoMatch })
        {
            foreach (var sentence in sentences.Skip(first.Count))
                yield return sentence;
            yield break;
        }

        var desk = new Desk(sources, search, ChinaTime.Today(clock));
        var topic = new Topic(Screen.Clean(inquiry.Question), answer, new Toolbox(desk), sources.Snapshot.Schema.Languages[inquiry.Culture].IsoCode);
        var told = Channel.CreateUnbounded<string>();
        var speaking = Task.Run(async () =>
        {
            try
            {
                return await speaker.Value.Speak(topic, inquiry.Visitor, sentence => told.Writer.WriteAsync(sentence, CancellationToken.None), cancellation);
            }
            finally
            {
                told.Writer.Complete();
            }
        }, CancellationToken.None);
        await foreach (var sentence in told.Reader.ReadAllAsync(cancellation))
            yield return sentence;
        var (speech, why) = await speaking;
        spoken.Why = why;
        if (speech is null)
            yield break;
        foreach (var sentence in last)
            yield return sentence;
        spoken.Answer = answer with
        {
            Text = string.Join(inquiry.Culture == 0 ? "" : " ", first.Concat(speech.Sentences).Concat(last).Select(s => s.Trim())),
            Citations = [.. sources.Citations.Where(c => c.N <= answer.Citations.Count || speech.Cited.Contains(c.N))],
        };
    }

    private static bool Cites(string sentence) => sentence.Contains('[', StringComparison.Ordinal);
}
