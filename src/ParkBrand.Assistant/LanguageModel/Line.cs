using System.ClientModel;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>The way to the model: tried again once where that is quick, and left alone for a while after it has failed some times.</summary>
internal sealed class Line
{
    private const int TooMany = 429, ServerError = 500;
    internal const int MostAtOnce = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500), ShortWait = TimeSpan.FromMilliseconds(150);

    private readonly ResiliencePipeline opening, turn;

    // A model that is slow keeps whoever asks; beyond this the built-in answer is there at once.
    private int speaking;

    public Line(TimeProvider clock, ILogger? logger = null)
    {
        opening = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            ShouldHandle = args => ValueTask.FromResult(Wait(args.Outcome.Exception) is { } wait && wait <= LongestWait),
            DelayGenerator = args => ValueTask.FromResult(Wait(args.Outcome.Exception)),
        }).Build();
        turn = new ResiliencePipelineBuilder { TimeProvider = clock }.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.6,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(20),
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is not (null or Unfounded or OperationCanceledException)),
            OnOpened = args =>
            {
                logger?.LogWarning("The language model has failed several times and is left alone for {Seconds} s", args.BreakDuration.TotalSeconds);
                return default;
            },
            OnClosed = args =>
            {
                logger?.LogWarning("The language model answers again");
                return default;
            },
        }).Build();
    }

    /// <summary>Opens a reply up to its first part; what fails later is not asked again, since a part may have been shown.</summary>
    public async ValueTask<(IAsyncEnumerator<ChatResponseUpdate> Reply, bool Any)> Open(Func<IAsyncEnumerable<ChatResponseUpdate>> ask, CancellationToken cancellation) => await opening.ExecuteAsync(async token =>
    {
        var reply = ask().GetAsyncEnumerator(token);
        try
        {
            return (reply, await reply.MoveNextAsync());
        }
        catch
        {
            await reply.DisposeAsync();
            throw;
        }
    }, cancellation);

    /// <exception cref="BrokenCircuitException">It has failed too often just now.</exception>
    /// <exception cref="Crowded">Very many speak with it already.</exception>
    public async ValueTask<T> Turn<T>(Func<CancellationToken, ValueTask<T>> speak, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref speaking) > MostAtOnce)
                throw new Crowded();
            return await turn.ExecuteAsync(speak, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref speaking);
        }
    }

    /// <summary>How long to wait before it makes sense to ask again; null when it makes none.</summary>
    private static TimeSpan? Wait(Exception? e) => e switch
    {
        ClientResultException { Status: TooMany or >= ServerError } refused => refused.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var after) == true
            ? double.TryParse(after, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1000 ? TimeSpan.FromSeconds(seconds) : null
            : ShortWait,
        ClientResultException { Status: 0 } or HttpRequestException => ShortWait,
        _ => null,
    };
}

/// <summary>As many speak with the model as it may have at once.</summary>
internal sealed class Crowded() : Exception("Too many speak with the model.");

/// <summary>What a model said held too little that is so.</summary>
internal sealed class Unfounded() : Exception("Too little of what the model said is founded.");
