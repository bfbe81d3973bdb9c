using Microsoft.Extensions.AI;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Tools;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>What a model is given with a question: the rules, what the question was understood to ask, and what the site found, each fact with its number.</summary>
internal static class Brief
{
    private const int MostFacts = 60, LongestValue = 300;

    public static readonly string Instructions = Read();

    /// <param name="question">Already screened.</param>
    /// <param name="language">Name of the language that is answered in.</param>
    public static List<ChatMessage> Of(string question, Answer answer, string language) =>
    [
        new(ChatRole.System, Instructions.Replace("{language}", language, StringComparison.Ordinal)),
        new(ChatRole.User, Toolbox.Data(new
        {
            understood = answer.Needs.Select(n => $"{n.Label} {n.Value}").ToList(),
            draft = answer.Text,
            facts = answer.Citations.Take(MostFacts).Select(c => new { n = c.N, document = c.Title, field = c.Field, value = c.Value.Length > LongestValue ? c.Value[..LongestValue] : c.Value, confirmed = c.Date }).ToList(),
            documents = answer.Cards.Select(c => new { id = c.Url.TrimStart('/'), c.Title }).ToList(),
        }, question)),
    ];

    private static string Read()
    {
        using var text = new StreamReader(typeof(Brief).Assembly.GetManifestResourceStream("instructions.txt")!);
        return text.ReadToEnd();
    }
}
