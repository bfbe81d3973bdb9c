using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ParkBrand.Assistant.Matching;

namespace ParkBrand.Assistant.Conversations;

/// <summary>
/// What a follow-up needs to know of what went before. It travels with the visitor and is kept nowhere else; whoever changes it
/// changes only what they themselves are asked again, since everything in it is read like a question.
/// </summary>
/// <param name="Shown">Paths of the documents that were shown, in order.</param>
/// <param name="Place">What a park or a space had to have when it was last asked for, while something else is spoken of.</param>
/// <param name="Asked">Properties that were asked of a park.</param>
/// <param name="Words">What a job or another record was looked for by, without numbers.</param>
/// <param name="Focus">Path of the one document that was pointed at last.</param>
/// <param name="PlaceTrades">The trades that stood beside <paramref name="Place"/>.</param>
/// <param name="Left">Districts that were spoken of before the one that stands now.</param>
/// <param name="Earlier">What was wanted before the last change of it.</param>
/// <param name="Wishes">Properties that are wished low or high; see <see cref="Wished"/>.</param>
internal sealed record Conversation(Seek? Seek, IReadOnlyList<Wanted> Wanted, IReadOnlyList<string> Trades, IReadOnlyList<string> Parks, string Topic, IReadOnlyList<string> Shown, IReadOnlyList<Wished>? Wishes = null, IReadOnlyList<Wanted>? Place = null, IReadOnlyList<string>? Asked = null, string? Words = null, string? Focus = null, IReadOnlyList<string>? PlaceTrades = null, IReadOnlyList<string>? Left = null, IReadOnlyList<Wanted>? Earlier = null)
{
    private const int Longest = 6000, MostWanted = 60, MostShown = 6, LongestText = 200;

    /// <returns>Null for what was not written by us, or is too long to be.</returns>
    public static Conversation? Read(string? opaque)
    {
        if (string.IsNullOrEmpty(opaque) || opaque.Length > Longest || !Base64Url.IsValid(opaque))
            return null;
        try
        {
            var read = JsonSerializer.Deserialize<Conversation>(Base64Url.DecodeFromChars(opaque), JsonSerializerOptions.Web);
            return read is { Wanted: not null, Trades: not null, Parks: not null, Topic: not null, Shown: not null } && read.IsModest ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [JsonIgnore]
    public IEnumerable<(string Field, bool Low)> WishedFor => (Wishes ?? []).Select(w => (w.Field, w.Low));

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this with { Shown = [.. Shown.Take(MostShown)] }, JsonSerializerOptions.Web));

    /// <summary>What is to be remembered of places after an answer about something.</summary>
    public static IReadOnlyList<Wanted>? PlaceAfter(Seek? asked, Conversation? before) =>
        asked is Matching.Seek.Park or Matching.Seek.Space or null ? null : before is { Seek: Matching.Seek.Park or Matching.Seek.Space } ? before.Wanted : before?.Place;

    /// <inheritdoc cref="PlaceAfter"/>
    public static IReadOnlyList<string>? TradesAfter(Seek? asked, Conversation? before) =>
        asked is Matching.Seek.Park or Matching.Seek.Space or null ? null : before is { Seek: Matching.Seek.Park or Matching.Seek.Space } ? before.Trades : before?.PlaceTrades;

    /// <summary>The districts that another took the place of.</summary>
    public static IReadOnlyList<string>? LeftAfter(IReadOnlyList<Wanted> wanted, Conversation? before)
    {
        static List<string> Districts(IEnumerable<Wanted>? of) => [.. (of ?? []).Where(w => w is { Name: "district", Not: false }).Select(w => w.Value)];
        var (now, had) = (Districts(wanted), Districts(before?.Wanted));
        return now.Count > 0 && had.Count > 0 && !had.Intersect(now).Any() ? had : before?.Left;
    }

    private bool IsModest => Wanted.Count <= MostWanted && Trades.Count <= MostWanted && Parks.Count <= MostWanted && Shown.Count <= MostShown && (Wishes?.Count ?? 0) <= MostWanted && Topic.Length <= LongestText && (Words?.Length ?? 0) <= LongestText && (Focus?.Length ?? 0) <= LongestText
        && Wanted.All(w => w is { Name.Length: <= LongestText, Value.Length: <= LongestText }) && (Wishes ?? []).All(w => w is { Field.Length: <= LongestText }) && (Place?.Count ?? 0) <= MostWanted && (Place ?? []).All(w => w is { Name.Length: <= LongestText, Value.Length: <= LongestText }) && (Earlier?.Count ?? 0) <= MostWanted && (Earlier ?? []).All(w => w is { Name.Length: <= LongestText, Value.Length: <= LongestText }) && (Asked?.Count ?? 0) <= MostWanted && (PlaceTrades?.Count ?? 0) <= MostWanted && (Left?.Count ?? 0) <= MostWanted && Trades.Concat(Parks).Concat(Shown).Concat(Asked ?? []).Concat(PlaceTrades ?? []).Concat(Left ?? []).All(t => t is { Length: <= LongestText });
}

/// <summary>A property that is wished low or high.</summary>
internal sealed record Wished(string Field, bool Low);
