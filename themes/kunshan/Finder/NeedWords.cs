using System.Globalization;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Matching;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Themes.Kunshan.Finder;

/// <summary>Needs, and what parks have, in words.</summary>
internal sealed class NeedWords(PageContext context)
{
    private Texts T => context.Texts;

    /// <summary>What the field asks for, as the schema names it; out of a space's context two names need a word more.</summary>
    public string Label(NeedField field) => field.Name switch
    {
        "kind" => T["finder.kind"],
        "area" => T["finder.area"],
        _ => PropertyOf(field).Name.In(context.Culture),
    };

    /// <summary>"≥ 2 t/m²", "标准厂房 或 实验室", "ISO 7 或更好".</summary>
    public string Wanted(Need need) => need.Field.Shape switch
    {
        NeedShape.AtLeast => "≥ " + Amount(need.Field, Number(need)),
        NeedShape.AtMost => "≤ " + Amount(need.Field, Number(need)),
        NeedShape.Area => Amount(need.Field, Number(need)),
        NeedShape.CleanClass => T.Format("finder.orBetter", Value(need.Field, need.Values[0])),
        NeedShape.By => T.Format("finder.by", need.Values[0]),
        NeedShape.Flag => T["finder.wanted"],
        NeedShape.Choices or NeedShape.References or NeedShape.Words => Joined(need.Field, need.Values),
        _ => string.Join(T["finder.or"], need.Values.Select(v => Value(need.Field, v))),
    };

    /// <summary>Label and wish in one line.</summary>
    public string Whole(Need need) => $"{Label(need.Field)} {Wanted(need)}";

    /// <summary>What a park or a space has of what was asked for.</summary>
    public string Has(Finding finding) => (finding.Need.Field, finding.Has) switch
    {
        _ when finding.Document is null => T["finder.noSpace"],
        ({ Shape: NeedShape.Flag } field, _) => Flag(field, finding.Met),
        ({ Shape: NeedShape.Choices or NeedShape.References or NeedShape.Words } field, string[] has) => Listed(finding, field, has),
        (_, null or "none") => T["finder.notStated"],
        ({ Shape: NeedShape.Area } field, decimal area) when !finding.Met => T.Format(area > Number(finding.Need) ? "finder.areaLeast" : "finder.areaMost", Amount(field, area)),
        (var field, decimal number) => Amount(field, number),
        (_, DateOnly day) => day <= context.Today ? T["space.now"] : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (var field, var value) => Value(field, $"{value}"),
    };

    /// <summary>"少 800 m²"; null where there is no more or less.</summary>
    public string? Gap(Finding finding)
    {
        if (finding.Has is not decimal has || finding.Need.Field.Shape is not (NeedShape.AtLeast or NeedShape.AtMost or NeedShape.Area))
            return null;
        var wanted = Number(finding.Need);
        return T.Format(has < wanted ? "finder.short" : "finder.over", Amount(finding.Need.Field, Math.Abs(wanted - has)));
    }

    /// <summary>What to change: "楼面承重放宽到 1.5 t/m²". Alone it needs no label, its row has it.</summary>
    public string Step(Step step, bool alone)
    {
        var (field, label) = (step.Need.Field, Label(step.Need.Field));
        if (step.To is not { } to)
            return T.Format("finder.drop", label);
        return field.Shape switch
        {
            NeedShape.Choices or NeedShape.References or NeedShape.Words => T.Format("finder.drop", Joined(field, Gone(step.Need, to))),
            NeedShape.Choice or NeedShape.Reference => T.Format("finder.also", Value(field, to.Values[^1])),
            NeedShape.Area when Number(to) > Number(step.Need) => Changed("finder.raise", label, Amount(field, Number(to)), alone),
            NeedShape.CleanClass => Changed("finder.ease", label, Value(field, to.Values[0]), alone),
            NeedShape.By => Changed("finder.ease", label, to.Values[0], alone),
            _ => Changed("finder.ease", label, Amount(field, Number(to)), alone),
        };
    }

    public string Steps(IReadOnlyList<Step> steps) => string.Join(T["list.separator"], steps.Select(s => Step(s, steps.Count == 1)));

    /// <summary>A value of a field as people read it.</summary>
    public string Value(NeedField field, string value) => field.Folder is { } folder
        ? context.Snapshot.Resolve(folder + value) is (PathState.Live, { } document) ? context.Name(document) : value
        : PropertyOf(field).DataType.Item(value)?.Name.In(context.Culture) ?? value;

    public string? Unit(NeedField field) => PropertyOf(field).Unit;

    public Property PropertyOf(NeedField field) => context.Snapshot.Schema.DocumentTypes[field.Type].Find(field.Alias)!;

    private string Changed(string key, string label, string value, bool alone) => alone ? T.Format(key, value) : $"{label}{(context.IsChinese ? "" : " ")}{T.Format(key, value)}";

    private string Flag(NeedField field, bool has) => field.Level == NeedLevel.Space ? T[has ? "yes" : "no"] : T[has ? "connected" : "notConnected"];

    private string Listed(Finding finding, NeedField field, string[] has)
    {
        if (finding.Met)
            return Joined(field, finding.Need.Values);
        var missing = field.Shape == NeedShape.Words ? finding.Need.Values[0].Split(' ').Except(has) : finding.Need.Values.Except(has);
        return Refused(finding, missing) ?? T.Format(field.Shape == NeedShape.Words ? "finder.notSaid" : "finder.lacks", Joined(field, missing));
    }

    /// <summary>A park may say in so many words that it does not take a trade.</summary>
    private string? Refused(Finding finding, IEnumerable<string> words)
    {
        if (finding.Need.Field.Shape != NeedShape.Words)
            return null;
        var refused = context.Variant(finding.Document)!.Values.Texts("excluded").FirstOrDefault(e => words.Any(w => e.Contains(w, StringComparison.OrdinalIgnoreCase)));
        return refused is null ? null : T.Format("finder.refuses", refused);
    }

    private static IEnumerable<string> Gone(Need from, Need to) =>
        from.Field.Shape == NeedShape.Words ? from.Values[0].Split(' ').Except(to.Values[0].Split(' ')) : from.Values.Except(to.Values);

    private string Joined(NeedField field, IEnumerable<string> values) =>
        string.Join(T["list.separator"], values.Select(v => field.Shape == NeedShape.Words ? v.Replace(" ", T["list.separator"], StringComparison.Ordinal) : Value(field, v)));

    private string Amount(NeedField field, decimal value)
    {
        var unit = Unit(field);
        return $"{(value * T.Scale(unit)).ToString("#,0.####", CultureInfo.InvariantCulture)}\u00a0{T.Unit(unit).TrimStart()}".TrimEnd();
    }

    private static decimal Number(Need need) => decimal.Parse(need.Values[0], CultureInfo.InvariantCulture);
}
