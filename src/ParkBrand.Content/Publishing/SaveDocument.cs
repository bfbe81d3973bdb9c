using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Storage;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>Saves a draft as a new version. Cultures that are not given stay as they are; saving nothing new makes no version.</summary>
public sealed class SaveDocument
{
    private readonly ContentWriter writer;
    internal SaveDocument(ContentWriter writer) => this.writer = writer;

    /// <param name="BasedOn">The version the editor started from; null accepts whatever is there.</param>
    /// <param name="Slug">Null keeps the slug.</param>
    public sealed record Command(Guid Id, DocumentContent Content, int? BasedOn = null, string? Slug = null, string? Note = null);

    /// <param name="Changed">False when the draft held the same already.</param>
    public sealed record Result(int Version, bool Changed);

    public Task<Outcome<Result>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<Result> Apply(WriteSession session, Command command)
    {
        var found = session.Find(command.Id, Permissions.Edit);
        if (!found.IsOk)
            return found.As<Result>();
        var row = found.Value!;
        if (command.BasedOn is { } basedOn && basedOn != row.Version)
            return Outcome.Conflict<Result>(Stale(session, row, basedOn));
        var type = session.Schema.DocumentTypes[row.Type];
        var content = CheckedContent.Check(session.Schema, type, command.Content);
        if (!content.IsOk)
            return content.As<Result>();
        if (NewReferences.Problems(session, row.Id, content.Value!.References) is { Count: > 0 } unknown)
            return Outcome.Invalid<Result>(unknown);
        var slug = command.Slug ?? row.Slug;
        if (slug != row.Slug && Refused(session, row, type, slug) is { } refused)
            return Outcome.Invalid<Result>([refused]);

        var before = session.Cultures(row.Id, row.Version);
        var given = content.Value.Cultures.Select(c => c.Culture).ToHashSet();
        var after = content.Value.Cultures.Concat(before.Where(b => !given.Contains(b.Culture))).ToList();
        if (slug == row.Slug && after.Count == before.Count && after.All(before.Contains))
            return Outcome.Ok(new Result(row.Version, Changed: false));
        if (slug != row.Slug)
        {
            session.Execute("UPDATE document SET slug = @slug, path = @path WHERE id = @Id", new { slug, path = Address.Draft(session, type, slug, row.ParentId), row.Id });
            if (Address.RedraftChildren(session, row.Id) is { } takenBelow)
                return Outcome.Invalid<Result>([takenBelow]);
        }

        var number = Versions.Append(session, row.Id, slug, content.Value with { Cultures = after }, command.Note, given);
        session.Audit("save", row.Id, detail: $"version {number}");
        return Outcome.Ok(new Result(number, Changed: true));
    }

    /// <summary>Why a document cannot get a slug, or null when it can. A person changes it with the right to publish: readers' links hang on it.</summary>
    internal static PropertyProblem? Refused(WriteSession session, DocumentRow row, DocumentType type, string slug)
    {
        if (!session.Actor.IsSite && !type.HasOwnSlug)
            return new PropertyProblem("", "slug", "the address of this document is fixed");
        if (!session.Actor.May(Permissions.Publish, row.Type, session.SelfAndAncestors(row)))
            return new PropertyProblem("", "slug", "only who may publish this document can change its address");
        return Slug.IsValid(slug) ? Address.Taken(session, Address.Draft(session, type, slug, row.ParentId), row.Id) : Slug.Problem(slug);
    }

    internal static Sentence Stale(WriteSession session, DocumentRow row, int basedOn)
    {
        var by = session.Scalar<string>("SELECT actor FROM version WHERE document_id = @Id AND number = @Version", new { row.Id, row.Version });
        return $"{by} saved version {row.Version} at {Instant.Read(row.UpdatedAt)}; yours is based on version {basedOn}. Reload, then bring your changes in again.";
    }
}
