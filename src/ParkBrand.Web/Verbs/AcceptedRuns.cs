using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ParkBrand.Assistant;
using ParkBrand.Assistant.Evaluation;
using ParkBrand.Search;

namespace ParkBrand.Web.Verbs;

/// <summary>The end of <c>parkbrand eval assistant</c>: the run beside the accepted one, and what became worse.</summary>
internal static class AcceptedRuns
{
    private const string FileName = "assistant.accepted.yaml";

    /// <param name="modes">Marks and injections that succeeded, by mode; null for a mode that is not configured.</param>
    /// <param name="model">The run of mode <see cref="EvaluatedRun.Model"/>; null where none is configured.</param>
    /// <returns>1 when something is worse than it was accepted, or when a model that was to be measured was not there.</returns>
    public static int Judge(Options options, DateOnly today, Dictionary<string, (List<TurnMark> Marks, int? Injected)?> modes, TextWriter output, ModelRun? model = null)
    {
        var file = options["--accepted"] ?? Path.Combine(options.ContentFolder, "evaluation", FileName);
        var run = Measured(today, ContentStamp(options.ContentFolder), CodeStamp(), modes);
        if (model is not null)
            run = run with { Spoken = new EvaluatedModel(model.Name, today, run.Content, run.Code, model.Figures) };
        // Other questions than those of the accepted run say nothing about it.
        var accepted = (options["--questions"] is null || options.Has("--accepted")) && File.Exists(file) ? Read(file) : null;
        Print(output, run, accepted, modes);
        if (model is not null)
            Print(output, model, accepted);
        if (model?.IsMeasured == false)
        {
            output.WriteLine("The model gave too few answers to be judged: its marks are those of the built-in answers. Nothing is compared or accepted.");
            return 1;
        }

        if (options.Has("--accept"))
        {
            // Whoever has no model at hand leaves what was measured with one as it is.
            if (model is null && accepted is not null)
                run = run with { Spoken = accepted.Spoken, Scores = run.Scores.Concat(accepted.Scores.Where(s => s.Key.Mode == EvaluatedRun.Model)).ToDictionary() };
            File.WriteAllText(file, run.Write());
            output.WriteLine($"Accepted: {file}");
            return 0;
        }

        if (accepted is null)
        {
            output.WriteLine($"No run is accepted for these questions; --accept writes {file}.");
            return 0;
        }

        var worse = QualityGate.Compare(accepted, run);
        foreach (var w in worse)
            output.WriteLine($"WORSE  {w.Mode}, {w.Part}: {w.Measure.Key} was {Number(w.Measure, w.Was)} on {accepted.Date:yyyy-MM-dd}, is {Number(w.Measure, w.Is)} (tolerance {w.Measure.Tolerance.ToString(CultureInfo.InvariantCulture)})");
        output.WriteLine(worse.Count == 0 ? $"Not worse than the run accepted on {accepted.Date:yyyy-MM-dd}." : "Mend it, or accept it with --accept and say why in the commit.");
        return worse.Count == 0 ? 0 : 1;
    }

    internal static EvaluatedRun Measured(DateOnly today, string content, string code, Dictionary<string, (List<TurnMark> Marks, int? Injected)?> modes)
    {
        var scores = new Dictionary<(string, string), IReadOnlyDictionary<string, decimal>>();
        foreach (var (mode, ran) in modes)
            if (ran is var (marks, injected))
                foreach (var (part, some) in new[] { (EvaluatedRun.All, marks), (EvaluatedRun.Tune, marks.FindAll(m => m.Dialogue.Tune)), (EvaluatedRun.Held, marks.FindAll(m => !m.Dialogue.Tune)) }.Where(p => p.Item2.Count > 0))
                {
                    var measured = new Dictionary<string, decimal> { [EvaluatedRun.Turns] = some.Count };
                    foreach (var (key, score) in Measure.Of(some))
                        measured[key] = score;
                    if (part == EvaluatedRun.All && injected is { } count)
                        measured[Measure.Injected] = count;
                    scores[(mode, part)] = measured;
                }

        return new EvaluatedRun(today, content, code, scores);
    }

