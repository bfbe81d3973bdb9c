using ParkBrand.Delivery.ContentApi.Sending;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>What was not understood of a query: collected, and told all at once. The titles are those of Umbraco's API where it has one.</summary>
internal sealed class Problems
{
    public const string Selector = "Selector option not found", Filter = "Filter option not found", Sort = "Sort option not found", Value = "The query was not understood";
    private readonly List<ParameterProblem> all = [];
    private string? title;

    public void Add(string problem, string parameter, string value, string allowed)
    {
        title ??= problem;
        all.Add(new ParameterProblem(parameter, value, allowed));
    }

    public Reply? Reply => title is null ? null : Sending.Reply.Bad(title, all);
}
