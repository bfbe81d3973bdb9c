using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Content.Questions;
using ParkBrand.Content.Storage;

namespace ParkBrand.Assistant.Feedback;

/// <summary>Takes what visitors think of answers, and what could not be answered. Every text goes through the screen first.</summary>
public sealed class FeedbackBox : BackgroundService
{
    private const int MostWaiting = 500, MostAtOnce = 100;
    private static readonly TimeSpan Collecting = TimeSpan.FromSeconds(1);
    private readonly Channel<KeepQuestions.Command> waiting = Channel.CreateBounded<KeepQuestions.Command>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly KeepQuestions keep;
    private readonly ILogger<FeedbackBox> log;

    internal FeedbackBox(KeepQuestions keep, ILogger<FeedbackBox> log) => (this.keep, this.log) = (keep, log);

    /// <exception cref="StorageException">It could not be kept.</exception>
    public Task Give(Verdict verdict, CancellationToken cancel = default) => keep.Execute([new KeepQuestions.Command(
        verdict.Helpful ? QuestionKind.Helpful : QuestionKind.Unhelpful, verdict.Culture, Masked(verdict.Question), verdict.Status, verdict.Reason, verdict.Comment is null ? null : Masked(verdict.Comment))], cancel);

    /// <summary>Notes a question that had nothing to show for an answer. The visitor does not wait for it, and under a flood of questions it is left out.</summary>
    public void Note(string question, string culture, Reply reply)
    {
        if (reply is { Status: AnswerStatus.OutOfScope, Cards.Count: 0 } or { Status: AnswerStatus.Clarify or AnswerStatus.NoMatch, Cards.Count: 0, Citations.Count: 0 } && Masked(question) is { Length: > 0 } masked)
            waiting.Writer.TryWrite(new KeepQuestions.Command(QuestionKind.Unanswered, culture, masked, JsonNamingPolicy.KebabCaseLower.ConvertName(reply.Status.ToString())));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Collecting, stoppingToken);
                await Keep(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            await Keep(CancellationToken.None);
        }
    }

    private async Task Keep(CancellationToken cancel)
    {
        var some = new List<KeepQuestions.Command>();
        while (some.Count < MostAtOnce && waiting.Reader.TryRead(out var one))
            some.Add(one);
        if (some.Count == 0)
            return;
        try
        {
            await keep.Execute(some, cancel);
        }
        catch (StorageException e)
        {
            log.LogWarning("{Count} unanswered questions could not be kept: {Reason}", some.Count, e.Message);
        }
    }

    private static string Masked(string text) => Screen.Clean(text) is var clean && clean.Length <= KeepQuestions.LongestText ? clean : clean[..KeepQuestions.LongestText];
}
