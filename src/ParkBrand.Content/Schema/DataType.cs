using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ParkBrand.Content.Schema;

/// <summary>The shape of a stored value. Everything else about a data type is configuration.</summary>
public enum ValueKind
{
    Text, Markdown, Integer, Decimal, Date, Boolean, Choice, Choices, Texts, Position, Media, Medias, Document, Documents, Blocks,
}

public sealed class DataType
{
    public required string Alias { get; init; }
    public required string Name { get; init; }

    /// <summary>Umbraco's property-editor alias, or one of our own (<c>ParkBrand.*</c>).</summary>
    public required string Editor { get; init; }
    public required ValueKind Kind { get; init; }

    /// <summary>Longest text, or longest entry of a list, in UTF-16 units.</summary>
    public int MaxLength { get; init; }
    public int MaxItems { get; init; }
    public Regex? Pattern { get; init; }

    /// <summary>What a reference may point at: document, element or media type aliases.</summary>
    public FrozenSet<string> Accept { get; init; } = [];

    /// <summary>The first accepted alias: what a block without a <c>block</c> key is.</summary>
    public string? DefaultAccept { get; init; }
    public IReadOnlyList<ChoiceItem> Items { get; init; } = [];

    public ChoiceItem? Item(string value) => Items.FirstOrDefault(i => i.Value == value);
}

public sealed record ChoiceItem(string Value, LocalizedName Name);

/// <summary>A name in every language of the site, in the order of <see cref="ContentSchema.Languages"/>.</summary>
public sealed record LocalizedName(IReadOnlyList<string> ByCulture)
{
    public string In(int culture) => ByCulture[culture];
}

public sealed class Property
{
    public required string Alias { get; init; }
    public required LocalizedName Name { get; init; }
    public required DataType DataType { get; init; }
    public bool Required { get; init; }
    public bool Variant { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Unit as written after the number, e.g. <c>m²</c> or <c>元/m²/月</c>.</summary>
    public string? Unit { get; init; }
    public Regex? Pattern { get; init; }

    /// <summary>Position in the value array of a published document or block.</summary>
    public int Index { get; internal set; }
}
