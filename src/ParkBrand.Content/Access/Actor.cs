using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Access;

/// <summary>Who acts. Rights are asked of the concrete document, never of a route.</summary>
/// <param name="Name">As written into versions and the audit trail.</param>
/// <param name="Groups">The user groups the person is in; their rights add up, each as far as its own group reaches.</param>
/// <param name="StartNode">The only subtree that groups with <see cref="UserGroup.OwnStartNode"/> reach.</param>
public sealed record Actor(string Name, IReadOnlyList<UserGroup> Groups, Guid? StartNode = null)
{
    /// <summary>The site itself: import, scheduler, command line.</summary>
    public static Actor Site(string name) => new(name, []) { IsSite = true };

    internal bool IsSite { get; private init; }

    /// <summary>The account behind it: what was done belongs to this, since two people may have one name. Null for the site itself.</summary>
    public Guid? Account { get; init; }

    /// <summary>Whether one group of the person alone gives the permission for the document with these ancestors (itself included).</summary>
    internal bool May(string permission, string documentType, IReadOnlyCollection<Guid> selfAndAncestors) =>
        IsSite || Groups.Any(g => g.Permissions.Contains(permission)
            && (permission == Permissions.Read || g.Types.Count == 0 || g.Types.Contains(documentType))
            && (!g.OwnStartNode || (StartNode is { } start && selfAndAncestors.Contains(start))));

    /// <summary>Whether the person may hand out, change and take away accounts.</summary>
    public bool LooksAfterAccounts => IsSite || Groups.Any(g => g.Permissions.Contains(Permissions.Users));

    /// <summary>Whether the person holds every permission that a group gives; nobody hands out more than they have.</summary>
    public bool Outranks(UserGroup group) => IsSite || group.Permissions.All(p => Groups.Any(g => g.Permissions.Contains(p)));

    /// <summary>The same for the media library, where the types of documents say nothing.</summary>
    /// <param name="chain">The item, its folders, and the documents that these belong to with all above them.</param>
    internal bool MayInLibrary(string permission, IReadOnlyCollection<Guid> chain) =>
        IsSite || Groups.Any(g => g.Permissions.Contains(permission) && (!g.OwnStartNode || (StartNode is { } start && chain.Contains(start))));

    /// <summary>Whether the person sees the whole tree.</summary>
    public bool SeesAll => IsSite || Groups.Any(g => g.Permissions.Contains(Permissions.Read) && !g.OwnStartNode);

    /// <summary>Whether the person writes anywhere in the city, not in one part of it alone.</summary>
    public bool EditsTheCity => IsSite || Groups.Any(g => g.Permissions.Contains(Permissions.Edit) && !g.OwnStartNode);

    /// <summary>Where the tree begins for somebody who does not see all of it; null when there is nothing to see.</summary>
    internal Guid? TreeTop => Groups.Any(g => g.Permissions.Contains(Permissions.Read) && g.OwnStartNode) ? StartNode : null;

    internal bool Sees(IReadOnlyCollection<Guid> selfAndAncestors) => May(Permissions.Read, "", selfAndAncestors);
}
