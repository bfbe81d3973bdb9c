using ParkBrand.Assistant.Evaluation;
using ParkBrand.Assistant.Guardrails;
using ParkBrand.Search;

namespace ParkBrand.Web.Verbs;

/// <summary>Learns from the questions in the repository what to doubt, or says why a question is doubted: <c>parkbrand learn</c>.</summary>
internal static class Learn
{
    private const int MostReasons = 20;

    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--schema", "--why", "--kind"]) is not { } options)
            return 2;
        if (options["--why"] is { } question)
        {
            var folded = Wording.Fold(question);
            Console.WriteLine(string.Join("  ", Doubt.Kinds.Zip(Doubt.Sums(folded), (kind, sum) => $"{kind} {sum:0.00}")));
            foreach (var (gram, weight) in Doubt.Reasons(folded, options["--kind"] ?? Doubt.Any).OrderByDescending(r => Math.Abs(r.Weight)).Take(MostReasons))
                Console.WriteLine($"{weight / (double)Doubt.Scale,7:+0.00;-0.00}  {gram}");
            return 0;
        }

        var root = Path.GetDirectoryName(options.SchemaFile)!;
        var file = Path.Combine(root, "src/ParkBrand.Assistant/Guardrails/doubt.json");
        await File.WriteAllTextAsync(file, DoubtTraining.Learn(Path.Combine(root, "tests/ParkBrand.Tests/Assistant"), Path.Combine(root, "content/evaluation/assistant.yaml")));
        Console.WriteLine($"{file} is written; build again to use it.");
        return 0;
    }
}