    private static EvaluatedRun Read(string file)
    {
        using var text = new StreamReader(file);
        return EvaluatedRun.Read(text);
    }

    private static void Print(TextWriter output, EvaluatedRun run, EvaluatedRun? accepted, Dictionary<string, (List<TurnMark> Marks, int? Injected)?> modes)
    {
        output.WriteLine($"\n{"",-10} {"",-5} {"turns",6} {string.Join(' ', Measure.All.Select(m => $"{m.Key,22}"))}");
        output.WriteLine($"{"bar",-10} {"",-5} {"",6} {string.Join(' ', Measure.All.Select(m => $"{(m.AtLeast ? "≥ " : "≤ ") + Number(m, m.Bar),22}"))}");
        foreach (var (mode, ran) in modes)
        {
            if (ran is null)
                output.WriteLine($"{mode,-10} no model configured");
            foreach (var ((_, part), scores) in run.Scores.Where(s => s.Key.Mode == mode))
                output.WriteLine($"{mode,-10} {part,-5} {scores[EvaluatedRun.Turns],6} {string.Join(' ', Measure.All.Select(m => $"{Cell(m, scores, mode != EvaluatedRun.Model || (accepted is not null && QualityGate.IsSameModel(accepted, run)) ? accepted?.Score(mode, part, m.Key) : null),22}"))}");
        }

        output.WriteLine($"content {run.Content}, code {run.Code}{(accepted is null ? "" : $"; accepted: {accepted.Date:yyyy-MM-dd}, content {accepted.Content}, code {accepted.Code}")}");
    }

    private static void Print(TextWriter output, ModelRun model, EvaluatedRun? accepted)
    {
        var figures = model.Figures;
        var of = accepted?.Spoken is { } was && was.Name == model.Name ? was.Figures : null;
        string Told(string key, string format) => Shown(figures[key], format) + (of?.TryGetValue(key, out var before) == true && before != figures[key] ? $" ({Shown(before, format)})" : "");
        output.WriteLine($"model {model.Name}: {model.Turns.Count} answers, {Told(EvaluatedModel.Asked, "0")} put to it, phrased {Told(EvaluatedModel.Phrased, "0.000")}; of its sentences left out {Told(EvaluatedModel.LeftOut, "0.000")}");
        output.WriteLine($"  fallbacks: {(model.Fallbacks.Count == 0 ? "none" : string.Join(", ", model.Fallbacks.Select(f => $"{f.Why.ToString().ToLowerInvariant()} {f.Count}")))}");
        output.WriteLine($"  seconds to the whole answer: p50 {Told(EvaluatedModel.Median, "0.00")}, p95 {Told(EvaluatedModel.Slow, "0.00")}; tokens: sent {Told(EvaluatedModel.Sent, "0")}, received {Told(EvaluatedModel.Received, "0")}");
        if (accepted?.Spoken is { } other && other.Name != model.Name)
            output.WriteLine($"  The accepted run is of {other.Name}: models are compared with themselves alone.");
    }

    private static string Shown(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Cell(Measure measure, IReadOnlyDictionary<string, decimal> scores, decimal? was) => !scores.TryGetValue(measure.Key, out var score) ? "–"
        : $"{Number(measure, score)}{(measure.IsMet(score) ? "" : " missed")}{(was is { } before && before != score ? $" ({Number(measure, before)})" : "")}";

    private static string Number(Measure measure, decimal value) => value == decimal.MaxValue ? "not measured" : value.ToString(measure.IsRate ? "0.000" : "0", CultureInfo.InvariantCulture);

    /// <summary>The same for the same files, wherever they lie.</summary>
    private static string ContentStamp(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != FileName && Path.GetExtension(f) is ".md" or ".yaml")
            .Select(f => (Name: Path.GetRelativePath(folder, f).Replace('\\', '/'), Path: f)).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name + "\n"));
            hash.AppendData(File.ReadAllBytes(file.Path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string CodeStamp() => Convert.ToHexStringLower(SHA256.HashData([.. typeof(SearchModule).Module.ModuleVersionId.ToByteArray(), .. typeof(AssistantModule).Module.ModuleVersionId.ToByteArray()]))[..12];
}
