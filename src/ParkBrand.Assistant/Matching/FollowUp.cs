using System.Globalization;
using ParkBrand.Assistant.Conversations;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Matching;

/// <summary>Joins a question with what went before, when it goes on from there.</summary>
internal static class FollowUp
{
    private const decimal Larger = 1.5m, Cheaper = 0.9m, Nearer = 0.75m, BetterPaid = 1.2m, Likeness = 3;
    private const decimal LeastArea = 100, MostRent = 400, LeastPay = 1000, LikelyRent = 100;

    public static Understanding Join(Understanding asked, Conversation? before, Snapshot snapshot)
    {
        if (before is null || asked.Cues.Contains("anew"))
            return asked;
        if (before.Seek is not null && asked.Cues.Overlaps([Withdrawn.Undone, Withdrawn.AllTheSame]) && asked.Wanted.Count + asked.Wishes.Count + asked.Trades.Count + asked.Parks.Count + asked.Dropped.Count + asked.Changed.Count == 0)
            return Again(asked, before);
        // "Leave out those of the zone", where no district was asked for: they are not wanted.
        if (asked.Cues.Contains("unneeded") && !before.Wanted.Concat(asked.Wanted).Any(w => w is { Name: "district", Not: false }) && asked.Dropped.Where(d => d.StartsWith("district=", StringComparison.Ordinal)).ToList() is { Count: > 0 } left)
            asked = asked with { Dropped = [.. asked.Dropped.Except(left)], Wanted = [.. asked.Wanted, .. left.Select(d => new Wanted("district", d["district=".Length..], Must: true, Not: true))], Cues = new HashSet<string>([.. asked.Cues, "follow"]) };
        asked = asked with { Ordinals = [.. Places(asked, before, snapshot)] };
        asked = asked with { Wanted = [.. asked.Wanted.Where(w => !IsLess(w, asked, before))] };
        asked = asked with { Wanted = [.. asked.Wanted.Where(w => w.Name != "availableBy" || asked.IsSure || IsSpace(before)), .. Meant(asked, before)] };
        asked = asked with { Wanted = [.. asked.Wanted.Where(w => !IsOld(w, asked, before))] };
        // A month's money is the rent where space is spoken of.
        if (IsSpace(before) && !asked.Cues.Contains("seek") && asked.Wanted.FirstOrDefault(w => w.Name == "job.payMax") is { } paid && Number(paid) is { } money && Each(money, before) is { } rent)
            asked = asked with { Seek = Seek.Space, IsSure = false, Wanted = [.. asked.Wanted.Where(w => w != paid), new Wanted("rentMax", Reading.Text(rent))] };
        var again = Anew.IsSameAsked(asked, before);
        asked = Anew.Of(asked, before, snapshot);
        if (!GoesOn(asked) && !IsPart(asked, before))
            return asked;
        // "With a floor for 3 tonnes" asks the warehouse for more, it does not make a factory of it.
        if (asked.IsKindConcluded && before.Wanted.Any(w => w is { Name: "kind" or "space.kind", Not: false }) && !asked.Dropped.Contains("kind") && !asked.Cues.Contains("replace"))
            asked = asked with { Wanted = [.. asked.Wanted.Where(w => w.Name != "kind")] };
        if (asked.Cues.Contains("among") && before.Seek is { } kind && IsPlace(kind))
            asked = asked with { IsSure = false }; // "which of them does testing" asks for one of the parks
        if (asked is { IsSure: true, Seek: { } back } && IsPlace(back) && before is { Place: { } place, Seek: { } other } && !IsPlace(other) && asked.Cues.Contains("follow"))
            before = before with { Seek = Seek.Space, Wanted = place, Trades = before.PlaceTrades ?? [], Parks = [] }; // back to the space that was spoken of
        var ofOne = asked.First == 0 && !asked.Cues.Contains("compare") && (asked.Cues.Contains("there") || asked is { Asked.Count: > 0, Wanted.Count: 0, Changed.Count: 0 });
        var shownParks = (before.Focus is { } focus && ofOne ? [focus] : before.Shown).Select(p => ParkOf(p, snapshot)).OfType<string>().Distinct().ToList();
        var pointed = asked.Ordinals.Where(o => o <= before.Shown.Count).Select(o => ParkOf(before.Shown[o - 1], snapshot)).OfType<string>().ToList();
        var there = pointed.Count > 0 ? pointed : asked.Cues.Contains("there") || (asked.Cues.Contains("compare") && asked.Parks.Count == 0) || (asked.Asked.Count > 0 && asked.Seek is null && asked.Dropped.Count + asked.Changed.Count == 0 && !asked.Wanted.Any(w => NeedNames.IsNumber(w.Name) || w.Name is "availableBy" or "district")) || asked.First > 0 ? shownParks.Take(asked.First > 0 ? asked.First : shownParks.Count).ToList() : [];
        if (pointed.Count == 0 && asked.Wanted.Any(w => w is { Name: "district", Not: false }))
            there.RemoveAll(p => !IsIn(p, asked.Values("district"), snapshot)); // "is there any in Zhoushi" leads away from the parks of other towns
        var otherKind = asked is { IsSure: true, Seek: { } seek } && before.Seek is { } last && seek != last && !(IsPlace(seek) && IsPlace(last));
        if (otherKind)
            // Another kind of thing, at the places that were spoken of.
            return asked with { Parks = asked.Parks.Count > 0 ? asked.Parks : shownParks, Wanted = [.. before.Wanted.Where(w => w.Name is "district" or "sector").Concat(asked.Wanted).DistinctBy(w => (w.Name, w.Value))], Trades = asked.Trades };
        var changed = Changes(asked, before, snapshot).Where(c => !asked.Wanted.Any(w => NeedNames.Of(w.Name) == c.Name)).ToList();
        var wanted = asked.Wanted.Select(w => More(asked, before, w)).Concat(changed).ToList();
        var named = wanted.Where(w => !w.Not && !Adds(asked, w)).Select(w => NeedNames.Of(w.Name)).ToHashSet(StringComparer.Ordinal);
        var names = named.Concat(asked.Dropped.Select(NeedNames.Of)).Concat(asked.Cues.Contains(Anew.OtherDistrict) ? ["district"] : []).Concat(asked.Wishes.Select(w => NeedNames.OfField(w.Field))).ToHashSet(StringComparer.Ordinal);
        names.UnionWith(before.Wanted.Where(w => asked.Dropped.Contains("=" + w.Value)).Select(w => NeedNames.Of(w.Name)));
        // "What about near the railway?" stands for the way that was asked for before.
        if (NeedNames.Ways.Any(w => names.Contains(w) && !asked.Dropped.Contains(w)) && !asked.Cues.Overlaps(["within", "on top"]))
            names.UnionWith(NeedNames.Ways);
        if (asked.Cues.Contains("add") && wanted.RemoveAll(w => NeedNames.Of(w.Name) == "tenure") > 0)
            names.Add("tenure"); // to rent or to buy, it is all the same
        return asked with
        {
            Seek = again || asked is { Seek: null, Asked.Count: > 0 } && asked.Cues.Contains("there") && before.Seek is not (Seek.Park or Seek.Space) ? null : !asked.IsSure || (asked.Seek == Seek.Park && before.Seek is not null) ? before.Seek ?? asked.Seek : asked.Seek,
            Wanted = again ? [] : [.. before.Wanted.Where(w => !names.Contains(NeedNames.Of(w.Name)) && !names.Contains($"{NeedNames.Of(w.Name)}={w.Value}") && !wanted.Exists(x => x.Not && NeedNames.Of(x.Name) == NeedNames.Of(w.Name) && x.Value == w.Value)), .. wanted],
            Wishes = again ? [] : [.. before.WishedFor.Where(w => !names.Contains(NeedNames.OfField(w.Field))), .. asked.Wishes.Where(w => !changed.Exists(c => c.Name == NeedNames.OfField(w.Field)))],
            Trades = asked.Trades.Count > 0 || again || (asked.Parks.Count > 0 && asked.Cues.Contains("replace")) ? asked.Trades : before.Trades,
            Parks = asked.Parks.Count > 0 ? asked.Parks : there.Count > 0 ? there : asked.Trades.Count > 0 || names.Contains("district") ? [] : before.Parks,
            Pointed = asked.Parks.Count == 0 && pointed.Count == 0 && there.Count > 1,
            Rest = again || asked.Rest.Length > 0 || asked.Trades.Count > 0 ? asked.Rest : before.Topic,
            Carried = asked.Trades.Count > 0 || asked.Wanted.Any(w => w.Name is "job.field" or "resource.kind") ? "" : before.Words ?? "",
        };
    }

