using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Content;
using ParkBrand.Content.Import;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Evaluation;
using ParkBrand.Search.Indexing;
using ParkBrand.Search.Querying;

namespace ParkBrand.Web.Verbs;

/// <summary>Judges the search: <c>parkbrand eval search</c>.</summary>
internal static class Eval
{
    public static async Task<int> Run(string[] args)
    {
        if (args is ["assistant", .. var more])
            return await EvalAssistant.Run(more);
        if (args is not ["search", .. var rest] || Options.Parse(rest, ["--schema", "--content", "--judgements", "--class"], ["--misses"]) is not { } options)
        {
            await Console.Error.WriteLineAsync("parkbrand eval search [--content DIR] [--judgements FILE] [--class NAME] [--misses]\n" + EvalAssistant.Usage);
            return 2;
        }

        return await JudgedCity.With(options, city => Task.FromResult(Judge(city, options)));
    }

    private static int Judge(JudgedCity city, Options options)
    {
        var judgements = Judgement.Read(options["--judgements"] ?? Path.Combine(Path.GetDirectoryName(options.SchemaFile)!, "tests/ParkBrand.Tests/Search/search-judgements.yaml"));
        var snapshot = city.Snapshots.Current;
        var evaluation = new SearchEvaluation(snapshot, [.. judgements.Where(j => options["--class"] is not { } only || j.Class == only)]);
        foreach (var empty in evaluation.Empty)
            Console.WriteLine($"No document fits the judgement of: {empty}");
        var search = new SiteSearch(city.Indexer);
        var today = ChinaTime.Today(city.Services.GetRequiredService<TimeProvider>());
        var ours = new Contestant("ParkBrand", j => search.Search(new SearchRequest(j.Query, snapshot.Schema.CultureIndex(j.Culture), today), snapshot).Items.Select(i => i.Document.Id).ToList());
        using var unicode = new Yardstick("unicode61", snapshot);
        using var trigram = new Yardstick("trigram", snapshot);
        foreach (var contestant in new[] { ours, new Contestant(unicode.Name, unicode.Search), new Contestant(trigram.Name, trigram.Search) })
            Print(contestant.Name, evaluation.Run(contestant));
        if (options.Has("--misses"))
            Misses(evaluation, ours, city.Indexer.Current!, snapshot);
        return 0;
    }

    private static void Print(string name, List<(Judgement Judgement, Marks Marks)> judged)
    {
        Console.WriteLine();
        Console.WriteLine($"{name,-18} {"queries",8} {"recall@10",10} {"MRR",6} {"nDCG@10",8}   | held back: queries, recall@10, MRR, nDCG@10");
        foreach (var group in judged.GroupBy(j => j.Judgement.Class).Append(null))
        {
            var all = group?.ToList() ?? judged;
            var (tune, held) = (all.Where(j => j.Judgement.Tune).Select(j => j.Marks).ToList(), all.Where(j => !j.Judgement.Tune).Select(j => j.Marks).ToList());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {group?.Key ?? "all",-16} {tune.Count,8} {Line(tune)}   | {held.Count,8} {Line(held)}"));
        }
    }

    private static string Line(List<Marks> marks) => marks.Count == 0 ? "" :
        Marks.Mean(marks) is var mean ? string.Create(CultureInfo.InvariantCulture, $"{mean.Recall,10:0.000} {mean.Mrr,6:0.000} {mean.Ndcg,8:0.000}") : "";

    /// <summary>What went wrong in the half that may be looked at.</summary>
    private static void Misses(SearchEvaluation evaluation, Contestant ours, Searchable city, Snapshot snapshot)
    {
        var reader = new QueryReader(city);
        foreach (var (judgement, marks) in evaluation.Run(ours).Where(j => j.Judgement.Tune && (j.Marks.Recall < 0.999 || j.Marks.Mrr < 0.999)).OrderBy(j => j.Marks.Recall))
        {
            var query = reader.Read(judgement.Query);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{marks.Recall:0.00} {marks.Mrr:0.00} {judgement.Class,-12} {judgement.Query}  →  {string.Join(" + ", query.Concepts.Select(c => string.Join('/', c.Alternatives.Take(4).Select(a => a.Needle.Trim()))))} {string.Join(' ', query.Quantities.Select(q => $"[{q.Measure} {q.Value:0.#}]"))} {string.Join(' ', query.Preferences.Select(p => $"<{p.Field}>"))}"));
            Console.WriteLine($"      {evaluation.Wanted(judgement)} wanted: {string.Join("  ", ours.Search(judgement).Select(id => $"{evaluation.Grade(judgement, id)}:{snapshot.Find(id)!.Path}"))}");
        }
    }
}
