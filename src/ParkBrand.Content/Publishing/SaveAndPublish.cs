using ParkBrand.Content.Access;

namespace ParkBrand.Content.Publishing;

/// <summary>Saves a draft and makes some of its languages public, both or nothing.</summary>
public sealed class SaveAndPublish
{
    private readonly ContentWriter writer;
    internal SaveAndPublish(ContentWriter writer) => this.writer = writer;

    /// <param name="Cultures">The languages to publish.</param>
    public sealed record Command(SaveDocument.Command Save, IReadOnlyList<string> Cultures);

    public Task<Outcome<PublishDocument.Result>> Execute(Actor actor, Command command, CancellationToken cancel = default) =>
        writer.Run(actor, session => SaveDocument.Apply(session, command.Save) is { IsOk: false } refused
            ? refused.As<PublishDocument.Result>()
            : PublishDocument.Apply(session, new PublishDocument.Command(command.Save.Id, command.Cultures)), cancel);
}

/// <summary>Makes a new document and makes some of its languages public, both or nothing.</summary>
public sealed class CreateAndPublish
{
    private readonly ContentWriter writer;
    internal CreateAndPublish(ContentWriter writer) => this.writer = writer;

    /// <param name="Cultures">The languages to publish.</param>
    public sealed record Command(CreateDocument.Command Create, IReadOnlyList<string> Cultures);

    public Task<Outcome<CreateDocument.Result>> Execute(Actor actor, Command command, CancellationToken cancel = default) => writer.Run(actor, session =>
    {
        var created = CreateDocument.Apply(session, command.Create);
        if (!created.IsOk)
            return created;
        var published = PublishDocument.Apply(session, new PublishDocument.Command(created.Value!.Id, command.Cultures));
        return published.IsOk ? created : published.As<CreateDocument.Result>();
    }, cancel);
}
