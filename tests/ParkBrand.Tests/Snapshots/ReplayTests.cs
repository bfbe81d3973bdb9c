using FsCheck;
using FsCheck.Fluent;
using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Snapshots;

/// <summary>Whatever editors do in whatever order: the picture kept up to date step by step is the one a fresh start reads.</summary>
public sealed class ReplayTests
{
    public sealed record Step(int Verb, int Subject, int Other);

    private static readonly Gen<Step> OneStep =
        from verb in Gen.Choose(0, 15)
        from subject in Gen.Choose(0, 40)
        from other in Gen.Choose(0, 40)
        select new Step(verb, subject, other);

    private static readonly Arbitrary<Step[]> Steps =
        Arb.From(OneStep.ArrayOf(), steps => steps.Select((_, i) => steps.Where((_, j) => j != i).ToArray()));

    [Fact]
    public void The_kept_picture_is_the_read_one_after_any_sequence_of_operations() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(60), Prop.ForAll(Steps, steps => Holds(steps).GetAwaiter().GetResult()));

    private static async Task<bool> Holds(Step[] steps)
    {
        using var site = new TestSite();
        using var follower = site.Another();
        var ids = new List<Guid>();
        for (var i = 0; i < steps.Length; i++)
        {
            var status = await Do(site, ids, steps[i]);
            // A refusal is an answer; a constraint of the database that catches what a use case overlooked is not.
            if (status == OutcomeStatus.Unavailable)
                throw new InvalidOperationException($"The store refused step {i}: {steps[i]}");
            if (i % 5 == 0)
                follower.Snapshots.CatchUp();
        }

        follower.Snapshots.CatchUp();
        using var fresh = site.Another();
        var read = Picture.Of(fresh.Now);
        Assert.Equal(read, Picture.Of(site.Now));
        Assert.Equal(read, Picture.Of(follower.Now));
        return true;
    }

    private static async Task<OutcomeStatus> Do(TestSite site, List<Guid> ids, Step step)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(7));
        var subject = ids.Count == 0 ? Guid.NewGuid() : ids[step.Subject % ids.Count];
        Guid? other = ids.Count == 0 || step.Other % 5 == 0 ? null : ids[step.Other % ids.Count];
        switch (step.Verb)
        {
            case 0 or 1 or 2:
                return await Create(site, ids, step, other);
            case 3 or 4 or 5:
                return (await site.TryPublish(subject, step.Other % 3 == 0 ? ["zh-CN", "en-US"] : ["zh-CN"])).Status;
            case 6:
                return (await site.Unpublish(subject, step.Other % 2 == 0 ? [] : ["en-US"])).Status;
            case 7:
                return (await site.Save(subject, ContentOf(site, subject, step, other), slug: Slug(step))).Status;
            case 13 or 14:
                await site.Save(subject, ContentOf(site, subject, step, null), slug: Slug(step));
                return (await site.TryPublish(subject)).Status;
            case 8:
                return (await site.Move(subject, other)).Status;
            case 9:
                return (await site.Sort(subject, other is { } first ? [first] : [])).Status;
            case 10:
                return (await site.Trash(subject)).Status;
            case 11:
                return (await site.Restore(subject)).Status;
            case 12:
                return step.Other % 3 == 0 ? (await site.Delete(subject)).Status : OutcomeStatus.Ok;
            default:
                site.Clock.Advance(TimeSpan.FromHours(step.Other));
                return OutcomeStatus.Ok;
        }
    }

    private static async Task<OutcomeStatus> Create(TestSite site, List<Guid> ids, Step step, Guid? parent)
    {
        var type = new[] { "list", "park", "park", "space", "space", "feature", "sector" }[step.Subject % 7];
        var created = await site.TryCreate(type, parent, ContentFor(type, step, parent), Slug(step));
        if (created.Value is { } made)
            ids.Add(made.Id);
        return created.Status;
    }

    // Few, so that documents come and go at each other's addresses.
    private static string Slug(Step step) => $"s{step.Other % 4}";

    private static DocumentContent ContentOf(TestSite site, Guid id, Step step, Guid? other) =>
        ContentFor(site.Scalar<string>("SELECT type FROM document WHERE id = @id", new { id }) ?? "park", step, other);

    private static DocumentContent ContentFor(string type, Step step, Guid? other) => type switch
    {
        "park" => Some.Park(area: step.Subject, en: "Park", more: other is null ? "" : $", \"sector\": \"{other}\""),
        "space" => Some.Space(step.Other % 2 == 0 ? $"2026-11-2{2 + (step.Subject % 6)}" : null, "Space"),
        "feature" => Some.Feature($"2026-01-0{1 + (step.Subject % 5)}", other is { } place ? [place] : []),
        _ => Some.Content("{}", $"名{step.Subject}", en: "Name"),
    };
}
