using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Evaluation;

/// <summary>A way to search, to be judged: query and culture in, the first ten documents out, best first.</summary>
internal sealed record Contestant(string Name, Func<Judgement, IReadOnlyList<Guid>> Search);

/// <param name="Recall">Of the relevant documents (ten at most), how many stand among the first ten.</param>
/// <param name="Mrr">1 / place of the first relevant one.</param>
/// <param name="Ndcg">Gain by grade, discounted by place, against the best possible order.</param>
internal sealed record Marks(double Recall, double Mrr, double Ndcg)
{
    public const int Depth = 10;

    public static Marks Of(IReadOnlyList<Guid> found, Dictionary<Guid, int> grades)
    {
        var top = found.Take(Depth).Select(id => grades.GetValueOrDefault(id)).ToList();
        var first = top.FindIndex(g => g > 0);
        var ideal = Gain(grades.Values.OrderDescending().Take(Depth));
        return new Marks((double)top.Count(g => g > 0) / Math.Min(Depth, grades.Count), first < 0 ? 0 : 1d / (first + 1), ideal == 0 ? 0 : Gain(top) / ideal);
    }

    public static Marks Mean(IReadOnlyCollection<Marks> all) => new(all.Average(m => m.Recall), all.Average(m => m.Mrr), all.Average(m => m.Ndcg));

    private static double Gain(IEnumerable<int> grades) => grades.Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();
}

/// <summary>Runs a judged set over the search and its yardsticks.</summary>
internal sealed class SearchEvaluation(Snapshot snapshot, IReadOnlyList<Judgement> judgements)
{
    private readonly List<(Judgement Judgement, Dictionary<Guid, int> Grades)> judged = [.. judgements.Select(j => (j, new Relevance(snapshot).Of(j)))];

    /// <summary>Queries whose judgement no document fits: a mistake of the set, not of the search.</summary>
    public IEnumerable<string> Empty => judged.Where(j => j.Grades.Count == 0).Select(j => j.Judgement.Query);

    /// <summary>The grade of a document for a query; 0 when it is not wanted.</summary>
    public int Grade(Judgement judgement, Guid document) => judged.First(j => j.Judgement == judgement).Grades.GetValueOrDefault(document);

    public int Wanted(Judgement judgement) => judged.First(j => j.Judgement == judgement).Grades.Count;

    public List<(Judgement Judgement, Marks Marks)> Run(Contestant contestant) =>
        [.. judged.Where(j => j.Grades.Count > 0).Select(j => (j.Judgement, Marks.Of(contestant.Search(j.Judgement), j.Grades)))];
}
