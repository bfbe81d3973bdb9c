using System.Globalization;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Matching;

/// <summary>Reads needs from a query. What is not understood is told and left out, never guessed.</summary>
public sealed class NeedsReader(Snapshot snapshot)
{
    /// <summary>Bounds of what one visitor can ask at once.</summary>
    internal const int MaxValues = 20, MaxWords = 8, MaxLength = 100;

    private static readonly char[] WordBreaks = [' ', ',', ';', '\u3000', '\uff0c', '\u3001', '\uff1b'];
    private readonly List<NeedProblem> problems = [];

    public IReadOnlyList<NeedProblem> Problems => problems;

    /// <param name="query">Parameters that are no needs are passed over; see <see cref="NeedField.Find"/>.</param>
    public Needs Read(IEnumerable<KeyValuePair<string, string>> query)
    {
        var given = query.Where(q => q.Value.Length > 0).ToLookup(q => q.Key, q => q.Value.Trim(), StringComparer.Ordinal);
        var needs = new List<Need>();
        foreach (var field in NeedField.All)
            if (given[field.Name].Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } values && Bounded(field, values) && Need(field, values) is { } need)
                needs.Add(need);
        foreach (var name in given[Needs.Wish].Distinct(StringComparer.Ordinal))
            if (needs.FindIndex(n => n.Name == name) is >= 0 and var at)
                needs[at] = needs[at] with { Must = false };
            else
                Tell(Needs.Wish, name, NeedMistake.NotNeeded, "the name of a need that is given too");
        return new Needs(needs);
    }

    private bool Bounded(NeedField field, List<string> values)
    {
        if (values.Find(v => v.Length > MaxLength) is { } longest)
            return Tell(field.Name, longest[..MaxLength], NeedMistake.TooLong, $"{MaxLength} characters");
        var most = field.Shape is NeedShape.Choice or NeedShape.Choices or NeedShape.Reference or NeedShape.References ? MaxValues : 1;
        return values.Count <= most || Tell(field.Name, values[most], NeedMistake.TooMany, most == 1 ? "one value" : $"{most} values");
    }

    private Need? Need(NeedField field, List<string> values) => field.Shape switch
    {
        NeedShape.AtLeast or NeedShape.AtMost => Number(field, values[0]) is { } number ? new NumberNeed(field, number) : null,
        NeedShape.Area => Number(field, values[0]) is { } area ? new AreaNeed(field, area) : null,
        NeedShape.Choice => Choices(field, values) is { Count: > 0 } choices ? new ChoiceNeed(field, choices) : null,
        NeedShape.Choices => Choices(field, values) is { Count: > 0 } choices ? new ChoicesNeed(field, choices) : null,
        NeedShape.Reference => Documents(field, values) is { Count: > 0 } documents ? new ReferenceNeed(field, documents) : null,
        NeedShape.References => Documents(field, values) is { Count: > 0 } documents ? new ReferencesNeed(field, documents) : null,
        NeedShape.CleanClass => Class(field, values[0]) is { } room ? new CleanClassNeed(field, room) : null,
        NeedShape.By => Day(field, values[0]) is { } day ? new DayNeed(field, day) : null,
        NeedShape.Words => Words(values[0]) is { Count: > 0 } words ? new WordsNeed(field, words) : null,
        _ => Flag(field, values[0]) ? new FlagNeed(field) : null,
    };

    private decimal? Number(NeedField field, string value)
    {
        var most = PropertyOf(field).Max ?? 1_000_000_000;
        if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return Nothing(field, value, NeedMistake.NotANumber, $"0–{NumberNeed.Text(most)}");
        number = Math.Round(number, 4);
        return number > 0 && number <= most ? number : Nothing(field, value, NeedMistake.OutOfRange, $"0–{NumberNeed.Text(most)}");
    }

    private decimal? Nothing(NeedField field, string value, NeedMistake mistake, string allowed)
    {
        Tell(field.Name, value, mistake, allowed);
        return null;
    }

    private List<string> Choices(NeedField field, List<string> values)
    {
        var items = PropertyOf(field).DataType.Items.Select(i => i.Value).Where(i => i != "none").ToList();
        return values.Where(v => items.Contains(v) || Tell(field.Name, v, NeedMistake.UnknownValue, string.Join(", ", items))).ToList();
    }

    private string? Class(NeedField field, string value)
    {
        var items = PropertyOf(field).DataType.Items.Select(i => i.Value).Where(i => CleanClassNeed.Class(i) is not null).ToList();
        return items.Contains(value) || Tell(field.Name, value, NeedMistake.UnknownValue, string.Join(", ", items)) ? value : null;
    }

    private List<(string, Guid)> Documents(NeedField field, List<string> values)
    {
        var found = new List<(string, Guid)>();
        foreach (var slug in values)
            if (snapshot.Resolve(field.Folder + slug) is (PathState.Live, { } document) && PropertyOf(field).DataType.Accept.Contains(document.Type.Alias))
                found.Add((slug, document.Id));
            else
                Tell(field.Name, slug, NeedMistake.UnknownValue, $"the last part of an address under {field.Folder}");
        return found;
    }

    private DateOnly? Day(NeedField field, string value)
    {
        if (DateOnly.TryParseExact(value, DayNeed.Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Tell(field.Name, value, NeedMistake.NotADate, DayNeed.Form);
        return null;
    }

    private static List<(string, string)> Words(string value) =>
        value.Split(WordBreaks, StringSplitOptions.RemoveEmptyEntries).Select(w => (Word: w, Folded: TradeWords.Fold(w)))
            .Where(w => w.Folded.Length > 0).DistinctBy(w => w.Folded).Take(MaxWords).ToList();

    private bool Flag(NeedField field, string value) =>
        value is FlagNeed.Yes or "true" || (value is not ("0" or "false") && Tell(field.Name, value, NeedMistake.NotAYes, FlagNeed.Yes));

    private Property PropertyOf(NeedField field) => snapshot.Schema.DocumentTypes[field.Type].Find(field.Alias)!;

    /// <returns>False, so that a check can end in telling.</returns>
    private bool Tell(string parameter, string value, NeedMistake mistake, string allowed)
    {
        problems.Add(new NeedProblem(parameter, value, mistake, allowed));
        return false;
    }
}
