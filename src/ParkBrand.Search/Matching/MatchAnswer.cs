using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>What <c>/api/match</c> answers.</summary>
internal sealed record MatchAnswer(
    string Culture, DateOnly Day, IReadOnlyList<MatchAnswer.Wanted> Needs, MatchAnswer.Totals Counts, IReadOnlyList<MatchAnswer.Step> Ladder,
    IReadOnlyList<MatchAnswer.Hit> Matches, IReadOnlyList<MatchAnswer.Out> Eliminated)
{
    internal sealed record Wanted(string Need, IReadOnlyList<string> Values, bool Must, string? Unit);

    internal sealed record Totals(int Parks, int Matching, int Eliminated);

    internal sealed record Step(string Need, int Removed, int Left, int Missed, int Only);

    internal sealed record Document(string Slug, string Name, string Url);

    internal sealed record Reason(string Need, bool Met, object? Has, string? Unit, string From, DateOnly? ConfirmedOn);

    internal sealed record Hit(Document Park, Document? Unit, int Score, IReadOnlyList<Reason> Reasons);

    internal sealed record Failure(string Need, object? Has, string? Unit, string From, DateOnly? ConfirmedOn);

    internal sealed record Change(string Need, IReadOnlyList<string>? To);

    internal sealed record Relaxation(IReadOnlyList<Change> Changes, string Query);

    internal sealed record Out(Document Park, Document? Unit, IReadOnlyList<Failure> Failed, Relaxation Relaxation);

    public static MatchAnswer Of(Snapshot snapshot, int culture, DateOnly day, MatchResult result, int limit) => new Writer(snapshot, culture, day, result).Write(limit);

    private sealed class Writer(Snapshot snapshot, int culture, DateOnly day, MatchResult result)
    {
        private readonly ContentSchema schema = snapshot.Schema;

        public MatchAnswer Write(int limit) => new(
            schema.Languages[culture].IsoCode, day,
            result.Needs.All.Select(n => new Wanted(n.Name, n.Values, n.Must, Unit(n))).ToList(),
            new Totals(result.Parks, result.Matches.Count, result.Eliminated.Count),
            result.Ladder.Select(r => new Step(r.Need.Name, r.Removed, r.Left, r.Missed, r.Only)).ToList(),
            result.Matches.Take(limit).Select(m => new Hit(Named(m.Park)!, Named(m.Unit), m.Score, m.Reasons.Select(Told).ToList())).ToList(),
            result.Eliminated.Take(limit).Select(e => new Out(Named(e.Park)!, Named(e.Unit), e.Failed.Select(Told).Select(r => new Failure(r.Need, r.Has, r.Unit, r.From, r.ConfirmedOn)).ToList(), Eased(e))).ToList());

        private Relaxation Eased(Elimination park)
        {
            var steps = park.Relaxation;
            return new(steps.Select(s => new Change(s.Need.Name, s.To?.Values)).ToList(), QueryString(result.Needs.Eased(steps)));
        }

        private Reason Told(Finding finding) => new(
            finding.Need.Name, finding.Met, finding.Has, Unit(finding.Need), finding.Need.Field.Type,
            finding.Document?.In(culture, schema)?.Values.Date(finding.Need.Field.Level == NeedLevel.Park ? "verifiedOn" : "confirmedOn"));

        private Document? Named(PublishedDocument? document) =>
            document is null ? null : new(document.Slug, document.In(culture, schema)!.Name, schema.Languages[culture].UrlPrefix + document.Path);

        private string? Unit(Need need) => need.Field.Shape == NeedShape.Flag ? null : schema.DocumentTypes[need.Field.Type].Find(need.Field.Alias)!.Unit;

        private static string QueryString(Needs needs) => string.Join('&', needs.Parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
    }
}
