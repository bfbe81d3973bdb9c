using System.Collections.Concurrent;

namespace ParkBrand.Tests.PublicSite;

/// <summary>Follows every link of the whole site, in both languages, as a search engine would.</summary>
[Collection(nameof(RunningSite))]
public sealed class CrawlTests(RunningSite site)
{
    // Far above what there is; a link that makes new links without end would run into it.
    private const int Most = 6000;

    [Fact]
    public async Task Every_link_file_and_anchor_of_the_site_is_there_and_every_page_is_valid()
    {
        var crawl = new Crawl(site);
        await crawl.Run();
        Assert.Empty(crawl.Problems.Order(StringComparer.Ordinal).Take(40));
        Assert.InRange(crawl.Pages.Count, 1500, Most);

        var all = site.Now.Schema.DocumentTypes.Keys.SelectMany(t => site.Now.OfType(t)).Where(d => d.Path is not null).ToList();
        Assert.Empty(all.Where(d => !crawl.Pages.ContainsKey(d.Path!)).Select(d => $"no link leads to {d.Path}"));
        Assert.Empty(all.Where(d => d.Path != "/" && !crawl.Pages.ContainsKey("/en" + d.Path)).Select(d => $"no link leads to /en{d.Path}"));
        Assert.Contains(crawl.Pages.Keys, p => p.Contains("page=2", StringComparison.Ordinal));
    }

    private sealed class Crawl(RunningSite site)
    {
        private readonly ConcurrentQueue<(string Address, string From)> queue = new([("/", ""), ("/en", "")]);
        private readonly ConcurrentDictionary<string, bool> seen = new();
        private readonly ConcurrentDictionary<string, bool> files = new();
        private readonly ConcurrentDictionary<(string Page, string Anchor), string> anchors = new();

        public ConcurrentDictionary<string, HashSet<string>> Pages { get; } = new();
        public ConcurrentBag<string> Problems { get; } = [];

        public async Task Run()
        {
            while (!queue.IsEmpty && Pages.Count <= Most)
            {
                var batch = new List<(string Address, string From)>();
                while (queue.TryDequeue(out var next))
                    if (seen.TryAdd(next.Address, true))
                        batch.Add(next);
                await Parallel.ForEachAsync(batch, async (next, _) => await Visit(next.Address, next.From));
            }

            foreach (var ((page, anchor), from) in anchors)
                if (!Pages.TryGetValue(page, out var ids) || !ids.Contains(anchor))
                    Problems.Add($"{from}: there is no #{anchor} on {page}");
        }

        private async Task Visit(string address, string from)
        {
            var answer = await site.Read(address);
            if (answer.Status == 200 && IsForMachines(address) && !answer["Content-Type"]!.StartsWith("text/html", StringComparison.Ordinal))
                return;
            if (answer.Status != 200 || answer["Content-Type"] != "text/html; charset=utf-8")
            {
                Problems.Add($"{address} from {from}: {answer.Status} {answer["Content-Type"]}");
                return;
            }

            var markup = Markup.Of(answer);
            Pages[address] = markup.Document.All.Select(e => e.Id).OfType<string>().ToHashSet();
            foreach (var fault in markup.Faults())
                Problems.Add($"{address}: {fault}");
            foreach (var link in markup.Links)
                Follow(address, link);
            foreach (var file in markup.Files.Where(f => files.TryAdd(f, true)))
                if ((await site.Read(file)).Status != 200)
                    Problems.Add($"{address}: the file {file} is not there");
        }

        /// <summary>Feeds, calendars, open data, descriptions: read to their end by tests of their own.</summary>
        private static bool IsForMachines(string address) =>
            new[] { "/feed", ".ics", ".xml", ".txt", ".json", "/open-data/" }.Any(a => address.Contains(a, StringComparison.Ordinal));

        private static bool IsSearch(string address) => address.Contains("/search?", StringComparison.Ordinal);

        private void Follow(string page, string link)
        {
            if (link.StartsWith("tel:", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
                return;
            if (link.Length == 0 || (link[0] is not '/' and not '#') || link.StartsWith("//", StringComparison.Ordinal))
            {
                Problems.Add($"{page}: the link {link} leaves the site");
                return;
            }

            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? page : parts[0];
            if (parts.Length == 2)
                anchors.TryAdd((target, parts[1]), page);
            // Neither the choice of type size nor what a filtered page is subscribed to as is a page, and searches lead to searches without end: they have their own tests.
            if (!target.StartsWith("/reading/", StringComparison.Ordinal) && !(IsForMachines(target) && target.Contains('?', StringComparison.Ordinal) && !target.EndsWith("?bom=1", StringComparison.Ordinal)) && !target.Contains("/search/feed", StringComparison.Ordinal) && !(IsSearch(page) && IsSearch(target)))
                queue.Enqueue((target, page));
        }
    }
}