    /// <summary>The same once more, or as it was before the last change.</summary>
    private static Understanding Again(Understanding asked, Conversation before) => asked with
    {
        Seek = before.Seek, IsSure = true, Wanted = asked.Cues.Contains(Withdrawn.Undone) ? before.Earlier ?? before.Wanted : before.Wanted, Wishes = [.. before.WishedFor], Trades = before.Trades, Parks = before.Parks,
        Asked = [], Rest = before.Topic, Carried = before.Words ?? "", Cues = new HashSet<string>([.. asked.Cues, "follow"]),
    };

    /// <summary>Places of those that are pointed at, also at the end and by what they have most or least of.</summary>
    private static IEnumerable<int> Places(Understanding asked, Conversation before, Snapshot snapshot)
    {
        foreach (var place in asked.Ordinals)
            yield return place < 0 ? before.Shown.Count : place;
        if (asked.Picked is not { } picked || asked.Ordinals.Count > 0)
            yield break;
        decimal? Of(string path) => snapshot.Resolve(path) is (PathState.Live, { } document) ? document.In(0, snapshot.Schema)?.Values.Number(picked.Field) ?? (snapshot.Find(document.ParentId) is { Type.Alias: "park" } park ? park.In(0, snapshot.Schema)?.Values.Number(picked.Field) : null) : null;
        var stated = before.Shown.Select((path, i) => (Place: i + 1, Value: Of(path))).Where(s => s.Value is not null).ToList();
        if (stated.Count > 0)
            yield return (picked.Low ? stated.MinBy(s => s.Value) : stated.MaxBy(s => s.Value)).Place;
    }

