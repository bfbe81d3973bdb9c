using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>The seam of Microsoft.Extensions.AI over the client of OpenAI, as far as the assistant needs it: texts, functions, usage.</summary>
internal sealed class OpenAIChat : IChatClient
{
    private readonly HttpClient http;
    private readonly ChatClient client;

    public OpenAIChat(ModelOptions options)
    {
        http = new HttpClient(new BoundedReply { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = options.Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(5) } }) { Timeout = Timeout.InfiniteTimeSpan };
        client = new ChatClient(options.Model, new ApiKeyCredential(options.Key.Length > 0 ? options.Key : "none"), new OpenAIClientOptions
        {
            Endpoint = options.Url,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0), // whoever asks knows how much time is left
            NetworkTimeout = options.Whole,
            UserAgentApplicationId = "ParkBrand",
        });
    }

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var completion = (await client.CompleteChatAsync(messages.Select(Message), Options(options), cancellationToken)).Value;
        List<AIContent> contents = [new TextContent(string.Concat(completion.Content.Select(c => c.Text))), .. completion.ToolCalls.Select(t => Call(t.Id, t.FunctionName, t.FunctionArguments.ToString()))];
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)) { Usage = Usage(completion.Usage) };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var calls = new SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)>();
        await foreach (var update in client.CompleteChatStreamingAsync(messages.Select(Message), Options(options), cancellationToken).WithCancellation(cancellationToken))
        {
            foreach (var call in update.ToolCallUpdates)
            {
                var (id, name, arguments) = calls.GetValueOrDefault(call.Index, ("", "", new StringBuilder()));
                calls[call.Index] = (call.ToolCallId is { Length: > 0 } toolId ? toolId : id, call.FunctionName is { Length: > 0 } function ? function : name, arguments.Append(call.FunctionArgumentsUpdate));
            }

            if (update.ContentUpdate.Count > 0)
                yield return new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(c => c.Text)));
            if (update.Usage is not null)
                yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage(update.Usage)!)]);
        }

        if (calls.Count > 0)
            yield return new ChatResponseUpdate(ChatRole.Assistant, [.. calls.Values.Select(c => Call(c.Id, c.Name, c.Arguments.ToString()))]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private static FunctionCallContent Call(string id, string name, string arguments)
    {
        try
        {
            return new FunctionCallContent(id, name, arguments.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments));
        }
        catch (JsonException e)
        {
            return new FunctionCallContent(id, name) { Exception = e };
        }
    }

    private static UsageDetails? Usage(ChatTokenUsage? usage) => usage is null ? null : new UsageDetails { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount };

    private static ChatCompletionOptions Options(ChatOptions? options)
    {
        var mapped = new ChatCompletionOptions();
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            mapped.Tools.Add(ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        return mapped;
    }

    private static OpenAI.Chat.ChatMessage Message(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().ToList();
        return message switch
        {
            { Role.Value: "system" } => new SystemChatMessage(message.Text),
            { Role.Value: "tool" } when message.Contents is [FunctionResultContent result] => new ToolChatMessage(result.CallId, $"{result.Result}"),
            { Role.Value: "assistant" } when calls.Count > 0 => new AssistantChatMessage(calls.Select(c => ChatToolCall.CreateFunctionToolCall(c.CallId, c.Name, BinaryData.FromString(JsonSerializer.Serialize(c.Arguments ?? new Dictionary<string, object?>()))))),
            { Role.Value: "assistant" } => new AssistantChatMessage(message.Text),
            _ => new UserChatMessage(message.Text),
        };
    }
}
