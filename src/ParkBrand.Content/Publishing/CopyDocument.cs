using System.Text.Json.Nodes;
using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>
/// Copies a document, with what stands below it when asked, as drafts. References between the copied documents lead to the
/// copies; all others stay as they are.
/// </summary>
public sealed class CopyDocument
{
    private readonly ContentWriter writer;
    internal CopyDocument(ContentWriter writer) => this.writer = writer;

    public sealed record Command(Guid Id, Guid? Parent, bool WithDescendants);

    /// <returns>The id of the copy.</returns>
    public Task<Outcome<Guid>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<Guid> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Read);
        if (!found.IsOk)
            return found.As<Guid>();
        // The list is taken before the first copy is made: a copy below itself would otherwise never end.
        var rows = new List<DocumentRow> { found.Value! };
        if (command.WithDescendants)
            rows.AddRange(session.Descendants(command.Id));
        var ids = rows.ToDictionary(r => r.Id, _ => Guid.NewGuid());
        session.Referable.UnionWith(ids.Values);
        foreach (var row in rows)
        {
            session.Referable.UnionWith(session.Query<Guid>("SELECT target_id FROM reference WHERE document_id = @Id", new { row.Id }));
            var parent = row.Id == command.Id ? command.Parent : ids[row.ParentId!.Value];
            var content = StoredContent.Read(session.Cultures(row.Id, row.Version));
            Redirect(content.Invariant, ids);
            foreach (var part in content.Cultures.Values)
                Redirect(part.Values, ids);
            var slug = FreeSlug(session, row, parent);
            var created = CreateDocument.Apply(session, new CreateDocument.Command(row.Type, parent, content, ids[row.Id], slug, Note: $"copy of {row.Id}"));
            if (!created.IsOk)
                return created.As<Guid>();
        }

        session.Audit("copy", ids[command.Id], detail: $"{command.Id}");
        return Outcome.Ok(ids[command.Id]);
    }

    /// <summary>An address can belong to one document only, so the copy's gets a number at its end.</summary>
    private static string FreeSlug(WriteSession session, DocumentRow row, Guid? parent)
    {
        if (!session.Schema.DocumentTypes.TryGetValue(row.Type, out var type) || Address.Taken(session, Address.Draft(session, type, row.Slug, parent), Guid.Empty) is null)
            return row.Slug;
        var stem = row.Slug[..Math.Min(row.Slug.Length, 72)].TrimEnd('-');
        for (var n = 2; ; n++)
            if (Address.Taken(session, Address.Draft(session, type, $"{stem}-{n}", parent), Guid.Empty) is null)
                return $"{stem}-{n}";
    }

    private static void Redirect(JsonNode? node, Dictionary<Guid, Guid> ids)
    {
        if (node is JsonObject values)
            foreach (var (key, value) in values.ToList())
                if (Replacement(value, ids) is { } copy)
                    values[key] = copy;
                else
                    Redirect(value, ids);
        else if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                if (Replacement(items[i], ids) is { } copy)
                    items[i] = copy;
                else
                    Redirect(items[i], ids);
    }

    private static string? Replacement(JsonNode? node, Dictionary<Guid, Guid> ids) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 36 && Guid.TryParse(text, out var id) && ids.TryGetValue(id, out var copy)
            ? copy.ToString()
            : null;
}
