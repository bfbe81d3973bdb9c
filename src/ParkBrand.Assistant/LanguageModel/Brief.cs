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
            facts = answer.Sources!.All.Take(Math.Min(MostFacts, answer.Citations.Count)).Select(s => Fact(s, answer.Sources)).ToList(),
            documents = answer.Cards.Select(c => new { id = c.Url.TrimStart('/'), c.Title }).ToList(),
        }, question)),
    ];

    private static object Fact(Source source, Sources sources) => new
    {
        n = source.Citation.N,
        document = source.Citation.Title,
        park = sources.Snapshot.Find(source.Document.ParentId) is { Type.Alias: "park" } park ? sources.Name(park) : null,
        field = source.Citation.Field,
        value = source.Citation.Value.Length > LongestValue ? source.Citation.Value[..LongestValue] : source.Citation.Value,
        confirmed = source.Citation.Date,
    };

    private static string Read()
    {
        using var text = new StreamReader(typeof(Brief).Assembly.GetManifestResourceStream("instructions.txt")!);
        return text.ReadToEnd();
    }
}
