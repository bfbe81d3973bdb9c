using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>Makes a new draft below a parent (or at the root).</summary>
public sealed class CreateDocument
{
    private readonly ContentWriter writer;
    internal CreateDocument(ContentWriter writer) => this.writer = writer;

    /// <param name="Id">Chosen by the client, or null.</param>
    /// <param name="Slug">Null takes one from the English name.</param>
    /// <param name="Sort">Null puts the document last among its siblings.</param>
    public sealed record Command(string Type, Guid? Parent, DocumentContent Content, Guid? Id = null, string? Slug = null, int? Sort = null, string? Note = null);

    public sealed record Result(Guid Id, int Version);

    public Task<Outcome<Result>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    internal static Outcome<Result> Apply(WriteSession session, Command command)
    {
        if (!session.Schema.DocumentTypes.TryGetValue(command.Type, out var type))
            return Outcome.Invalid<Result>($"'{command.Type}' is not a document type");
        if (Placement.Check(session, type, command.Parent, Permissions.Create) is { IsOk: false } misplaced)
            return misplaced.As<Result>();
        if (command.Content.Cultures.Count == 0)
            return Outcome.Invalid<Result>("it needs a name in at least one language");
        var id = command.Id ?? Guid.NewGuid();
        if (session.Find(id) is not null)
            return Outcome.Conflict<Result>($"A document with the id {id} exists already.");
        var content = CheckedContent.Check(session.Schema, type, command.Content);
        if (!content.IsOk)
            return content.As<Result>();
        if (NewReferences.Problems(session, id, content.Value!.References) is { Count: > 0 } unknown)
            return Outcome.Invalid<Result>(unknown);
        var slug = command.Slug ?? Slug.From(command.Content, id);
        if (Refused(session, type, slug, command.Parent, id) is { } refused)
            return Outcome.Invalid<Result>([refused]);
        var path = Address.Draft(session, type, slug, command.Parent);

        session.Execute("""
            INSERT INTO document (id, type, parent_id, sort, slug, path, version, created_at, updated_at)
            VALUES (@id, @Type, @Parent, @sort, @slug, @path, 0, @at, @at)
            """, new { id, command.Type, command.Parent, sort = command.Sort ?? NextSort(session, command.Parent), slug, path, at = session.NowText });
        Versions.Append(session, id, slug, content.Value, command.Note);
        session.Audit("create", id);
        return Outcome.Ok(new Result(id, 1));
    }

    /// <summary>Why a new document cannot have a slug, or null when it can.</summary>
    internal static PropertyProblem? Refused(WriteSession session, DocumentType type, string slug, Guid? parent, Guid id) =>
        Slug.IsValid(slug) ? Address.Taken(session, Address.Draft(session, type, slug, parent), id) : Slug.Problem(slug);

    private static int NextSort(WriteSession session, Guid? parent) =>
        session.Scalar<int>("SELECT coalesce(max(sort), -1) + 1 FROM document WHERE parent_id IS @parent", new { parent });
}

/// <summary>Where a document of a type may stand.</summary>
internal static class Placement
{
    public static Outcome<bool> Check(WriteSession session, DocumentType type, Guid? parent, string permission)
    {
        var found = parent is { } id ? session.Find(id, Permissions.Read) : null;
        if (found is { IsOk: false })
            return found.As<bool>();
        var above = found?.Value is { } row ? session.SelfAndAncestors(row) : [];
        if (!session.Actor.Sees(above))
            return Outcome.NotFound<bool>();
        if (!session.Actor.May(permission, type.Alias, above))
            return Outcome.Forbidden<bool>(permission);
        if (found?.Value is not { } parentRow)
            return type.AllowedAtRoot ? Outcome.Ok(true) : Outcome.Invalid<bool>($"a {type.Alias} cannot stand at the root");
        if (!session.Schema.DocumentTypes.TryGetValue(parentRow.Type, out var parentType) || !parentType.AllowedChildren.Contains(type.Alias))
            return Outcome.Invalid<bool>($"a {type.Alias} cannot stand below a {parentRow.Type}");
        return parentType.ChildrenByAddress && type.AddressBase != parentRow.Path
            ? Outcome.Invalid<bool>($"a {type.Alias} cannot stand below {parentRow.Path}, its place is below {type.AddressBase}")
            : Outcome.Ok(true);
    }
}
