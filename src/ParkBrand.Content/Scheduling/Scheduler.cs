using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Scheduling;

/// <summary>
/// Carries out planned publications. The plan's row is deleted in the transaction that publishes, so a plan is
/// carried out exactly once, however many processes look and whenever one of them dies.
/// </summary>
internal sealed class Scheduler(ContentWriter writer, Database database, ILogger<Scheduler> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private sealed record Plan(Guid DocumentId, string Culture, string Action, string DueAt, string Actor, Guid? ActorId)
    {
        private Plan() : this(default, "", "", "", "", null) { }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? said = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDue(stoppingToken);
                said = null;
            }
            catch (StorageException e)
            {
                if (said != e.Message)
                    log.LogWarning("Planned publications wait: {Reason}", said = e.Message);
            }

            try
            {
                await Task.Delay(Longest, database.Clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <returns>How many plans were carried out.</returns>
    internal async Task<int> RunDue(CancellationToken cancel)
    {
        var done = 0;
        var now = Instant.Write(database.Clock.GetUtcNow());
        var due = database.Read(c => c.Query<Plan>("""
            SELECT document_id AS DocumentId, culture, action, due_at AS DueAt, actor, actor_id AS ActorId FROM schedule WHERE due_at <= @now ORDER BY due_at
            """, new { now }).AsList());
        foreach (var plan in due)
        {
            var outcome = await writer.Run(ActorOf(plan), session => CarryOut(session, plan), cancel);
            if (outcome.IsOk)
                done += outcome.Value ? 1 : 0;
            else if (outcome.Status != OutcomeStatus.Unavailable)
                await GiveUp(plan, outcome.Message, cancel);
        }

        return done;
    }

    private static Actor ActorOf(Plan plan) => Actor.Site(plan.Actor) with { Account = plan.ActorId };

    private static Outcome<bool> CarryOut(WriteSession session, Plan plan)
    {
        if (Take(session, plan) == 0)
            return Outcome.Ok(false); // another process was first
        var carriedOut = plan.Action == "publish"
            ? PublishDocument.Apply(session, new PublishDocument.Command(plan.DocumentId, [plan.Culture])).As<bool>()
            : UnpublishDocument.Apply(session, new UnpublishDocument.Command(plan.DocumentId, [plan.Culture], "planned"));
        return carriedOut.IsOk ? Outcome.Ok(true) : carriedOut;
    }

    private async Task GiveUp(Plan plan, string? reason, CancellationToken cancel)
    {
        log.LogWarning("A planned {Action} of {Document} could not be carried out: {Reason}", plan.Action, plan.DocumentId, reason);
        await writer.Run(ActorOf(plan), session =>
        {
            if (Take(session, plan) > 0)
                session.Audit("schedule-failed", plan.DocumentId, plan.Culture, reason);
            return Outcome.Ok(true);
        }, cancel);
    }

    private static int Take(WriteSession session, Plan plan) => session.Execute("""
        DELETE FROM schedule WHERE document_id = @DocumentId AND culture = @Culture AND action = @Action AND due_at = @DueAt
        """, plan);
}
