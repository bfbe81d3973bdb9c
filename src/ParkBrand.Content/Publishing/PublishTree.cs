using ParkBrand.Content.Access;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Publishing;

/// <summary>Publishes a document with what stands below it, parents first, all or nothing.</summary>
public sealed class PublishTree
{
    private readonly ContentWriter writer;
    internal PublishTree(ContentWriter writer) => this.writer = writer;

    /// <param name="Cultures">Each document is published in those of them that its draft has.</param>
    /// <param name="IncludeUnpublished">Whether documents below that are not public yet become so; the first one always does.</param>
    public sealed record Command(Guid Id, IReadOnlyList<string> Cultures, bool IncludeUnpublished);

    /// <returns>How many documents were published.</returns>
    public Task<Outcome<int>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => Apply(session, command), cancel);

    private static Outcome<int> Apply(WriteSession session, Command command)
    {
        var first = PublishDocument.Apply(session, new PublishDocument.Command(command.Id, command.Cultures));
        if (!first.IsOk)
            return first.As<int>();
        var published = 1;
        var waiting = new HashSet<Guid>();
        foreach (var row in session.Descendants(command.Id))
        {
            var isPublic = session.Publications(row.Id).Count > 0;
            if (row.ParentId is { } parent && waiting.Contains(parent) || (!isPublic && !command.IncludeUnpublished))
            {
                waiting.Add(row.Id);
                continue;
            }

            var cultures = session.Cultures(row.Id, row.Version).Select(c => c.Culture).Intersect(command.Cultures).ToList();
            if (cultures.Count == 0)
                continue;
            var outcome = PublishDocument.Apply(session, new PublishDocument.Command(row.Id, cultures));
            if (!outcome.IsOk)
                return outcome.Problems.Count == 0 ? outcome.As<int>() : Outcome.Invalid<int>($"“{session.NameOf(row)}” cannot be published: {new Sentences(outcome.Problems)}");
            published++;
        }

        return Outcome.Ok(published);
    }
}
