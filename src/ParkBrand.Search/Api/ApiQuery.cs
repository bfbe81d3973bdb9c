using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Schema;

namespace ParkBrand.Search.Api;

/// <summary>The parameters of a request. What does not fit is collected and told all at once, each by its name.</summary>
public sealed class ApiQuery(IQueryCollection query)
{
    private const int MostValues = 60, LongestValue = 200, LongestText = 100_000;
    private readonly List<(string Parameter, string Value, string Allowed)> problems = [];

    public void Only(IReadOnlyCollection<string> names)
    {
        foreach (var name in query.Keys.Where(k => !names.Contains(k)))
            problems.Add((Cut(name), "", "one of the parameters " + string.Join(", ", names)));
        if (query.Sum(q => q.Value.Count) > MostValues)
            problems.Add(("", "", $"at most {MostValues} values"));
    }

    /// <summary>Free text, of any length and kind; nothing that a person can type is wrong.</summary>
    public string Text(string name) => Last(name) is { Length: <= LongestText } text ? text : "";

    public int Culture(ContentSchema schema)
    {
        if (Last(name: "culture") is not { Length: > 0 } wanted)
            return 0;
        if (schema.CultureIndex(wanted) is var culture and >= 0)
            return culture;
        problems.Add(("culture", Cut(wanted), string.Join(" or ", schema.Languages.Select(l => l.IsoCode))));
        return 0;
    }

    public int Number(string name, int otherwise, int least, int most)
    {
        if (Last(name) is not { Length: > 0 } given)
            return otherwise;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        problems.Add((name, Cut(given), $"a whole number from {least} to {most}"));
        return otherwise;
    }

    public string Choice(string name, IReadOnlyList<string> choices)
    {
        if (Last(name) is not { Length: > 0 } given)
            return choices[0];
        if (!choices.Contains(given))
            problems.Add((name, Cut(given), string.Join(" or ", choices)));
        return given;
    }

    public List<string> All(string name)
    {
        var values = query[name].Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim()).Distinct().ToList();
        if (values.Exists(v => v.Length > LongestValue))
            problems.Add((name, Cut(values.First(v => v.Length > LongestValue)), $"values of at most {LongestValue} characters"));
        return values;
    }

    /// <returns>400 with every parameter that did not fit; null when all did.</returns>
    public IResult? Problem() => problems.Count == 0 ? null : ApiProblem.Of(
        StatusCodes.Status400BadRequest, "The query was not understood", string.Join(' ', problems.Select(p => $"{p.Parameter}: {(p.Value.Length > 0 ? $"'{p.Value}' is not" : "give")} {p.Allowed}.")),
        problems.Select(p => new { p.Parameter, p.Value, p.Allowed }));

    private string? Last(string name) => query[name].LastOrDefault();

    private static string Cut(string value) => value.Length <= 60 ? value : value[..60] + "…";
}
