using System.ClientModel;
using Microsoft.Extensions.AI;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Assistant.Tools;
using ParkBrand.Search;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>One question put to a model: it speaks and asks for tools by turns, and each sentence is checked before anybody sees it.</summary>
internal sealed class Talk(IChatClient client, Line line, Topic topic, Func<string, ValueTask> say)
{
    private const int MostRounds = 4, MostSentences = 10, MostRemoved = 6, CharactersPerToken = 2;

    private readonly List<ChatMessage> messages = Brief.Of(topic.Question, topic.Answer, topic.Language);
    private readonly SentenceCheck check = Check(topic);
    private readonly List<string> kept = [];
    private readonly List<int> cited = [];
    private readonly Usage usage = topic.Usage;

    /// <exception cref="Unfounded">Too little is left of what was said.</exception>
    public async Task<Speech> Run(CancellationToken cancellation)
    {
        for (var round = 0; ; round++)
        {
            var calls = await Round(cancellation);
            if (calls.Count == 0 || IsEnough)
                break;
            if (round == MostRounds)
                throw new Unfounded();
            messages.Add(new ChatMessage(ChatRole.Assistant, [.. calls]));
            foreach (var call in calls)
                messages.Add(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(call.CallId, await topic.Toolbox.Call(call, cancellation))]));
        }

        return cited.Count > 0 && kept.Count >= usage.LeftOut ? new Speech(kept, [.. cited.Distinct()]) : throw new Unfounded();
    }

    private bool IsEnough => kept.Count >= MostSentences;

    private async Task<List<FunctionCallContent>> Round(CancellationToken cancellation)
    {
        var calls = new List<FunctionCallContent>();
        var sentences = new SentenceStream();
        var meter = new Meter(messages.Sum(m => m.Contents.Sum(Length)) / CharactersPerToken);
        try
        {
            var (reply, any) = await line.Open(() => client.GetStreamingResponseAsync(messages, new ChatOptions { Tools = [.. topic.Toolbox.All] }, cancellation), cancellation);
            if (!any)
                throw new FormatException("There is nothing in the reply.");
            await using (reply)
                for (; any && !IsEnough; any = await reply.MoveNextAsync())
                {
                    meter.Received += reply.Current.Contents.Sum(Length);
                    foreach (var content in reply.Current.Contents)
                        if (content is FunctionCallContent call)
                            calls.Add(call);
                        else if (content is UsageContent { Details: var told })
                            meter.Told = told;
                        else if (content is TextContent text)
                            foreach (var sentence in sentences.Add(text.Text))
                                await Take(sentence);
                }

            foreach (var sentence in sentences.Rest())
                await Take(sentence);
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException && meter.Received == 0)
        {
            // Refused before it was read: nobody asks money for that.
            meter.IsFree = true;
            throw;
        }
        finally
        {
            meter.Spend(usage);
        }

        return calls.Count > Toolbox.MostCalls ? throw new Unfounded() : calls;
    }

    private async Task Take(string sentence)
    {
        if (IsEnough)
            return;
        if (kept.Contains(sentence) || IsOfInstructions(sentence) || check.Cited(sentence) is not { } numbers)
        {
            if (++usage.LeftOut > MostRemoved)
                throw new Unfounded();
            return;
        }

        kept.Add(sentence);
        usage.Kept++;
        cited.AddRange(numbers);
        await say(sentence);
    }

    private static bool IsOfInstructions(string sentence) => Brief.Instructions.Contains(sentence.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private static int Length(AIContent content) => content switch
    {
        TextContent text => text.Text.Length,
        FunctionResultContent result => $"{result.Result}".Length,
        FunctionCallContent call => call.Name.Length + (call.Arguments?.Sum(a => a.Key.Length + $"{a.Value}".Length) ?? 0),
        _ => 0,
    };

    private static SentenceCheck Check(Topic topic)
    {
        var desk = topic.Toolbox.Desk;
        desk.Counts.Add(topic.Answer.Cards.Count);
        return new SentenceCheck(desk.Sources, new Lexis(desk.Culture != 0, topic.Answer.Needs.SelectMany(n => new[] { n.Label, n.Value })), topic.Question, desk.Counts);
    }

    /// <summary>Tokens of one round. Some servers tell them with every part, each time anew: the last counts. One that is broken off is paid for as well, though nobody told.</summary>
    /// <param name="sent">As guessed from the length of the texts.</param>
    private sealed class Meter(long sent)
    {
        /// <summary>Characters.</summary>
        public long Received { get; set; }
        public UsageDetails? Told { get; set; }
        public bool IsFree { get; set; }

        public void Spend(Usage usage)
        {
            var told = Told is { InputTokenCount: > 0 };
            usage.Sent += IsFree ? 0 : told ? Told!.InputTokenCount!.Value : sent;
            usage.Received += told ? Math.Max(0, Told!.OutputTokenCount ?? 0) : Received / CharactersPerToken;
        }
    }
}
