using System.Globalization;
using ParkBrand.Assistant.Conversations;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Assistant.Matching;

/// <summary>Joins a question with what went before, when it goes on from there.</summary>
internal static class FollowUp
{
    private static readonly string[] Ways = ["rail", "airport", "motorway", "port"];
    private const decimal Larger = 1.5m, Cheaper = 0.9m, Nearer = 0.75m, BetterPaid = 1.2m;

    /// <summary>Needs that name the same thing under the names of the finder and of the schema.</summary>
    public static string NeedName(string name) => name switch
    {
        "space.kind" => "kind",
        "space.cleanroom" => "cleanroom",
        "space.tenure" => "tenure",
        "park.facilities" => "facilities",
        _ => name,
    };

    public static Understanding Join(Understanding asked, Conversation? before, Snapshot snapshot)
    {
        if (before is null || !GoesOn(asked))
            return asked;
        var shownParks = before.Shown.Select(p => ParkOf(p, snapshot)).OfType<string>().Distinct().ToList();
        var pointed = asked.Ordinals.Where(o => o <= before.Shown.Count).Select(o => ParkOf(before.Shown[o - 1], snapshot)).OfType<string>().ToList();
        var there = pointed.Count > 0 ? pointed : asked.Cues.Contains("there") || (asked.Cues.Contains("compare") && asked.Parks.Count == 0) || (asked.Asked.Count > 0 && asked.Seek is null) ? shownParks : [];
        var otherKind = asked is { IsSure: true, Seek: { } seek } && before.Seek is { } last && seek != last && !(IsPlace(seek) && IsPlace(last));
        if (otherKind)
            // Another kind of thing, at the places that were spoken of.
            return asked with { Parks = asked.Parks.Count > 0 ? asked.Parks : shownParks, Wanted = [.. before.Wanted.Where(w => w.Name is "district" or "sector").Concat(asked.Wanted).DistinctBy(w => (w.Name, w.Value))], Trades = asked.Trades };
        var changed = Changes(asked, before, snapshot).ToList();
        var wanted = asked.Wanted.Concat(changed).ToList();
        var names = wanted.Where(w => !w.Not).Select(w => NeedName(w.Name)).Concat(asked.Dropped.Select(NeedName)).ToHashSet(StringComparer.Ordinal);
        // "What about near the railway?" stands for the way that was asked for before.
        if (Ways.Any(names.Contains))
            names.UnionWith(Ways);
        return asked with
        {
            Seek = !asked.IsSure || (asked.Seek == Seek.Park && before.Seek is not null) ? before.Seek ?? asked.Seek : asked.Seek,
            Wanted = [.. before.Wanted.Where(w => !names.Contains(NeedName(w.Name))), .. wanted],
            Trades = asked.Trades.Count > 0 ? asked.Trades : before.Trades,
            Parks = asked.Parks.Count > 0 ? asked.Parks : there.Count > 0 ? there : asked.Trades.Count > 0 ? [] : before.Parks,
            Rest = asked.Rest.Length > 0 || asked.Trades.Count > 0 ? asked.Rest : before.Topic,
        };
    }

    private static bool IsPlace(Seek seek) => seek is Seek.Park or Seek.Space;

    private static bool GoesOn(Understanding asked) =>
        asked.Cues.Overlaps(["follow", "there", "ordinal", "bigger", "smaller", "cheaper", "nearer", "better paid"]) || asked.Dropped.Count > 0
        || (asked.Cues.Contains("compare") && asked.Parks.Count < 2)
        || (asked.Parks.Count == 0 && asked.Trades.Count == 0 && !asked.Cues.Contains("seek") && asked.Wanted.Count + asked.Asked.Count is > 0 and <= 2);

    private static string? ParkOf(string path, Snapshot snapshot) =>
        snapshot.Resolve(path) is (PathState.Live, { } document) ? document.Type.Alias == "park" ? document.Slug : snapshot.Find(document.ParentId)?.Slug : null;

    private static IEnumerable<Wanted> Changes(Understanding asked, Conversation before, Snapshot snapshot)
    {
        var shown = before.Shown.Select(p => snapshot.Resolve(p)).Where(r => r.State == PathState.Live).Select(r => r.Document!).FirstOrDefault();
        decimal? Before(string name, string type, string alias) =>
            before.Wanted.FirstOrDefault(w => NeedName(w.Name) == name) is { } wanted && decimal.TryParse(wanted.Value, CultureInfo.InvariantCulture, out var number) ? number
            : shown?.Type.Alias == type ? shown.In(0, snapshot.Schema)?.Values.Number(alias) : null;
        Wanted Changed(string name, decimal value) => new(name, Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture), Must: name.StartsWith("job.", StringComparison.Ordinal));
        if (asked.Cues.Contains("bigger") && Before("area", "space", "areaMax") is { } area)
            yield return Changed("area", area * Larger);
        if (asked.Cues.Contains("smaller") && Before("area", "space", "areaMin") is { } small)
            yield return Changed("area", small / Larger);
        if (asked.Cues.Contains("cheaper") && Before("rentMax", "space", "rent") is { } rent)
            yield return Changed("rentMax", rent * Cheaper);
        if (asked.Cues.Contains("nearer") && Before("rail", "park", "railMinutes") is { } rail)
            yield return Changed("rail", Math.Ceiling(rail * Nearer));
        if (asked.Cues.Contains("better paid") && before.Seek == Seek.Job && Before("job.payMax", "job", "payMax") is { } pay)
            yield return Changed("job.payMax", pay * BetterPaid);
    }
}
