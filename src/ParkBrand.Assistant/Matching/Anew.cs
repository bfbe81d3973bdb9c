using ParkBrand.Assistant.Conversations;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Matching;

/// <summary>What was asked before, asked of something else: the same fact of another park, another district, the parks of a policy.</summary>
internal static class Anew
{
    public const string OtherDistrict = "another district", BothPlaces = "both places";

    public static Understanding Of(Understanding asked, Conversation before, Snapshot snapshot)
    {
        // "And the robotics one?" names a park by its trade.
        if (before.Asked is { Count: > 0 } && asked is { Parks.Count: 0, Asked.Count: 0, IsSure: false, Trades.Count: 0, Wishes.Count: 0, Wanted: [{ Name: "sector", Not: false } line] } && asked.Cues.Contains("follow")
            && snapshot.OfType("industry").FirstOrDefault(i => i.Slug == line.Value) is { } industry && Enumerable.Range(0, snapshot.Schema.Languages.Count).Where(industry.IsIn)
                .SelectMany(c => Meanings.Of(snapshot).ParksCalled(Wording.Fold(industry.In(c, snapshot.Schema)!.Name))).Distinct().ToList() is [var one])
            asked = asked with { Parks = [one], Wanted = [] };
        if (IsSameAsked(asked, before))
            return asked with { Asked = before.Asked!, Seek = null };
        if (asked.Cues.Contains(OtherDistrict) && !asked.Wanted.Any(w => w.Name == "district"))
            return asked with { Wanted = [.. asked.Wanted, .. before.Wanted.Where(w => w.Name == "district").Select(w => w with { Not = true })] };
        if (asked.Cues.Contains(BothPlaces) && before.Left is { Count: > 0 } left && !asked.Wanted.Any(w => w.Name == "district"))
            return asked with { Wanted = [.. asked.Wanted, .. before.Wanted.Where(w => w is { Name: "district", Not: false }), .. left.Select(d => new Wanted("district", d))], Cues = new HashSet<string>(asked.Cues.Except(["there", "first"])) };
        if (asked.Seek is Seek.Park or Seek.Policy && asked.Cues.Contains("seek") && asked.Cues.Contains("enjoys") && !asked.Wanted.Any(w => w.Name == "policy") && Policy(before, snapshot) is { } policy)
            return asked with { Wanted = [.. asked.Wanted, new Wanted("policy", policy)], Cues = new HashSet<string>([.. asked.Cues, "seek"]) };
        // "Any jobs?", once parks were shown, asks for theirs.
        if (asked is { IsSure: true, Seek: Seek.Job or Seek.Resource or Seek.Policy, Unread.Count: 0 } && before is { Seek: Seek.Park or Seek.Space } && asked.Wanted.Count + asked.Wishes.Count + asked.Trades.Count + asked.Parks.Count + asked.Asked.Count == 0)
            return asked with { Cues = new HashSet<string>([.. asked.Cues, "there"]) };
        // "And the biggest" of the spaces that were shown.
        if (asked.Cues.Contains("top") && before.Seek == Seek.Space && !asked.IsAbout)
            return asked with { Wishes = [("areaMax", false)], Cues = new HashSet<string>([.. asked.Cues, "follow"]) };
        return asked;
    }

    /// <summary>"And the display park?", "and the second?" ask what was asked of the park before.</summary>
    public static bool IsSameAsked(Understanding asked, Conversation before) => before.Asked is { Count: > 0 } && asked is { Seek: null or Seek.Park, Asked.Count: 0, Unread.Count: 0 } && asked.Parks.Count + asked.Ordinals.Count > 0 && !asked.Cues.Contains("compare")
        && asked.Wanted.Count + asked.Wishes.Count + asked.Trades.Count == 0;

    /// <summary>The policy that was spoken of: the one that was shown first.</summary>
    private static string? Policy(Conversation before, Snapshot snapshot) =>
        before.Shown.Count > 0 && snapshot.Resolve(before.Shown[0]) is (PathState.Live, { Type.Alias: "policy" } document) ? document.Slug : null;
}
