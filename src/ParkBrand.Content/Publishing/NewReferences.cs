using ParkBrand.Content.Access;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>
/// A person can only point a document at what that person may know of: otherwise a reference would be a way to learn about
/// foreign documents. What the draft refers to already may stay, whoever put it there.
/// </summary>
internal static class NewReferences
{
    public static List<PropertyProblem> Problems(WriteSession session, Guid document, IReadOnlyList<Reference> references)
    {
        if (session.Actor.IsSite)
            return [];
        var kept = session.Query<Guid>("SELECT target_id FROM reference WHERE document_id = @document", new { document }).ToHashSet();
        return [.. references.Where(r => !r.IsMedia && !kept.Contains(r.Target) && !session.Referable.Contains(r.Target))
            .Where(r => session.Find(r.Target) is not { } row || !Access.Referable.May(session, row))
            .Select(r => new PropertyProblem(r.Culture, r.Property, $"refers to a document that does not exist ({r.Target})"))];
    }
}
