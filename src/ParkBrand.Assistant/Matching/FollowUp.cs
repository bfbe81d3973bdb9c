using System.Globalization;
using ParkBrand.Assistant.Conversations;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Matching;

/// <summary>Joins a question with what went before, when it goes on from there.</summary>
internal static class FollowUp
{
    private const decimal Larger = 1.5m, Cheaper = 0.9m, Nearer = 0.75m, BetterPaid = 1.2m;
    private const decimal LeastArea = 100, MostRent = 400, LeastPay = 1000;

    public static Understanding Join(Understanding asked, Conversation? before, Snapshot snapshot)
    {
        if (before is null)
            return asked;
        asked = asked with { Wanted = [.. asked.Wanted.Where(w => w.Name != "availableBy" || asked.IsSure || IsSpace(before)), .. Meant(asked, before)] };
        if (!GoesOn(asked))
            return asked;
        var shownParks = before.Shown.Select(p => ParkOf(p, snapshot)).OfType<string>().Distinct().ToList();
        var pointed = asked.Ordinals.Where(o => o <= before.Shown.Count).Select(o => ParkOf(before.Shown[o - 1], snapshot)).OfType<string>().ToList();
        var there = pointed.Count > 0 ? pointed : asked.Cues.Contains("there") || (asked.Cues.Contains("compare") && asked.Parks.Count == 0) || (asked.Asked.Count > 0 && asked.Seek is null) ? shownParks : [];
        var otherKind = asked is { IsSure: true, Seek: { } seek } && before.Seek is { } last && seek != last && !(IsPlace(seek) && IsPlace(last));
        if (otherKind)
            // Another kind of thing, at the places that were spoken of.
            return asked with { Parks = asked.Parks.Count > 0 ? asked.Parks : shownParks, Wanted = [.. before.Wanted.Where(w => w.Name is "district" or "sector").Concat(asked.Wanted).DistinctBy(w => (w.Name, w.Value))], Trades = asked.Trades };
        var changed = Changes(asked, before, snapshot).Where(c => !asked.Wanted.Any(w => NeedNames.Of(w.Name) == c.Name)).ToList();
        var wanted = asked.Wanted.Concat(changed).ToList();
        var named = wanted.Where(w => !w.Not && !Adds(asked, w)).Select(w => NeedNames.Of(w.Name)).ToHashSet(StringComparer.Ordinal);
        var names = named.Concat(asked.Dropped.Select(NeedNames.Of)).Concat(asked.Wishes.Select(w => NeedNames.OfField(w.Field))).ToHashSet(StringComparer.Ordinal);
        // "What about near the railway?" stands for the way that was asked for before.
        if (NeedNames.Ways.Any(names.Contains))
            names.UnionWith(NeedNames.Ways);
        return asked with
        {
            Seek = !asked.IsSure || (asked.Seek == Seek.Park && before.Seek is not null) ? before.Seek ?? asked.Seek : asked.Seek,
            Wanted = [.. before.Wanted.Where(w => !names.Contains(NeedNames.Of(w.Name)) && !wanted.Exists(x => x.Not && NeedNames.Of(x.Name) == NeedNames.Of(w.Name) && x.Value == w.Value)), .. wanted],
            Wishes = [.. before.WishedFor.Where(w => !names.Contains(NeedNames.OfField(w.Field))), .. asked.Wishes],
            Trades = asked.Trades.Count > 0 ? asked.Trades : before.Trades,
            Parks = asked.Parks.Count > 0 ? asked.Parks : there.Count > 0 ? there : asked.Trades.Count > 0 ? [] : before.Parks,
            Rest = asked.Rest.Length > 0 || asked.Trades.Count > 0 ? asked.Rest : before.Topic,
        };
    }

    private static bool IsPlace(Seek seek) => seek is Seek.Park or Seek.Space;

