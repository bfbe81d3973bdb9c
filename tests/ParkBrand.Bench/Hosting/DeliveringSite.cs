using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Delivery.ContentApi;
using ParkBrand.Delivery.ContentApi.Sending;

namespace ParkBrand.Bench.Hosting;

/// <summary>Asks the Delivery API for lists inside this process, nothing of them kept, and prints one line for each: its name, the ms that it took, and those of the processors.</summary>
internal static class DeliveringSite
{
    // Until each method was compiled for speed, the compiler is measured too.
    private const int Publications = 20, WarmUps = 6;
    private static readonly string[] Filters =
    [
        "", "filter=contentType:job", "filter=contentType:job,space", "filter=contentType:!job", "filter=name:%E5%B7%A5%E7%A8%8B", "filter=areaMax>5000", "filter=contentType:space&filter=rent<30&filter=kind:factory,lab",
        "filter=contentType:job&filter=payMax>:20000&filter=degree:bachelor", "fetch=descendants:/parks", "fetch=descendants:/parks&filter=confirmedOn>2026-01-01", "filter=createDate>2020-01-01", "filter=skills:PLC",
    ];

    private static readonly string[] Sorts =
        ["", "sort=name:asc", "sort=name:desc", "sort=updateDate:desc", "sort=createDate:asc", "sort=level:asc", "sort=sortOrder:asc", "sort=rent:asc", "sort=payMax:desc", "sort=confirmedOn:desc", "sort=level:desc&sort=name:asc"];

    private static readonly string[] Pages = ["take=10", "take=50&skip=200"];

    /// <param name="args">Schema, data folder, path of a document to publish, rounds.</param>
    public static async Task<int> Run(string[] args)
    {
        var (app, _) = await HostedSite.Start(args[0], args[1], alone: true);
        await using var __ = app;
        var (list, source) = (app.Services.GetRequiredService<ContentList>(), app.Services.GetRequiredService<SnapshotSource>());
        var rounds = int.Parse(args[3], CultureInfo.InvariantCulture);
        for (var i = 0; i <= rounds + WarmUps; i++)
            foreach (var query in from f in Filters from s in Sorts from p in Pages select $"?{f}&{s}&{p}")
                Time(i == 0 ? "first" : i <= WarmUps ? "warm-up" : "list", query, list, source.Current);
        foreach (var query in Filters)
            Time("facets", $"?{query}&facets=contentType,kind,district&take=0", list, source.Current);
        await AfterPublications(app, args[2], list, source);
        return 0;
    }

    /// <summary>The first answers of a city that has just changed, where the type that they list is the one that did.</summary>
    private static async Task AfterPublications(WebApplication app, string path, ContentList list, SnapshotSource source)
    {
        var document = source.Current.Resolve(path).Document!;
        var type = document.Type.Alias;
        for (var i = 0; i < Publications; i++)
        {
            await app.Services.GetRequiredService<PublishDocument>().Execute(Actor.Site("bench"), new PublishDocument.Command(document.Id, ["zh-CN"]));
            Time("after a publication", $"?filter=contentType:{type}&sort=name:asc&take=10", list, source.Current);
        }
    }

    private static void Time(string name, string query, ContentList list, Snapshot snapshot)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var reply = list.Answer(new Inquiry(new PublicView(snapshot, 0), ChinaTime.Today(TimeProvider.System), Credential.Public, false, new QueryCollection(QueryHelpers.ParseQuery(query))));
        if (reply.Status != StatusCodes.Status200OK)
            throw new InvalidOperationException($"{query}: {reply.Status}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{clock.Elapsed.TotalMilliseconds:0.000}\t{(Environment.CpuUsage.TotalTime - processor).TotalMilliseconds:0.000}\t{query}"));
    }
}
