using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Kill;

/// <summary>
/// The process that gets killed: two editors who create, save and publish without pause. What the engine has
/// acknowledged is said on standard output, one flushed line each, as <c>ack ID VERSION</c>.
/// </summary>
internal static class PublishLoop
{
    public const string Verb = "publish-loop";
    private const int Editors = 2;

    // Nobody waits for this process; it must not live on when the test that should kill it has died.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static async Task<int> Run(string data, int seed)
    {
        using var site = new City(data);
        using var bound = new CancellationTokenSource(Longest);
        Say("ready");
        await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => Task.Run(() => Edit(site, new Random((seed * Editors) + editor), editor, bound.Token))));
        return 0;
    }

    private static async Task Edit(City site, Random random, int editor, CancellationToken cancel)
    {
        var mine = new List<Guid>();
        for (var n = 0; !cancel.IsCancellationRequested; n++)
        {
            if (mine.Count == 0 || random.Next(3) == 0)
                mine.Add(await Create(site, $"editor {editor} {n}"));
            var id = mine[random.Next(mine.Count)];
            var published = await City.Publish(site.Services, id, $"editor {editor} edit {n} {random.Next()}");
            if (!published.IsOk)
                throw new InvalidOperationException(published.Message);
            Say($"ack {id} {published.Value!.Version}");
        }
    }

    private static async Task<Guid> Create(City site, string name)
    {
        var id = Guid.NewGuid();
        var created = await site.Services.GetRequiredService<CreateDocument>()
            .Execute(Actor.Site("fault test"), new CreateDocument.Command("industry", City.Industries, City.Trade(name), id, $"d-{id:N}"));
        return created.IsOk ? id : throw new InvalidOperationException(created.Message);
    }

    private static void Say(string line)
    {
        lock (typeof(PublishLoop))
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
