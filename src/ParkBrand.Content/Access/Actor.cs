using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Access;

/// <summary>Who acts. Rights are asked of the concrete document, never of a route.</summary>
/// <param name="Name">As written into versions and the audit trail.</param>
/// <param name="Groups">The user groups the person is in; their rights add up.</param>
/// <param name="StartNode">The only subtree that groups with <see cref="UserGroup.OwnStartNode"/> reach.</param>
public sealed record Actor(string Name, IReadOnlyList<UserGroup> Groups, Guid? StartNode = null)
{
    /// <summary>The site itself: import, scheduler, command line.</summary>
    public static Actor Site(string name) => new(name, []) { IsSite = true };

    internal bool IsSite { get; private init; }

    internal bool May(string permission, string documentType) =>
        IsSite || Groups.Any(g => g.Permissions.Contains(permission) && (g.Types.Count == 0 || g.Types.Contains(documentType)));

    /// <summary>Whether any group of the person sees the document with these ancestors (itself included).</summary>
    internal bool Sees(IReadOnlyCollection<Guid> selfAndAncestors) =>
        IsSite || Groups.Any(g => g.Permissions.Contains(Permissions.Read)
            && (!g.OwnStartNode || (StartNode is { } start && selfAndAncestors.Contains(start))));
}