    /// <summary>"55 is too much, make it 50" says again what was asked for before, beside what stands instead.</summary>
    private static bool IsOld(Wanted wanted, Understanding asked, Conversation before) => NeedNames.IsNumber(wanted.Name) && Number(wanted) is { } number
        && Number(before.Wanted.FirstOrDefault(b => NeedNames.Of(b.Name) == wanted.Name)) == number && asked.Wanted.Any(w => w.Name == wanted.Name && !w.Not && Number(w) != number);

    /// <summary>"With a crane", after 20 tonnes were asked for; "around Zhangpu is fine, too", after Zhangpu was.</summary>
    private static bool IsLess(Wanted wanted, Understanding asked, Conversation before) => (asked.Assumed.Contains(wanted) || (wanted is { Name: "district", Not: false } && asked.Dropped.Contains("district")))
        && before.Wanted.Any(w => NeedNames.Of(w.Name) == wanted.Name && w is { Must: true, Not: false } && (wanted.Name != "district" || w.Value == wanted.Value));

    /// <summary>"1000 more" adds to what was asked for.</summary>
    private static Wanted More(Understanding asked, Conversation before, Wanted wanted) =>
        NeedNames.IsNumber(wanted.Name) && Number(before.Wanted.FirstOrDefault(w => w.Name == wanted.Name)) is { } had && Number(wanted) is { } more
            && (asked.Cues.Overlaps(["plus", "minus"]) || (asked.Cues.Contains("bigger") && more < had && !NeedNames.IsLimit(wanted.Name))) && had + (asked.Cues.Contains("minus") ? -more : more) is > 0 and var sum
            && (wanted.Name != "rentMax" || more <= had / 2) ? wanted with { Value = Reading.Text(sum) } : wanted;

