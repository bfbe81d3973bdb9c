using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Assistant.Answering;
using ParkBrand.Assistant.Asking;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Assistant.LanguageModel;
using ParkBrand.Content;
using ParkBrand.Content.Import;
using ParkBrand.Search;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Web.Verbs;

/// <summary>Judges the assistant: <c>parkbrand eval assistant</c>.</summary>
internal static class EvalAssistant
{
    public const string Usage = "parkbrand eval assistant [--content DIR] [--questions FILE] [--injections FILE] [--accepted FILE] [--accept] [--misses] [--assistant-url URL --assistant-model NAME [--parallel 4]]";
    private const int MostParallel = 32;

    public static async Task<int> Run(string[] args)
    {
        if (Options.Parse(args, ["--schema", "--content", "--questions", "--injections", "--accepted", "--parallel", .. ModelOptions.Names], ["--misses", "--accept"]) is not { } options)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var (model, problem) = ModelOptions.Read(o => options[o], Environment.GetEnvironmentVariable);
        if ((problem ?? (Parallel(options) is null ? $"--parallel: {options["--parallel"]} is no number from 1 to {MostParallel}." : null)) is { } mistake)
        {
            await Console.Error.WriteLineAsync(mistake);
            return 2;
        }

        return await JudgedCity.With(options, city => Judge(city, options, model));
    }

