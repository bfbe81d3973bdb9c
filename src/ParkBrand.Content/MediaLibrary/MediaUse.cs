using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Queries;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.MediaLibrary;

/// <summary>Which documents show a media item, in their drafts or to the public.</summary>
/// <param name="Seen">Those that the actor may see.</param>
/// <param name="Hidden">How many others there are; whose they are is not said.</param>
public sealed record MediaUse(IReadOnlyList<Usage> Seen, int Hidden)
{
    private const int Named = 5;

    internal static MediaUse Of(WriteSession session, Guid media)
    {
        var all = session.Query<(string Document, string Type, string Culture, string Property)>("""
            SELECT r.document_id, d.type, r.culture, r.property FROM reference r JOIN document d ON d.id = r.document_id
            WHERE r.target_id = @media AND d.trashed_at IS NULL
            UNION
            SELECT d.id, d.type, p.culture, '' FROM publication p JOIN document d ON d.id = p.document_id
            JOIN version_culture c ON c.document_id = p.document_id AND c.number = p.version AND c.culture = p.culture
            WHERE p.version <> d.version AND instr(c.value, @text) > 0
            ORDER BY 2, 1, 3, 4
            """, new { media, text = $"\"{media}\"" })
            .ConvertAll(u => new Usage(Guid.Parse(u.Document), u.Type, u.Culture, u.Property));
        var seen = all.Where(u => session.Find(u.Document, Permissions.Read).IsOk).ToList();
        return new MediaUse(seen, all.Select(u => u.Document).Except(seen.Select(u => u.Document)).Count());
    }

    /// <summary>Why an item must stay, or null when nothing shows it.</summary>
    internal static Sentence? Refusal(WriteSession session, MediaRow row)
    {
        if (row.IsFolder)
            return null;
        var use = Of(session, row.Id);
        var documents = use.Seen.Select(u => u.Document).Distinct().ToList();
        var names = string.Join(", ", documents.Take(Named).Select(d => $"“{session.NameOf(session.Find(d)!)}”"));
        var more = Math.Max(0, documents.Count - Named) + use.Hidden;
        if (documents.Count == 0)
            return more == 0 ? null : Foreign(row.Name, more);
        if (more == 0)
            return $"“{row.Name}” is in use by {names}. Take it out there first.";
        return $"“{row.Name}” is in use by {names} and {more} more. Take it out there first.";
    }

    private static Sentence Foreign(string name, int hidden) => $"“{name}” is in use by {hidden} document(s) that you do not look after. Ask whoever does to take it out first.";
}
