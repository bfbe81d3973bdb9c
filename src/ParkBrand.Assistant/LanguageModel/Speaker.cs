using System.ClientModel;
using System.Net;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.Tools;
using Polly.CircuitBreaker;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>Has a language model phrase an answer, for as long as it is quick, cheap and right; else says why it was not used.</summary>
internal sealed class Speaker(IChatClient client, ModelOptions options, Budget budget, Line line, ILogger<Speaker> logger) : IDisposable
{
    /// <param name="say">Gets each sentence once it has been checked.</param>
    /// <returns>What was said, or why the built-in answer has to do. Nothing is thrown but what the visitor cancels.</returns>
    public async Task<(Speech? Speech, Fallback? Why)> Speak(Topic topic, IPAddress? visitor, Func<string, ValueTask> say, CancellationToken cancellation)
    {
        if (!budget.Allows(visitor))
        {
            if (budget.IsNewlySpent())
                logger.LogWarning("What may be spent today on the language model is spent; built-in answers are given until midnight in China");
            return (null, Fallback.Budget);
        }

        try
        {
            return (await line.Turn(async token => await Within(topic, visitor, say, token), cancellation), null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // Whatever a foreign server does, the visitor gets an answer. Its words may repeat the question: they are not kept.
            var why = Reason(e);
            // That it is left alone is told once, not with every question.
            logger.Log(e is BrokenCircuitException or Crowded ? LogLevel.Debug : LogLevel.Warning, "The language model was not used: {Why} ({Kind} {Status})", why, e.GetType().Name, (e as ClientResultException)?.Status);
            return (null, why);
        }
    }

    public void Dispose() => client.Dispose();

    private async ValueTask<Speech> Within(Topic topic, IPAddress? visitor, Func<string, ValueTask> say, CancellationToken cancellation)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        whole.CancelAfter(options.Whole);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
        patience.CancelAfter(options.Patience);
        var talk = new Talk(client, line, topic, async sentence =>
        {
            patience.CancelAfter(options.Patience);
            await say(sentence);
        });
        try
        {
            return await talk.Run(patience.Token);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // A stream that is closed from here may end in any error; it is none of the model's.
            throw new OperationCanceledException(cancellation);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException();
        }
        finally
        {
            budget.Spend(visitor, topic.Usage.Sent, topic.Usage.Received);
        }
    }

    private static Fallback Reason(Exception e) => e switch
    {
        TimeoutException => Fallback.Silent,
        Unfounded => Fallback.Unfounded,
        BrokenCircuitException or Crowded or ClientResultException { Status: 429 } => Fallback.Busy,
        _ => Fallback.Failed,
    };
}

/// <param name="Question">Already screened.</param>
internal sealed record Topic(string Question, Answer Answer, Toolbox Toolbox, string Language)
{
    public Usage Usage { get; } = new();
}

/// <param name="Cited">Numbers of the sources, in the order in which they were first cited.</param>
internal sealed record Speech(IReadOnlyList<string> Sentences, IReadOnlyList<int> Cited);
