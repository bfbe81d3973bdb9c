using Microsoft.Extensions.Logging.Abstractions;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Scheduling;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Scheduling;

public sealed class SchedulerTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    private DateTimeOffset In(double hours) => site.Clock.GetUtcNow().AddHours(hours);

    [Fact]
    public async Task A_plan_is_carried_out_when_its_time_has_come_and_not_before()
    {
        var park = await site.Create("park", null, Some.Park());
        await site.Schedule(park, In(1), In(2));
        site.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await site.RunDue());
        Assert.Null(site.Now.Find(park));
        site.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await site.RunDue());
        Assert.NotNull(site.Now.Find(park));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await site.RunDue());
        Assert.Null(site.Now.Find(park));
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM schedule"));
    }

    [Fact]
    public async Task Two_engines_carry_out_every_plan_exactly_once()
    {
        const int Plans = 25;
        using var other = site.Another();
        for (var i = 0; i < Plans; i++)
            await site.Schedule(await site.Create("park", null, Some.Park()), In(1));
        site.Clock.Advance(TimeSpan.FromHours(1));
        var done = 0;
        // A plan that finds the database busy for longer than it may wait stays due for the next look.
        for (var look = 0; look < 10 && site.Scalar<int>("SELECT count(*) FROM schedule") > 0; look++)
            done += (await Task.WhenAll(new[] { site, other, site, other }.Select(s => Task.Run(s.RunDue)))).Sum();
        Assert.Equal(Plans, done);
        Assert.Equal(Plans, site.Scalar<int>("SELECT count(*) FROM audit WHERE action = 'publish'"));
        Assert.Equal(Plans, site.Scalar<int>("SELECT count(*) FROM change WHERE kind = 'published'"));
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM audit WHERE action = 'schedule-failed'"));
        site.Snapshots.CatchUp();
        other.Snapshots.CatchUp();
        Assert.Equal((Plans, Plans), (site.Now.Count, other.Now.Count));
    }

    [Fact]
    public async Task A_plan_that_cannot_be_carried_out_is_recorded_with_its_reason_and_not_tried_again()
    {
        var park = await site.Create("park", null, Some.Park());
        var good = await site.Create("park", null, Some.Park());
        await site.Schedule(park, In(1));
        await site.Schedule(good, In(1));
        await site.Save(park, Some.Content("{}", "未完成"));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await site.RunDue());
        Assert.NotNull(site.Now.Find(good));
        Assert.Equal(["test zh-CN area: is required; zh-CN.summary: is required"],
            site.Query<string>("SELECT actor || ' ' || culture || ' ' || detail FROM audit WHERE action = 'schedule-failed' AND document_id = @park", new { park }));
        Assert.Equal(0, await site.RunDue());
        Assert.Equal(1, site.Scalar<int>("SELECT count(*) FROM audit WHERE action = 'schedule-failed'"));
    }

    [Fact]
    public async Task A_plan_is_refused_when_its_times_or_culture_make_no_sense()
    {
        var park = await site.Create("park", null, Some.Park());
        foreach (var (publish, withdraw, culture) in new (double?, double?, string)[] { (0, null, "zh-CN"), (-1, null, "zh-CN"), (null, 0, "zh-CN"), (2, 1, "zh-CN"), (1, 1, "zh-CN"), (1, null, "en-US"), (1, null, "") })
        {
            var outcome = await site.Schedule(park, publish is { } p ? In(p) : null, withdraw is { } w ? In(w) : null, culture);
            Assert.Equal(OutcomeStatus.Invalid, outcome.Status);
        }

        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM schedule"));
    }

    [Fact]
    public async Task What_could_not_be_published_now_cannot_be_planned()
    {
        var unfinished = await site.Create("park", null, Some.Content("{}", "未完成"));
        var refused = await site.Schedule(unfinished, In(1));
        Assert.Equal(OutcomeStatus.Invalid, refused.Status);
        Assert.Equal(["area", "summary"], refused.Problems.Select(p => p.Path).Order(StringComparer.Ordinal));
        Assert.Equal(OutcomeStatus.Ok, (await site.Schedule(unfinished, null, In(1))).Status); // to withdraw it needs nothing

        var park = await site.Create("park", null, Some.Park());
        var space = await site.Create("space", park, Some.Space());
        Assert.Equal(OutcomeStatus.Invalid, (await site.Schedule(space, In(2))).Status);
        await site.Schedule(park, In(2));
        Assert.Equal(OutcomeStatus.Invalid, (await site.Schedule(space, In(2))).Status);
        await site.Schedule(park, In(1));
        Assert.Equal(OutcomeStatus.Ok, (await site.Schedule(space, In(2))).Status);
        site.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(2 + 1, await site.RunDue());
        Assert.NotNull(site.Now.Find(space));
    }

    [Fact]
    public async Task Who_may_publish_may_plan_it_and_nobody_else()
    {
        var park = await site.Create("park", null, Some.Park());
        Assert.Equal(OutcomeStatus.Forbidden, (await site.Schedule(park, In(1), actor: site.Person("author"))).Status);
        var publisher = new Content.Access.Actor("p", [site.Schema.UserGroups["administrator"] with { Permissions = ["read", "publish"] }]);
        Assert.Equal(OutcomeStatus.Forbidden, (await site.Schedule(park, In(1), In(2), actor: publisher)).Status);
        Assert.Equal(OutcomeStatus.Ok, (await site.Schedule(park, In(1), actor: publisher)).Status);
        await site.Schedule(park, In(1), In(2));
        Assert.Equal(OutcomeStatus.Forbidden, (await site.Schedule(park, In(1), actor: publisher)).Status); // it would take the withdrawal back
    }

    [Fact]
    public async Task The_trail_tells_what_changed_of_a_plan()
    {
        var park = await site.Create("park", null, Some.Park());
        await site.Schedule(park, In(1), In(2));
        await site.Schedule(park, In(1), In(3));
        await site.Schedule(park, null);
        Assert.Equal(
            ["schedule publish at 2026-11-22T05:00:00.000Z", "schedule unpublish at 2026-11-22T06:00:00.000Z", "schedule unpublish at 2026-11-22T07:00:00.000Z", "schedule-ended publish", "schedule-ended unpublish"],
            site.Query<string>("SELECT action || ' ' || detail FROM audit WHERE action LIKE 'schedule%' ORDER BY seq"));
    }

    [Fact]
    public async Task A_plan_is_replaced_by_a_new_one_and_taken_back_by_none()
    {
        var park = await site.Create("park", null, Some.Park());
        await site.Schedule(park, In(1));
        await site.Schedule(park, In(3));
        Assert.Equal(["2026-11-22T07:00:00.000Z"], site.Query<string>("SELECT due_at FROM schedule"));
        await site.Schedule(park, null);
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM schedule"));
    }

    [Fact]
    public async Task Publishing_by_hand_and_throwing_away_end_a_plan()
    {
        var park = await site.Create("park", null, Some.Park());
        var binned = await site.Create("park", null, Some.Park());
        await site.Schedule(park, In(1));
        await site.Schedule(binned, In(1));
        await site.Publish(park);
        await site.Trash(binned);
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await site.RunDue());
        Assert.Equal(1, site.Now.Count);
    }

    [Fact]
    public async Task The_scheduler_beside_a_server_looks_by_itself()
    {
        var park = await site.Create("park", null, Some.Park());
        await site.Schedule(park, In(0.01));
        using var service = new Scheduler(site.Get<ContentWriter>(), site.Get<Database>(), NullLogger<Scheduler>.Instance);
        await service.StartAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 400 && site.Now.Find(park) is null; i++)
        {
            site.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.NotNull(site.Now.Find(park));
        await service.StopAsync(TestContext.Current.CancellationToken);
    }
}
