using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using ParkBrand.Assistant.Evaluation;

namespace ParkBrand.Bench.Hosting;

/// <summary>Many dialogues at once against one server, each asking its next question as soon as it has its answer, or at a pace. Prints how many answers came.</summary>
internal static class Chats
{
    /// <summary>The half of the judged questions that is looked at while the assistant is worked on; all kinds mixed, so that some of them are like all.</summary>
    public static List<JudgedDialogue> Questions(string root) => [.. JudgedDialogue.Read(Path.Combine(root, "content", "evaluation", "assistant.yaml")).Where(d => d.Tune).OrderBy(d => string.Concat(d.Id.Reverse()), StringComparer.Ordinal)];

    /// <param name="args">Address of the server, root of the repository, how many, seconds, and the seconds from one question of a chat to its next; 0 waits for the answer alone.</param>
    public static async Task<int> Run(string[] args)
    {
        var (dialogues, chats) = (Questions(args[1]), int.Parse(args[2], CultureInfo.InvariantCulture));
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(double.Parse(args[3], CultureInfo.InvariantCulture)));
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = chats }) { BaseAddress = new Uri(args[0]), Timeout = TimeSpan.FromMinutes(2) };
        var (answers, pace) = (0, TimeSpan.FromSeconds(double.Parse(args[4], CultureInfo.InvariantCulture)));
        await Task.WhenAll(Enumerable.Range(0, chats).Select(async i =>
        {
            try
            {
                // People do not begin in the same moment.
                await Task.Delay(pace * i / chats, over.Token);
                for (var d = i; !over.IsCancellationRequested; d += chats)
                {
                    string? conversation = null;
                    var dialogue = dialogues[d % dialogues.Count];
                    foreach (var turn in dialogue.Turns)
                    {
                        var next = Task.Delay(pace, over.Token);
                        conversation = await Ask(http, turn.Ask, dialogue.Culture, conversation, over.Token);
                        Interlocked.Increment(ref answers);
                        await next;
                    }
                }
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
            }
        }));
        Console.WriteLine(answers);
        return 0;
    }

    /// <returns>The conversation to ask the next question in.</returns>
    public static async Task<string?> Ask(HttpClient http, string question, string culture, string? conversation, CancellationToken cancel = default)
    {
        using var response = await http.PostAsJsonAsync("/api/assistant", new { question, culture, conversation }, cancel);
        response.EnsureSuccessStatusCode();
        using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancel), default, cancel);
        return answer.RootElement.GetProperty("conversation").GetString();
    }
}
