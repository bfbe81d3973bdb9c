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

    /// <summary>What it took; null where nothing was put to it.</summary>
    public Usage? Usage { get; set; }

    /// <summary>Everything that it could cite, by number.</summary>
    public IReadOnlyList<Citation> Known { get; set; } = [];
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
        var sentences = Sentences(answer).ToList();
        var first = sentences.TakeWhile(s => !s.Cites).Select(s => s.Text).ToList();
        var last = sentences.Skip(first.Count).Where(s => !s.Cites).Select(s => s.Text).ToList();
        foreach (var sentence in first)
            yield return sentence;
        if (answer is not { Sources: { } sources, Status: AnswerStatus.Answered or AnswerStatus.Partial or AnswerStatus.NoMatch })
        {
            foreach (var (sentence, _) in sentences.Skip(first.Count))
                yield return sentence;
            yield break;
        }

        var desk = new Desk(sources, search, ChinaTime.Today(clock));
        var topic = new Topic(Screen.Clean(inquiry.Question), answer, new Toolbox(desk), sources.Snapshot.Schema.Languages[inquiry.Culture].IsoCode);
        (spoken.Usage, spoken.Known) = (topic.Usage, sources.Citations);
        var told = Channel.CreateUnbounded<string>();
        // Whoever stops listening, for whatever reason, stops the model as well.
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var speaking = Task.Run(async () =>
        {
            try
            {
                return await speaker.Value.Speak(topic, inquiry.Visitor, sentence => told.Writer.WriteAsync(sentence, CancellationToken.None), left.Token);
            }
            finally
            {
                told.Writer.Complete();
            }
        }, CancellationToken.None);
        try
        {
            await foreach (var sentence in told.Reader.ReadAllAsync(cancellation))
                yield return sentence;
        }
        finally
        {
            if (!told.Reader.Completion.IsCompleted)
            {
                await left.CancelAsync();
                await ((Task)speaking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

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

    /// <summary>A text of several sentences that is told with its mark behind the last cites with each of them: none may stand alone.</summary>
    private static IEnumerable<(string Text, bool Cites)> Sentences(Answer answer)
    {
        var (cited, start) = (Grounding.Cited(answer.Text, answer.Citations).ToList(), 0);
        foreach (var sentence in SiteAssistant.Sentences(answer.Text))
        {
            yield return (sentence, cited.Exists(c => c.Start < start + sentence.Length && c.End > start));
            start += sentence.Length;
        }
    }
}
