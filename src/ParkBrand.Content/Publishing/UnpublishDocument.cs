using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Withdraws cultures from the public at once; what stands below a withdrawn document is withdrawn with it.</summary>
public sealed class UnpublishDocument
{
    private readonly ContentWriter writer;
    internal UnpublishDocument(ContentWriter writer) => this.writer = writer;

    /// <param name="Cultures">Empty withdraws all.</param>
    /// <param name="Reason">Kept in the audit trail.</param>
    public sealed record Command(Guid Id, IReadOnlyList<string> Cultures, string? Reason = null);

    public Task<Outcome<bool>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<bool> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Unpublish);
        if (!found.IsOk)
            return found.As<bool>();
        var row = found.Value!;
        var published = session.Publications(row.Id).Select(p => p.Culture).Where(c => c.Length > 0).ToList();
        var withdrawn = command.Cultures.Count == 0 ? published : published.Intersect(command.Cultures).ToList();
        if (withdrawn.Count == 0)
            return Outcome.Ok(false);
        Withdraw(session, row, withdrawn, all: withdrawn.Count == published.Count);
        foreach (var culture in withdrawn)
            session.Audit("unpublish", row.Id, culture, command.Reason);
        return Outcome.Ok(true);
    }

    internal static void Withdraw(WriteSession session, DocumentRow row, IReadOnlyList<string> cultures, bool all)
    {
        var gone = all ? [.. cultures, ""] : cultures;
        session.Execute("DELETE FROM publication WHERE document_id = @Id AND culture IN @gone", new { row.Id, gone });
        session.Execute("DELETE FROM schedule WHERE document_id = @Id AND action = 'unpublish' AND culture IN @gone", new { row.Id, gone });
        if (all)
        {
            Address.Publish(session, row, null);
            session.ChangeDescendants(row.Id, "unpublished");
        }

        session.Change(row.Id, "unpublished");
    }
}
