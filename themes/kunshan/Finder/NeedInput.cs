using ParkBrand.Search.Matching;
using ParkBrand.Site.Finder;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Themes.Kunshan.Finder;

/// <summary>One question of the form: how it is asked, and what was answered.</summary>
internal sealed record NeedInput(FinderPage Page, NeedWords Words, NeedField Field)
{
    public string Label => Words.Label(Field);
    public IReadOnlyList<string> Values => Page.Needs[Field.Name]?.Values ?? [];

    /// <summary>What was typed, also where it was not understood, so that it can be mended.</summary>
    public string? Value => Values.Count > 0 ? Values[0] : Page.Problems.FirstOrDefault(p => p.Parameter == Field.Name)?.Value;

    public string Unit => Page.Context.Texts.Unit(Words.Unit(Field)).Trim();

    public string Shape => Field.Shape switch
    {
        NeedShape.Choices => "boxes",
        NeedShape.Choice when Field.Name == "kind" => "boxes",
        NeedShape.Reference => "boxes",
        NeedShape.Choice or NeedShape.References or NeedShape.CleanClass => "select",
        NeedShape.Flag => "flag",
        NeedShape.By => "day",
        NeedShape.Words => "words",
        _ => "number",
    };

    public IEnumerable<(string Value, string Label)> Choices => Field.Folder is null
        ? Words.PropertyOf(Field).DataType.Items.Where(i => i.Value != "none").Select(i => (i.Value, i.Name.In(Page.Context.Culture)))
        : Documents().Select(d => (d.Slug, Page.Context.Name(d)));

    // Only industries that parks are counted by have a colour; the others are reached by words.
    private IEnumerable<PublishedDocument> Documents() => Words.PropertyOf(Field).DataType.Accept.SelectMany(type => Page.Context.OfType(type))
        .Where(d => d.Type.Alias != "industry" || Page.Context.Variant(d)!.Values.Text("key") is not null);
}

internal sealed record Missed(FinderPage Page, NeedWords Words, Elimination Park);
