using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>
/// A person can only point a document at what that person may know of: otherwise a reference would be a way to learn about
/// foreign documents, or to show foreign pictures. What the draft refers to already may stay, whoever put it there.
/// </summary>
internal static class NewReferences
{
    public static List<PropertyProblem> Problems(WriteSession session, Guid document, IReadOnlyList<Reference> references)
    {
        if (session.Actor.IsSite)
            return [];
        var kept = session.Query<Guid>("SELECT target_id FROM reference WHERE document_id = @document", new { document }).ToHashSet();
        var media = new MediaTree(session);
        return [.. references.Where(r => !kept.Contains(r.Target) && !session.Referable.Contains(r.Target))
            .Select(r => r.IsMedia ? Media(media, session, r) : Document(session, r)).OfType<PropertyProblem>()];
    }

    private static PropertyProblem? Document(WriteSession session, Reference r)
    {
        if (session.Find(r.Target) is not { } row || !Access.Referable.May(session, row))
            return new PropertyProblem(r.Culture, r.Property, $"refers to a document that does not exist ({r.Target})");
        return r.Accept.Contains(row.Type) ? null : NotAccepted(r, row.Type);
    }

    private static PropertyProblem? Media(MediaTree media, WriteSession session, Reference r)
    {
        if (media.Find(r.Target) is not { IsFolder: false, IsTrashed: false } row || !media.Sees(row))
            return new PropertyProblem(r.Culture, r.Property, $"refers to a media item that does not exist ({r.Target})");
        return r.Accept.Contains(MediaItem.TypeOf(session.Schema, row)) ? null : NotAccepted(r, MediaItem.TypeOf(session.Schema, row));
    }

    private static PropertyProblem NotAccepted(Reference r, string type) =>
        new(r.Culture, r.Property, $"refers to a {type}, allowed is {string.Join(", ", r.Accept.Order(StringComparer.Ordinal))}");
}
