using ParkBrand.Content.Publishing;

namespace ParkBrand.Content.Access;

/// <summary>
/// What may be referred to: everything one sees, and what is common to the city. An operator picks a district, an industry
/// or a policy for the own park although they stand outside of it; but what groups like the operator's keep (parks, spaces,
/// jobs …) stays unknown when it is a neighbour's, and so does whatever is not public.
/// </summary>
internal static class Referable
{
    public static bool May(WriteSession session, DocumentRow row) =>
        session.Actor.Sees(session.SelfAndAncestors(row)) || (!row.IsTrashed && CommonTypes(session).Contains(row.Type) && IsPublic(session, row.Id));

    /// <summary>Types of which an actor with an own part of the tree may refer to every published document.</summary>
    public static IReadOnlyList<string> CommonTypes(WriteSession session)
    {
        var own = session.Actor.Groups.Where(g => g.OwnStartNode && g.Permissions.Contains(Permissions.Read)).ToList();
        if (own.Count == 0 || own.Any(g => g.Types.Count == 0) || session.Actor.StartNode is null)
            return [];
        var kept = own.SelectMany(g => g.Types).ToHashSet();
        return [.. session.Schema.DocumentTypes.Values.Where(t => !kept.Contains(t.Alias) && t.Route is not null).Select(t => t.Alias)];
    }

    private static bool IsPublic(WriteSession session, Guid id) =>
        session.Scalar<bool>("SELECT EXISTS (SELECT 1 FROM publication WHERE document_id = @id AND culture = '')", new { id });
}