    private static bool GoesOn(Understanding asked) =>
        asked.Cues.Overlaps(["follow", "there", "ordinal", "bigger", "smaller", "cheaper", "nearer", "better paid", "add"]) || asked.Dropped.Count > 0
        || (asked.Cues.Contains("compare") && asked.Parks.Count < 2)
        || (asked.Parks.Count == 0 && asked.Trades.Count == 0 && !asked.Cues.Contains("seek") && (IsShort(asked) || (asked.Wanted.Count + asked.Wishes.Count == 0 && asked.Asked.Count is > 0 and <= 2)));

    /// <summary>Two needs, or three that do not say what kind of space is meant, are hardly a question of their own.</summary>
    private static bool IsShort(Understanding asked) =>
        asked.Wanted.Select(w => w.Name).Distinct().Count() + asked.Wishes.Count is > 0 and var count && (count <= 2 || (count == 3 && asked.Wanted.All(w => NeedNames.Of(w.Name) != "kind")));

    /// <summary>"Zhoushi too": beside what was said before, where there can be several.</summary>
    private static bool Adds(Understanding asked, Wanted wanted) => asked.Cues.Contains("add") && NeedField.Find(NeedNames.Of(wanted.Name)) is { Shape: NeedShape.Reference or NeedShape.Choice or NeedShape.Choices };

    private static string? ParkOf(string path, Snapshot snapshot) =>
        snapshot.Resolve(path) is (PathState.Live, { } document) ? document.Type.Alias == "park" ? document.Slug : snapshot.Find(document.ParentId)?.Slug : null;

    /// <summary>Numbers that only what was spoken of before gives a meaning: "make it 20 tonnes", "50 is fine too".</summary>
    private static IEnumerable<Wanted> Meant(Understanding asked, Conversation before)
    {
        bool Had(string need) => before.Wanted.Any(w => NeedNames.Of(w.Name) == need);
        bool Spoken(string need) => Had(need) || asked.Dropped.Contains(need);
        foreach (var number in asked.Quantities)
        {
            var need = number.Unit switch
            {
                UnitKind.Weight => Spoken("crane") ? "crane" : Spoken("floorLoad") ? "floorLoad" : null,
                UnitKind.Length => before.Seek is Seek.Space ? "clearHeight" : null,
                UnitKind.Minutes => NeedNames.Ways.Where(Had).Take(2).ToList() is [var way] ? way : null,
                UnitKind.Volume => Had("wasteWaterCapacity") ? "wasteWaterCapacity" : null,
                UnitKind.Money or UnitKind.None when before.Seek == Seek.Job => number.Value >= LeastPay ? "job.payMax" : null,
                UnitKind.Money when IsSpace(before) => number.Value < MostRent ? "rentMax" : null,
                UnitKind.None when IsSpace(before) => number.Value < LeastArea ? number.Value > 5 && (Had("rentMax") || number.AtMost) ? "rentMax" : null : Had("area") ? "area" : null,
                _ => null,
            };
            if (need is not null && !asked.Wanted.Any(w => w.Name == need))
                yield return new Wanted(need, Reading.Text(number.Value));
        }
    }

    private static bool IsSpace(Conversation before) => before.Seek is Seek.Space or Seek.Park;

    private static IEnumerable<Wanted> Changes(Understanding asked, Conversation before, Snapshot snapshot)
    {
        var shown = before.Shown.Select(p => snapshot.Resolve(p)).Where(r => r.State == PathState.Live).Select(r => r.Document!).FirstOrDefault();
        Wanted? Said(string name) => before.Wanted.FirstOrDefault(w => NeedNames.Of(w.Name) == name);
        decimal? Before(string name, string type, string alias) =>
            Said(name) is { } wanted && decimal.TryParse(wanted.Value, CultureInfo.InvariantCulture, out var number) ? number
            : shown?.Type.Alias == type ? shown.In(0, snapshot.Schema)?.Values.Number(alias) : null;
        // What was a hard need stays one; what was only seen on a page is a wish.
        Wanted Changed(string name, decimal value) => new(name, Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture), Must: Said(name)?.Must ?? name.StartsWith("job.", StringComparison.Ordinal));
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
