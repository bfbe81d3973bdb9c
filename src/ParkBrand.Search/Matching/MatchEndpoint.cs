using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using ParkBrand.Content;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Api;

namespace ParkBrand.Search.Matching;

/// <summary><c>GET /api/match</c>: the finder for other programs.</summary>
internal static class MatchEndpoint
{
    private const int MaxLimit = 500, MaxParameters = 80;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/api/match", Answer)
        .RequireRateLimiting(ApiLimit.Policy)
        .WithName("match").WithTags("Search")
        .WithSummary("Which parks meet the needs, which do not and why, and the smallest change that brings each back.")
        .WithDescription("Each need is a query parameter; see docs/matching.md. 'prefer' names needs that are only wished for. 'culture' is a language of the site, 'limit' bounds each of the two lists.")
        .WithParameters([.. NeedField.All.Select(ApiParameters.Of), new(Needs.Wish, "Names of needs that are only wished for.", Many: true), ApiParameters.Culture, new("limit", "How many of each list, 1 to 500.", JsonSchemaType.Integer)])
        .Produces<MatchAnswer>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static IResult Answer(HttpContext http, SnapshotSource snapshots, TimeProvider clock)
    {
        var snapshot = snapshots.Current;
        var reader = new NeedsReader(snapshot);
        var given = http.Request.Query.SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? "")).Take(MaxParameters + 1).ToList();
        var needs = reader.Read(given);
        var problems = reader.Problems.Concat(Unknown(given)).ToList();
        var culture = CultureOf(snapshot.Schema, given, problems);
        var limit = LimitOf(given, problems);
        if (problems.Count > 0)
            return ApiProblem.Of(StatusCodes.Status400BadRequest, "The query was not understood", string.Join(' ', problems.Select(Sentence)),
                problems.Select(p => new { p.Parameter, p.Value, Problem = p.Mistake.ToString(), p.Allowed }));
        var day = ChinaTime.Today(clock);
        return ApiAnswer.Of(http, MatchAnswer.Of(snapshot, culture, day, Matcher.Match(snapshot, culture, needs, day), limit));
    }

    private static IEnumerable<NeedProblem> Unknown(List<KeyValuePair<string, string>> given)
    {
        if (given.Count > MaxParameters)
            yield return new NeedProblem(given[^1].Key, "", NeedMistake.TooMany, $"{MaxParameters} parameters");
        foreach (var name in given.Select(g => g.Key).Distinct())
            if (NeedField.Find(name) is null && name is not (Needs.Wish or "culture" or "limit"))
                yield return new NeedProblem(name[..Math.Min(name.Length, NeedsReader.MaxLength)], "", NeedMistake.UnknownParameter, string.Join(", ", NeedField.All.Select(f => f.Name)) + ", prefer, culture, limit");
    }

    private static int CultureOf(ContentSchema schema, List<KeyValuePair<string, string>> given, List<NeedProblem> problems)
    {
        if (given.Find(g => g.Key == "culture").Value is not { Length: > 0 } wanted)
            return 0;
        if (schema.CultureIndex(wanted) is var culture and >= 0)
            return culture;
        problems.Add(new NeedProblem("culture", Cut(wanted), NeedMistake.UnknownValue, string.Join(", ", schema.Languages.Select(l => l.IsoCode))));
        return 0;
    }

    private static int LimitOf(List<KeyValuePair<string, string>> given, List<NeedProblem> problems)
    {
        if (given.Find(g => g.Key == "limit").Value is not { Length: > 0 } wanted)
            return 100;
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MaxLimit)
            return limit;
        problems.Add(new NeedProblem("limit", Cut(wanted), NeedMistake.OutOfRange, $"1–{MaxLimit}"));
        return 1;
    }

    private static string Cut(string value) => value[..Math.Min(value.Length, NeedsReader.MaxLength)];

    private static string Sentence(NeedProblem p) => p.Mistake switch
    {
        NeedMistake.UnknownParameter => $"'{p.Parameter}' is not a parameter; there are: {p.Allowed}.",
        NeedMistake.NotANumber => $"{p.Parameter}: '{p.Value}' is not a number; give one in {p.Allowed}.",
        NeedMistake.OutOfRange => $"{p.Parameter}: {p.Value} is outside {p.Allowed}.",
        NeedMistake.NotADate => $"{p.Parameter}: '{p.Value}' is not a date of the form {p.Allowed}.",
        NeedMistake.TooMany => $"{p.Parameter}: at most {p.Allowed}.",
        NeedMistake.TooLong => $"{p.Parameter}: longer than {p.Allowed}.",
        NeedMistake.NotNeeded => $"{p.Parameter}: '{p.Value}' is not {p.Allowed}.",
        _ => $"{p.Parameter}: '{p.Value}' is not known; give {p.Allowed}.",
    };
}
