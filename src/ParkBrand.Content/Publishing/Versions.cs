namespace ParkBrand.Content.Publishing;

/// <summary>Versions are never changed: a save appends one, a rollback appends a copy.</summary>
internal static class Versions
{
    /// <param name="given">The cultures whose references <paramref name="content"/> holds; null for all. Those of the others stay.</param>
    public static int Append(WriteSession session, Guid id, string slug, CheckedContent content, string? note, IReadOnlyCollection<string>? given = null)
    {
        session.Execute("UPDATE document SET version = version + 1, slug = @slug, updated_at = @at WHERE id = @id", new { id, slug, at = session.NowText });
        var number = session.Scalar<int>("SELECT version FROM document WHERE id = @id", new { id });
        session.Execute("INSERT INTO version (document_id, number, slug, created_at, actor, actor_id, note) VALUES (@id, @number, @slug, @at, @actor, @account, @note)",
            new { id, number, slug, at = session.NowText, actor = session.Actor.Name, account = session.Actor.Account, note });
        foreach (var row in content.Cultures)
            session.Execute("INSERT INTO version_culture (document_id, number, culture, name, value) VALUES (@id, @number, @Culture, @Name, @Value)",
                new { id, number, row.Culture, row.Name, row.Value });
        session.Execute("DELETE FROM reference WHERE document_id = @id AND (@all OR culture IN @given)", new { id, all = given is null, given = given ?? [] });
        foreach (var reference in content.References)
            session.Execute("""
                INSERT OR IGNORE INTO reference (document_id, culture, property, kind, target_id)
                VALUES (@id, @Culture, @Property, @kind, @Target)
                """, new { id, reference.Culture, reference.Property, kind = reference.IsMedia ? "media" : "document", reference.Target });
        return number;
    }
}
