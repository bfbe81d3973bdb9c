using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Bench.Hosting;

/// <summary>Searches the city inside this process and prints one line for each measurement: its name and the ms that it took.</summary>
internal static class SearchingSite
{
    // Until each method was compiled for speed, which takes more than a thousand searches, the compiler is measured too: the first are told apart.
    private const int WarmUps = 45, Readers = 4;
    private static readonly DateOnly Today = ChinaTime.Today(TimeProvider.System);

    /// <summary>One, two and four words, by spelling, sound and initials, with slips, numbers and wishes.</summary>
    public static readonly string[] Queries =
    [
        "机器人", "新能源", "半导体", "洁净室", "厂房", "工程师", "博士", "补贴", "仓库", "检测", "昆山 设备", "机器人 减速器", "洁净 实验室", "新能源 电池", "芯片 封装", "工程师 机械", "厂房 承重", "研发 办公",
        "新能源 电池 厂房 承重", "激光 焊接 工程师 机械", "洁净室 实验室 半导体 检测", "xinnengyuan", "jiqiren", "bdt", "xnyqc", "新能原汽车", "半倒体", "semicondutor", "robot engineer", "clean room factory",
        "battery pack testing", "8000平米厂房", "承重2吨 厂房", "月薪2万以上 工程师", "离高铁近的实验室", "想找一个能做锂电池的厂房",
    ];

    private static readonly string[] Beginnings = ["新", "xin", "jq", "机器", "bdt", "ro", "lab", "昆山", "ba", "xnyqc", "park", "激光"];

    /// <param name="args">Schema, data folder, path of a document to publish, how often, rounds.</param>
    public static async Task<int> Run(string[] args)
    {
        var started = Stopwatch.StartNew();
        var (app, _) = await HostedSite.Start(args[0], args[1], alone: false);
        await using var __ = app;
        await Indexed(app.Services);
        Print("indexed", started.Elapsed);
        var rounds = int.Parse(args[4], CultureInfo.InvariantCulture);
        Quiet(app.Services, rounds);
        Hostile(app.Services);
        await Busy(app, args[2], int.Parse(args[3], CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Quiet(IServiceProvider services, int rounds)
    {
        var search = services.GetRequiredService<SiteSearch>();
        var snapshot = services.GetRequiredService<SnapshotSource>().Current;
        for (var i = 0; i < rounds + WarmUps; i++)
        {
            foreach (var query in Queries)
                Time(i < WarmUps ? i < 3 ? "first" : null : "search", () => search.Search(new SearchRequest(query, 0, Today), snapshot));
            foreach (var beginning in Beginnings)
                Time(i < WarmUps ? null : "suggest", () => search.Suggest(beginning, 0, snapshot));
        }
    }

    /// <summary>What no person types, at the length that the search still reads.</summary>
    private static void Hostile(IServiceProvider services)
    {
        var search = services.GetRequiredService<SiteSearch>();
        var snapshot = services.GetRequiredService<SnapshotSource>().Current;
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var text = new StringBuilder();
            while (text.Length < 200)
                text.Append(random.Next(5) switch { 0 => (char)random.Next(0x10000), 1 => (char)random.Next(0x4E00, 0x9FA5), 2 => "-\"* ()'^"[random.Next(8)], 3 => (char)random.Next('a', 'z'), _ => (char)random.Next('0', ':') });
            Time("hostile", () => search.Search(new SearchRequest(text.ToString(), 0, Today), snapshot));
        }
    }

    /// <summary>Four readers while one writer publishes; and how long until each publication is found.</summary>
    private static async Task Busy(WebApplication app, string path, int publications)
    {
        var (services, snapshots) = (app.Services, app.Services.GetRequiredService<SnapshotSource>());
        var search = services.GetRequiredService<SiteSearch>();
        using var over = new CancellationTokenSource();
        // Threads of their own: held by the pool's, they would keep the indexer waiting for one, which no server does.
        var readers = Enumerable.Range(0, Readers).Select(r => Task.Factory.StartNew(() =>
        {
            var times = new List<TimeSpan>();
            for (var i = r; !over.IsCancellationRequested; i++)
            {
                var clock = Stopwatch.StartNew();
                search.Search(new SearchRequest(Queries[i % Queries.Length], 0, Today), snapshots.Current);
                times.Add(clock.Elapsed);
            }

            return times;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        var document = snapshots.Current.Resolve(path).Document!;
        for (var i = 0; i < publications; i++)
        {
            var mark = $"zzmark{string.Concat(i.ToString("00000", CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0')))}";
            await PublishingSite.Save(services, document, mark);
            var clock = Stopwatch.StartNew();
            await services.GetRequiredService<PublishDocument>().Execute(PublishingSite.Editor, new PublishDocument.Command(document.Id, [PublishingSite.Culture]));
            while (search.Search(new SearchRequest($"\"{mark}\"", 0, Today), snapshots.Current).Items is not [{ } hit, ..] || hit.Document.Id != document.Id)
                await Task.Delay(1);
            Print("found", clock.Elapsed);
        }

        await over.CancelAsync();
        foreach (var time in (await Task.WhenAll(readers)).SelectMany(t => t))
            Print("beside a writer", time);
    }

    public static async Task Indexed(IServiceProvider services)
    {
        var (indexer, snapshots) = (services.GetRequiredService<Indexer>(), services.GetRequiredService<SnapshotSource>());
        while (indexer.Current is null || indexer.Stamp < snapshots.Current.Stamp)
            await Task.Delay(20);
    }

    private static void Time<T>(string? name, Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        work();
        if (name is not null)
            Print(name, clock.Elapsed);
    }

    private static void Print(string name, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{time.TotalMilliseconds}"));
}
