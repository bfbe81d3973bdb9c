using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Access;

/// <summary>Rights are asked of the concrete document; what one may not know of is not there.</summary>
public sealed class RightsTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task An_operator_works_freely_below_the_own_park()
    {
        var own = await site.Live("park", null, Some.Park(), "own");
        var operatorOf = site.Person("operator", own);
        var space = await site.TryCreate("space", own, Some.Space(), "hall", actor: operatorOf);
        Assert.True(space.IsOk, space.Message);
        var id = space.Value!.Id;
        Assert.True((await site.Save(id, Some.Space("2027-01-01"), actor: operatorOf)).IsOk);
        Assert.True((await site.TryPublish(id, actor: operatorOf)).IsOk);
        Assert.True((await site.Withdraw(id, null, actor: operatorOf)).IsOk);
        Assert.True((await site.Trash(id, operatorOf)).IsOk);
        Assert.True((await site.Restore(id, operatorOf)).IsOk);
    }

    [Fact]
    public async Task To_an_operator_nothing_exists_below_a_foreign_park()
    {
        var own = await site.Live("park", null, Some.Park(), "own");
        var foreign = await site.Live("park", null, Some.Park(), "foreign");
        var mine = await site.Create("space", own, Some.Space(), "mine");
        var theirs = await site.Live("space", foreign, Some.Space(), "theirs");
        var binned = await site.Create("space", foreign, Some.Space(), "binned");
        await site.Trash(binned);
        await site.Save(theirs, Some.Space("2027-01-01"));
        var before = site.Everything();
        foreach (var person in new[] { site.Person("operator", own), site.Person("operator") })
        {
            var outcomes = new[]
            {
                (await site.Save(theirs, Some.Space(), actor: person)).Status,
                (await site.TryPublish(theirs, actor: person)).Status,
                (await site.TryPublish(theirs, basedOn: 1, actor: person)).Status,
                (await site.Withdraw(theirs, null, actor: person)).Status,
                (await site.Schedule(theirs, site.Clock.GetUtcNow().AddHours(1), actor: person)).Status,
                (await site.Rollback(theirs, 1, person)).Status,
                (await site.Move(theirs, own, person)).Status,
                (await site.Move(mine, foreign, person)).Status,
                (await site.Trash(theirs, person)).Status,
                (await site.Restore(binned, person)).Status,
                (await site.Delete(binned, person)).Status,
                (await site.TryCreate("space", foreign, Some.Space(), "new", actor: person)).Status,
                (await site.TryCreate("feature", null, Some.Feature(), "new", actor: person)).Status,
                (await site.Get<SortChildren>().Execute(person, new SortChildren.Command(foreign, [theirs]), TestContext.Current.CancellationToken)).Status,
            };
            Assert.All(outcomes, o => Assert.Equal(OutcomeStatus.NotFound, o));
        }

        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task A_foreign_and_a_missing_document_answer_alike()
    {
        var own = await site.Create("park", null, Some.Park(), "own");
        var foreign = await site.Create("park", null, Some.Park(), "foreign");
        var operatorOf = site.Person("operator", own);
        Assert.Equal(await site.Trash(Guid.NewGuid(), operatorOf), await site.Trash(foreign, operatorOf), Alike);
        Assert.Equal(await site.Move(Guid.NewGuid(), own, operatorOf), await site.Move(foreign, own, operatorOf), Alike);

        static bool Alike(Outcome<bool> a, Outcome<bool> b) => (a.Status, a.Message, a.Value, a.Problems.Count) == (b.Status, b.Message, b.Value, b.Problems.Count);
    }

    [Fact]
    public async Task A_taken_address_does_not_give_away_the_name_of_a_foreign_document()
    {
        var own = await site.Create("park", null, Some.Park(), "own");
        await site.Create("feature", null, Some.Content("{}", "机密项目"), "secret");
        var refused = await site.TryCreate("feature", own, Some.Feature(), "secret", actor: site.Person("operator", own));
        Assert.Equal(OutcomeStatus.Invalid, refused.Status);
        Assert.DoesNotContain("机密项目", refused.Message, StringComparison.Ordinal);
        Assert.Contains("机密项目", (await site.TryCreate("feature", null, Some.Feature(), "secret")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_permission_is_forbidden_and_changes_nothing()
    {
        var park = await site.Live("park", null, Some.Park(), "p");
        var space = await site.Create("space", park, Some.Space());
        var binned = await site.Create("space", park, Some.Space(), "binned");
        await site.Trash(binned);
        var before = site.Everything();
        var reader = site.Person("reader");
        var outcomes = new[]
        {
            (await site.TryCreate("space", park, Some.Space(), "new", actor: reader)).Status,
            (await site.Save(space, Some.Space("2027-01-01"), actor: reader)).Status,
            (await site.TryPublish(space, actor: reader)).Status,
            (await site.Withdraw(park, null, actor: reader)).Status,
            (await site.Schedule(space, site.Clock.GetUtcNow().AddHours(1), actor: reader)).Status,
            (await site.Rollback(space, 1, reader)).Status,
            (await site.Move(park, null, reader)).Status,
            (await site.Trash(space, reader)).Status,
            (await site.Restore(binned, reader)).Status,
            (await site.Delete(binned, reader)).Status,
            (await site.TryPublish(space, actor: site.Person("author"))).Status,
        };
        Assert.All(outcomes, o => Assert.Equal(OutcomeStatus.Forbidden, o));
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task A_group_changes_only_its_types_but_may_work_below_others()
    {
        var own = await site.Live("park", null, Some.Park(), "own");
        var operatorOf = site.Person("operator", own);
        Assert.Equal(OutcomeStatus.Forbidden, (await site.Save(own, Some.Park(area: 9), actor: operatorOf)).Status);
        Assert.True((await site.TryCreate("space", own, Some.Space(), actor: operatorOf)).IsOk);
    }

    [Fact]
    public async Task Reading_everything_in_one_group_does_not_widen_what_another_may_change()
    {
        var own = await site.Live("park", null, Some.Park(), "own");
        var foreign = await site.Live("park", null, Some.Park(), "foreign");
        var theirs = await site.Create("space", foreign, Some.Space(), "theirs");
        var both = new Actor("both", [site.Schema.UserGroups["reader"], site.Schema.UserGroups["operator"]], own);
        Assert.Equal(OutcomeStatus.Forbidden, (await site.Save(theirs, Some.Space("2027-01-01"), actor: both)).Status);
        Assert.Equal(OutcomeStatus.Forbidden, (await site.TryCreate("space", foreign, Some.Space(), "x", actor: both)).Status);
        Assert.True((await site.TryCreate("space", own, Some.Space(), "x", actor: both)).IsOk);
    }

    [Fact]
    public async Task Somebody_without_a_group_sees_nothing()
    {
        var park = await site.Create("park", null, Some.Park());
        Assert.Equal(OutcomeStatus.NotFound, (await site.Save(park, Some.Park(), actor: new Actor("nobody", []))).Status);
    }
}
