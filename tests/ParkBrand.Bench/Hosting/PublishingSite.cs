using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Snapshots;
using ParkBrand.Content.Storage;

namespace ParkBrand.Bench.Hosting;

/// <summary>Publishes one document again and again while a reader polls its page; prints for each the ms until the use case returned and until the page showed it.</summary>
internal static class PublishingSite
{
    public const string Culture = "zh-CN";
    public static readonly Actor Editor = Actor.Site("bench");

    /// <param name="args">Schema, data folder, path of the page, how often.</param>
    public static async Task<int> Run(string[] args)
    {
        var (app, url) = await HostedSite.Start(args[0], args[1], alone: false);
        await using var _ = app;
        var document = app.Services.GetRequiredService<SnapshotSource>().Current.Resolve(args[2]).Document!;
        using var http = new HttpClient();
        for (var i = 0; i < int.Parse(args[3], CultureInfo.InvariantCulture); i++)
        {
            var mark = $"bench{i:00000}";
            await Save(app.Services, document, mark);
            var clock = Stopwatch.StartNew();
            var seen = Poll(http, new Uri(url + args[2]), Encoding.UTF8.GetBytes(mark), clock);
            var outcome = await app.Services.GetRequiredService<PublishDocument>().Execute(Editor, new PublishDocument.Command(document.Id, [Culture]));
            var returned = clock.Elapsed;
            if (!outcome.IsOk)
                throw new InvalidOperationException(outcome.Message);
            var visible = await seen;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{returned.TotalMilliseconds} {visible.TotalMilliseconds}"));
        }

        return 0;
    }

    /// <summary>A new draft whose name is the mark; the name stands on its page and on others.</summary>
    public static async Task Save(IServiceProvider services, PublishedDocument document, string mark)
    {
        var draft = StoredContent.Read(services.GetRequiredService<Database>().Read(connection => connection.Query<CultureRow>("""
            SELECT culture, c.name, c.value FROM document d JOIN version_culture c ON c.document_id = d.id AND c.number = d.version WHERE d.id = @id
            """, new { id = document.Id.ToString() }).AsList()));
        var renamed = new Dictionary<string, CultureContent> { [Culture] = draft.Cultures[Culture] with { Name = mark } };
        var saved = await services.GetRequiredService<SaveDocument>().Execute(Editor, new SaveDocument.Command(document.Id, new DocumentContent(draft.Invariant, renamed)));
        if (!saved.IsOk)
            throw new InvalidOperationException(saved.Message);
    }

    private static async Task<TimeSpan> Poll(HttpClient http, Uri page, byte[] mark, Stopwatch clock)
    {
        while (clock.Elapsed < TimeSpan.FromSeconds(10))
            if ((await http.GetByteArrayAsync(page)).AsSpan().IndexOf(mark) >= 0)
                return clock.Elapsed;
        throw new TimeoutException("the page never showed what was published");
    }
}
