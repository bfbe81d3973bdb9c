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
    private int removed;
    private bool metered;

    /// <summary>Tokens, as the server counts them, or guessed where it does not.</summary>
    public long Sent { get; private set; }
    public long Received { get; private set; }

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

        return cited.Count > 0 && kept.Count >= removed ? new Speech(kept, [.. cited.Distinct()]) : throw new Unfounded();
    }

    private bool IsEnough => kept.Count >= MostSentences;

    private async Task<List<FunctionCallContent>> Round(CancellationToken cancellation)
    {
        var calls = new List<FunctionCallContent>();
        var sentences = new SentenceStream();
        var (sent, received) = (messages.Sum(m => m.Contents.Sum(Length)), 0);
        metered = false;
        var (reply, any) = await line.Open(() => client.GetStreamingResponseAsync(messages, new ChatOptions { Tools = [.. topic.Toolbox.All] }, cancellation), cancellation);
        if (!any)
            throw new FormatException("There is nothing in the reply.");
        await using (reply)
            for (; any && !IsEnough; any = await reply.MoveNextAsync())
            {
                received += reply.Current.Contents.Sum(Length);
                foreach (var content in reply.Current.Contents)
                    if (content is FunctionCallContent call)
                        calls.Add(call);
                    else if (content is UsageContent { Details: var usage })
                        Meter(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
                    else if (content is TextContent text)
                        foreach (var sentence in sentences.Add(text.Text))
                            await Take(sentence);
            }

        foreach (var sentence in sentences.Rest())
            await Take(sentence);
        if (!metered)
            Meter(sent / CharactersPerToken, received / CharactersPerToken);
        return calls.Count > Toolbox.MostCalls ? throw new Unfounded() : calls;
    }

    private async Task Take(string sentence)
    {
        if (IsEnough)
            return;
        if (kept.Contains(sentence) || IsOfInstructions(sentence) || check.Cited(sentence) is not { } numbers)
        {
            if (++removed > MostRemoved)
                throw new Unfounded();
            return;
        }

        kept.Add(sentence);
        cited.AddRange(numbers);
        await say(sentence);
    }

    private void Meter(long sent, long received) => (Sent, Received, metered) = (Sent + sent, Received + received, true);

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
}
