using System.Collections.Frozen;

namespace ParkBrand.Content.Schema;

/// <summary>Anything that has properties: a document type or the element type of a block.</summary>
public abstract class PropertyHolder
{
    public required string Alias { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<PropertyGroup> Groups { get; init; }

    public IReadOnlyList<Property> Properties { get; private set; } = [];
    private FrozenDictionary<string, Property> byAlias = FrozenDictionary<string, Property>.Empty;

    public Property? Find(string alias) => byAlias.GetValueOrDefault(alias);

    internal void Seal()
    {
        var all = Groups.SelectMany(g => g.Properties).ToList();
        for (var i = 0; i < all.Count; i++)
            all[i].Index = i;
        Properties = all;
        byAlias = all.ToFrozenDictionary(p => p.Alias);
    }
}

public sealed record PropertyGroup(string Name, IReadOnlyList<Property> Properties);

public sealed class ElementType : PropertyHolder;

public sealed class DocumentType : PropertyHolder
{
    public string? Icon { get; init; }

    /// <summary>Address of a published document, e.g. <c>/parks/{parent}/spaces/{slug}</c>; null for documents that have no page.</summary>
    public string? Route { get; init; }

    /// <summary>Grouping folder in the content files, transparent to the tree.</summary>
    public string? Folder { get; init; }
    public bool AllowedAtRoot { get; init; }
    public required FrozenSet<string> AllowedChildren { get; init; }

    /// <summary>Takes only children whose addresses begin with its own, as <c>/features</c> takes <c>/features/{slug}</c>; editors cannot change such an address.</summary>
    public bool ChildrenByAddress { get; init; }
    public required WorkflowDefinition Workflow { get; init; }

    /// <summary>The date after whose last second (Asia/Shanghai) a document leaves every public surface.</summary>
    public Property? Expires { get; internal set; }

    /// <summary>The property that a Markdown file's body holds.</summary>
    public Property? Body { get; internal set; }

    /// <summary>The date by which lists of this type are sorted, newest first; null sorts by the editors' order.</summary>
    public Property? OrderBy { get; internal set; }

    /// <summary>What the addresses of all documents of this type begin with, <c>/features</c> of <c>/features/{slug}</c>; null when they have no beginning in common.</summary>
    public string? AddressBase => RouteUsesParent || Route?.LastIndexOf('/') is not > 0 ? null : Route[..Route.LastIndexOf('/')];

    /// <summary>Whether an editor may choose the last part of the address.</summary>
    public bool HasOwnSlug => Route?.EndsWith("{slug}", StringComparison.Ordinal) == true && !ChildrenByAddress;

    public bool RouteUsesParent => Route?.Contains("{parent}", StringComparison.Ordinal) ?? false;
}