    private static decimal? Number(Wanted? wanted) => wanted is not null && decimal.TryParse(wanted.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsPlace(Seek seek) => seek is Seek.Park or Seek.Space;

    private static bool GoesOn(Understanding asked) =>
        asked.Cues.Overlaps(["follow", "within", "there", "ordinal", Pointing.Picked, "among", "add", "first", "plus", "minus", Anew.OtherDistrict, Anew.BothPlaces]) || asked.Dropped.Count + asked.Changed.Count > 0
        || (asked.Cues.Contains("compare") && asked.Parks.Count < 2)
        || (asked.Wanted.Count > 0 && asked.Wanted.All(w => w.Name == "district") && asked is { IsSure: false, Trades.Count: 0, Parks.Count: 0, Wishes.Count: 0, Unread.Count: 0 })
        || (asked.Parks.Count == 0 && asked.Trades.Count == 0 && (!asked.Cues.Contains("seek") || asked.IsRoom) && (IsShort(asked) || (asked.Wanted.Count + asked.Wishes.Count == 0 && asked.Asked.Count is > 0 and <= 2)));

    /// <summary>No more than one thing of the kind that was looked for: "the frozen ones", "internships?".</summary>
    private static bool IsPart(Understanding asked, Conversation before) => before.Seek is Seek.Park or Seek.Space or Seek.Job or Seek.Resource && asked.Unread.Count + asked.Parks.Count + asked.Asked.Count + asked.Wishes.Count == 0
        && (asked.Cues.Contains("seek") ? asked.Seek == before.Seek && asked.Seek is Seek.Job or Seek.Resource && asked.Wanted.Count == 1 && asked.Trades.Count == 0 : !asked.IsSure && asked.Wanted.Count + asked.Trades.Count == 1);

    /// <summary>Two needs, or three that do not say what kind of space is meant, are hardly a question of their own.</summary>
    private static bool IsShort(Understanding asked) =>
        asked.Wanted.Where(w => !asked.IsKindConcluded || w.Name != "kind").Select(w => w.Name).Distinct().ToList() is var said && said.Count + asked.Wishes.Count is > 0 and var count && (count <= 2 || (count == 3 && said.TrueForAll(w => NeedNames.Of(w) != "kind")));

    /// <summary>"Zhoushi too": beside what was said before, where there can be several. What a park has is asked beside the rest unless it is said to stand instead.</summary>
    private static bool Adds(Understanding asked, Wanted wanted) => NeedField.Find(NeedNames.Of(wanted.Name))?.Shape switch
    {
        NeedShape.Choices => !asked.Cues.Contains("replace"),
        NeedShape.Reference or NeedShape.Choice => asked.Cues.Contains("add"),
        _ => false,
    };

    private static bool IsIn(string park, IEnumerable<string> districts, Snapshot snapshot) =>
        snapshot.Resolve("/parks/" + park).Document?.In(0, snapshot.Schema)?.Values.Reference("district") is not { } id || snapshot.Find(id) is not { } district || districts.Contains(district.Slug);

    private static string? ParkOf(string path, Snapshot snapshot) =>
        snapshot.Resolve(path) is (PathState.Live, { } document) ? document.Type.Alias == "park" ? document.Slug : snapshot.Find(document.ParentId)?.Slug : null;

    /// <summary>Numbers that only what was spoken of before gives a meaning: "make it 20 tonnes", "50 is fine too".</summary>
    private static IEnumerable<Wanted> Meant(Understanding asked, Conversation before)
    {
        bool Had(string need) => before.Wanted.Any(w => NeedNames.Of(w.Name) == need);
        bool Spoken(string need) => Had(need) || asked.Dropped.Contains(need);
        if (before.Seek == Seek.Resource && asked.Waits is { } days && !asked.Wanted.Any(w => w.Name == "resource.leadDays"))
            yield return new Wanted("resource.leadDays", Reading.Text(days));
        foreach (var number in asked.Quantities.Where(q => (q.Unit != UnitKind.None || !asked.Wanted.Any(w => w.Name == "availableBy")) && !(q is { Unit: UnitKind.None, Value: >= 2024 and < 2040 } && !before.Wanted.Any(w => Number(w) is > 1000 and < 4000))))
        {
            if (asked.Dropped.Contains("=" + Reading.Text(number.Value)) && before.Wanted.Any(w => Number(w) == number.Value))
                continue; // it goes
            var need = number.Unit == UnitKind.None && before.Seek != Seek.Job && Last(number.Value, before) is { } last ? last : number.Unit switch
            {
                UnitKind.Weight => Spoken("crane") ? "crane" : Spoken("floorLoad") ? "floorLoad" : null,
                UnitKind.Length => before.Seek is Seek.Space ? "clearHeight" : null,
                UnitKind.Minutes => NeedNames.Ways.Where(w => Had(w) || before.WishedFor.Any(x => NeedNames.OfField(x.Field) == w)).Take(2).ToList() is [var way] ? way : null,
                UnitKind.Volume => Had("wasteWaterCapacity") ? "wasteWaterCapacity" : null,
                UnitKind.Money or UnitKind.None when before.Seek == Seek.Job => number.Value >= LeastPay ? "job.payMax" : null,
                UnitKind.Money or UnitKind.None when IsSpace(before) && (number.Unit == UnitKind.Money || asked.Asked.Contains("rent")) => number.Value < MostRent || Each(number.Value, before) is not null ? "rentMax" : null,
                UnitKind.None when IsSpace(before) => number.Value < LeastArea ? number.Value > 5 && (Had("rentMax") || number.AtMost) ? "rentMax" : null : Had("area") ? "area" : null,
                _ => null,
            };
            if (need is not null && !asked.Wanted.Any(w => w.Name == need))
                yield return new Wanted(need, Reading.Text(need == "rentMax" && number.Value >= MostRent ? Each(number.Value, before) ?? number.Value : number.Value));
        }
    }

    /// <summary>Of money for the whole room that was asked for, what that is for a square metre and month; null where that is no rent.</summary>
    private static decimal? Each(decimal money, Conversation before) =>
        Number(before.Wanted.FirstOrDefault(w => w.Name == "area")) is { } area and > 0 && money / area is var each && (each > LikelyRent ? each / 12 : each) is >= 1 and < MostRent and var rent ? Math.Round(rent, 1) : null;

    /// <summary>The number that was spoken of last, where a bare number is like it: "10" after 8 m.</summary>
    private static string? Last(decimal number, Conversation before) =>
        before.Wanted.LastOrDefault(w => NeedNames.IsNumber(w.Name)) is { } last && Number(last) is { } value && value <= number * Likeness && number <= value * Likeness ? last.Name : null;

    private static bool IsSpace(Conversation before) => before.Seek is Seek.Space or Seek.Park;

    private static IEnumerable<Wanted> Changes(Understanding asked, Conversation before, Snapshot snapshot)
    {
        var shown = before.Shown.Select(p => snapshot.Resolve(p)).Where(r => r.State == PathState.Live).Select(r => r.Document!).FirstOrDefault();
        Wanted? Said(string name) => before.Wanted.FirstOrDefault(w => NeedNames.Of(w.Name) == name);
        decimal? Before(string name, string type, string alias) =>
            Number(Said(name)) is { } number ? number : shown?.Type.Alias == type ? shown.In(0, snapshot.Schema)?.Values.Number(alias) : null;
        // What was a hard need stays one; what was only seen on a page is a wish.
        Wanted Changed(string name, decimal value) => new(name, Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture), Must: Said(name)?.Must ?? name.StartsWith("job.", StringComparison.Ordinal));
        // "A higher ceiling" after 6 m is more than that.
        var turned = asked.Wishes.Select(w => (Need: NeedNames.OfField(w.Field), How: w.Low ? "smaller" : "bigger")).Where(w => Said(w.Need) is { Must: true } && NeedNames.IsNumber(w.Need) && !asked.Changed.Any(c => c.Need == w.Need));
        // "Too big, half of it" says how much smaller.
        foreach (var (need, said) in asked.Changed.Concat(turned).GroupBy(c => c.Need).Select(g => g.FirstOrDefault(c => c.How is "half" or "double", g.First())))
        {
            var how = said;
            // "Nearer" is said of the way that was spoken of.
            var name = how == "nearer" && NeedNames.Ways.FirstOrDefault(w => Said(w) is not null || before.WishedFor.Any(x => NeedNames.OfField(x.Field) == w)) is { } way ? way : need;
            // "Higher" means pay where jobs are spoken of, and else what was measured last.
            if (name == "job.payMax" && before.Seek != Seek.Job && !asked.Wanted.Any(w => NeedNames.IsNumber(w.Name)) && (Said("clearHeight") ?? before.Wanted.LastOrDefault(w => w is { Not: false, Name: "floorLoad" or "crane" or "power" })) is { } measured)
                (name, how) = (measured.Name, "bigger");
            if (name.StartsWith("job.", StringComparison.Ordinal) != (before.Seek == Seek.Job))
                continue;
            if ((name == "job.payMax" ? Before(name, "job", "payMax") : NeedField.Find(name) is { } field ? Before(name, field.Type, name == "area" && Factor(name, how) < 1 ? "areaMin" : field.Alias) : null) is { } number)
                yield return Changed(name, NeedNames.Ways.Contains(name) ? Math.Ceiling(number * Factor(name, how)) : number * Factor(name, how));
        }
    }

    private static decimal Factor(string need, string how)
    {
        var step = need == "rentMax" ? 1 / Cheaper : NeedNames.Ways.Contains(need) ? 1 / Nearer : need == "job.payMax" ? BetterPaid : Larger;
        return how switch { "double" => 2, "half" => 0.5m, "smaller" or "cheaper" or "nearer" => 1 / step, _ => step };
    }
}
