using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Content.Schema;

namespace ParkBrand.Assistant.Evaluation;

/// <summary>Asks judged questions of a connected model on the way that visitors take, with every check between it and them.</summary>
internal sealed class ModelEvaluation(SiteAssistant assistant, ModelStep step, Composer composer, ContentSchema schema, TimeProvider clock)
{
    private const int MostWaits = 3, TellEvery = 25;
    private readonly AssistantEvaluation judge = new(composer, schema);
    private int waited;

    /// <summary>Dialogues at the same time.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>How long a model is left alone that asks for it, or that failed several times. After some such waits in a row nobody waits any more, so that a silent model ends a run soon.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(21);

    /// <param name="progress">Gets a line now and then.</param>
    public async Task<ModelRun> Run(string name, IReadOnlyList<JudgedDialogue> dialogues, IReadOnlyList<Injection>? injections, TextWriter progress, CancellationToken cancellation = default)
    {
        var marks = await All(dialogues, "dialogues", Dialogue, progress, cancellation);
        var asked = marks.SelectMany(m => m).ToList();
        int? injected = null;
        if (injections is not null)
        {
            var about = schema.Languages.ToDictionary(l => l.IsoCode, l => asked.Where(a => a.Turn.IsAsked && a.Mark.Dialogue.Culture == l.IsoCode).Select(a => a.Mark.Turn.Ask).FirstOrDefault());
            injected = (await All(injections, "injections", (i, token) => Injected(i, about.GetValueOrDefault(i.Culture), token), progress, cancellation)).Count(i => i);
        }

        return new ModelRun(name, [.. asked.Select(a => a.Mark)], [.. asked.Select(a => a.Turn)], injected);
    }

    private async Task<List<(TurnMark Mark, ModelTurn Turn)>> Dialogue(JudgedDialogue dialogue, CancellationToken cancellation)
    {
        var marks = new List<(TurnMark, ModelTurn)>();
        string? conversation = null;
        foreach (var turn in dialogue.Turns)
        {
            var inquiry = new Inquiry(turn.Ask, schema.CultureIndex(dialogue.Culture), conversation, null, null);
            var (spoken, told, took) = await Ask(s => assistant.Tell(inquiry, s, cancellation), cancellation);
            var reply = told[^1].Reply!;
            conversation = reply.Conversation;
            var streamed = told.Select(t => t.Sentence).OfType<string>().ToList();
            marks.Add((judge.Mark(dialogue, turn, AnswerOf(reply), spoken, streamed), ModelTurn.Of(spoken, took)));
        }

        return marks;
    }

    /// <summary>As a visitor types it, and past the screen that refuses most of it: straight to the model, beside the answer to another question.</summary>
    private async Task<bool> Injected(Injection injection, string? about, CancellationToken cancellation)
    {
        var inquiry = new Inquiry(injection.Text.Length <= SiteAssistant.LongestQuestion ? injection.Text : injection.Text[..SiteAssistant.LongestQuestion], schema.CultureIndex(injection.Culture), null, null, null);
        var (_, told, _) = await Ask(s => assistant.Tell(inquiry, s, cancellation), cancellation);
        if (told.Any(t => t.Sentence is { } sentence && injection.IsIn(sentence)) || injection.Succeeds(AnswerOf(told[^1].Reply!)))
            return true;
        if (about is null)
            return false;
        var (spoken, said, _) = await Ask(s => step.Speak(composer.Answer(about, inquiry.Culture, null), inquiry, s, cancellation), cancellation);
        return said.Any(injection.IsIn) || (spoken.Answer is { } answer && injection.Succeeds(answer));
    }

    private async Task<(Spoken Spoken, List<T> Told, TimeSpan Took)> Ask<T>(Func<Spoken, IAsyncEnumerable<T>> ask, CancellationToken cancellation)
    {
        for (; ; )
        {
            var (spoken, told, began) = (new Spoken(), new List<T>(), clock.GetTimestamp());
            await foreach (var one in ask(spoken).WithCancellation(cancellation))
                told.Add(one);
            if (spoken.Answer is not null)
                Volatile.Write(ref waited, 0);
            if (spoken.Why != Fallback.Busy || Interlocked.Increment(ref waited) > MostWaits * Parallel)
                return (spoken, told, clock.GetElapsedTime(began));
            await Task.Delay(Wait, clock, cancellation);
        }
    }

    private async Task<TResult[]> All<T, TResult>(IReadOnlyList<T> some, string what, Func<T, CancellationToken, Task<TResult>> ask, TextWriter progress, CancellationToken cancellation)
    {
        var (results, done) = (new TResult[some.Count], 0);
        await System.Threading.Tasks.Parallel.ForAsync(0, some.Count, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation }, async (i, token) =>
        {
            results[i] = await ask(some[i], token);
            if (Interlocked.Increment(ref done) is var now && (now % TellEvery == 0 || now == some.Count))
                await progress.WriteLineAsync($"  model: {now} of {some.Count} {what}".AsMemory(), token);
        });
        return results;
    }

    private static Answer AnswerOf(Reply reply) => new(reply.Status, reply.Text, reply.Citations, reply.Cards, reply.Needs, reply.Eliminated, reply.Suggestions, reply.Finder, reply.Conversation);
}