    private static int? Parallel(Options options) => options["--parallel"] is not { } given ? 4
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var parallel) && parallel is > 0 and <= MostParallel ? parallel : null;

    private static async Task<int> Judge(JudgedCity city, Options options, ModelOptions? model)
    {
        var dialogues = JudgedDialogue.Read(options["--questions"] ?? Path.Combine(options.ContentFolder, "evaluation", "assistant.yaml"));
        var clock = city.Services.GetRequiredService<TimeProvider>();
        var composer = new Composer(city.Snapshots, new SiteSearch(city.Indexer), clock);
        var schema = city.Snapshots.Current.Schema;
        var marks = new AssistantEvaluation(composer, schema).Run(dialogues);
        Print(marks);
        foreach (var group in marks.GroupBy(m => (m.Dialogue.Tune, Wanted: string.Join('|', m.Turn.Status), Got: m.Answer.Status)).Where(g => g.Any(m => !m.Status)).OrderBy(g => g.Key.Tune).ThenByDescending(g => g.Count()))
            Console.WriteLine($"  {(group.Key.Tune ? "tune" : "held back")}: {group.Count()} × {group.Key.Wanted} → {group.Key.Got}");
        foreach (var half in marks.Where(m => m.Needs == false).GroupBy(m => m.Dialogue.Tune).OrderBy(g => g.Key))
            Console.WriteLine($"  {(half.Key ? "tune" : "held back")}: needs misread: {string.Join(", ", half.SelectMany(AssistantEvaluation.Misread).CountBy(n => n).OrderByDescending(n => n.Value).Select(n => $"{n.Key} {n.Value}"))}");
        if (options.Has("--misses"))
            foreach (var miss in marks.Where(m => m.Dialogue.Tune && (!m.IsRight || m.Needs == false)))
                Console.WriteLine($"{miss.Dialogue.Id}\t{miss.Turn.Ask}\t{string.Join('|', miss.Turn.Status)}→{miss.Answer.Status}\tparks {miss.Parks} ({string.Join(' ', miss.Turn.Parks.Take(4))} ← {string.Join(' ', miss.Answer.Cards.Take(3).Select(c => c.Url))}) violations {miss.Violations} docs {miss.Documents} facts {miss.Facts} unfounded {string.Join(' ', miss.Unfounded)}\twanted {string.Join(' ', miss.Turn.Needs.Select(n => $"{n.Key}={string.Join('+', n.Value)}"))}\t{string.Join(' ', miss.Answer.Needs.Select(n => $"{n.Name}={string.Join('+', n.Raw)}{(n.Must ? "" : "?")}"))}");
        var injections = options["--injections"] ?? Path.Combine(Path.GetDirectoryName(options.SchemaFile)!, "tests/ParkBrand.Tests/Assistant/injections.yaml");
        var payloads = File.Exists(injections) ? Injection.Read(injections) : null;
        int? injected = payloads?.Count(i => i.Succeeds(composer.Answer(i.Text, schema.CultureIndex(i.Culture), null)));
        var spoken = model is null ? null : await Spoken(city, composer, model, dialogues, payloads, Parallel(options)!.Value);
        if (options.Has("--misses"))
            foreach (var miss in spoken?.Marks.Where(m => m.Dialogue.Tune && m.Unfounded.Count > 0) ?? [])
                Console.WriteLine($"model {miss.Dialogue.Id}\t{miss.Turn.Ask}\tunfounded {string.Join(' ', miss.Unfounded)}\t{miss.Answer.Text}");
        return AcceptedRuns.Judge(options, ChinaTime.Today(clock), new() { [EvaluatedRun.BuiltIn] = (marks, injected), [EvaluatedRun.Model] = spoken is null ? null : (spoken.Marks, spoken.Injected) }, Console.Out, spoken);
    }

    /// <summary>As the server connects a model, but for the budgets of tokens: the questions of a whole town come from one place here. What money is allowed is kept to.</summary>
    private static async Task<ModelRun> Spoken(JudgedCity city, Composer composer, ModelOptions model, List<JudgedDialogue> dialogues, List<Injection>? payloads, int parallel)
    {
        var (search, clock) = (new SiteSearch(city.Indexer), city.Services.GetRequiredService<TimeProvider>());
        var options = model with { SiteTokens = long.MaxValue, VisitorTokens = long.MaxValue };
        using var limits = new AssistantLimits(0, clock);
        using var speaker = new Speaker(new OpenAIChat(options), options, new Budget(options, clock), new Line(clock), NullLogger<Speaker>.Instance);
        var step = new ModelStep(() => speaker, search, clock);
        await Console.Error.WriteLineAsync($"Asking {model}, {parallel} dialogues at a time");
        return await new ModelEvaluation(new SiteAssistant(composer, city.Snapshots, search, limits, step), step, composer, city.Snapshots.Current.Schema, clock) { Parallel = parallel }.Run(model.Model, dialogues, payloads, Console.Error);
    }

    private static void Print(List<TurnMark> marks)
    {
        Console.WriteLine($"{"",-14} {"turns",6} {"status",7} {"A2 top 3",9} {"violated",9} {"needs",6} {"docs",6} {"facts",6} {"A3",6} {"A4",6} {"exact",6} {"wrongly refused",16}");
        foreach (var (name, some) in marks.GroupBy(m => m.Dialogue.Tune ? "tune" : "held back").Select(g => (g.Key, g.ToList())).Concat(marks.GroupBy(m => m.Dialogue.Who).Select(g => (g.Key, g.ToList()))).Concat(marks.GroupBy(m => m.Dialogue.Form).Select(g => (g.Key, g.ToList()))).Append(("all", marks)))
        {
            var (limits, scope) = (some.Where(Measure.IsLimit).ToList(), some.Where(m => !Measure.IsLimit(m)).ToList());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-12} {some.Count,6} {Rate(some, m => m.Status),7} {Rate(some, m => m.Parks),9} {some.Sum(m => m.Violations),9} {Rate(some, m => m.Needs),6} {Rate(some, m => m.Documents),6} {Rate(some, m => m.Facts),6} {Rate(some, m => m.Unfounded.Count == 0),6} {Rate(limits, Measure.IsKept),6} {Rate(limits, m => m.Status),6} {Rate(scope, m => m.Answer.Status is AnswerStatus.Refused or AnswerStatus.OutOfScope),16}"));
        }
    }

    private static string Rate(IEnumerable<TurnMark> marks, Func<TurnMark, bool?> right) =>
        marks.Select(right).OfType<bool>().ToList() is { Count: > 0 } judged ? (judged.Count(r => r) / (double)judged.Count).ToString("0.000", CultureInfo.InvariantCulture) : "–";
}
