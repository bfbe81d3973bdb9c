using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ParkBrand.Bench.Hosting;
using ParkBrand.Bench.Measuring;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;
using ParkBrand.Search.Querying;

namespace ParkBrand.Bench.Rows;

/// <summary>
/// The yardstick of P3: PostgreSQL's tsvector with a GIN index over the very tokens of our own index, ten best by ts_rank and
/// the counts of one facet. A server of its own in a folder of its own, for the time of the measurement.
/// </summary>
internal static class PostgresText
{
    /// <returns>What to print beside our figure; null where PostgreSQL is not installed or does not start.</returns>
    public static async Task<string?> Median(BenchOptions options, City city, TimeSpan patience)
    {
        if (!Directory.Exists("/usr/lib/postgresql") || Directory.EnumerateDirectories("/usr/lib/postgresql").Order().LastOrDefault() is not { } home || !File.Exists(Path.Combine(home, "bin/initdb")))
            return null;
        try
        {
            var times = (await Child.Run(Environment.ProcessPath!, ["postgres", Path.Combine(options.Root, "umbraco.json"), city.Data, home], options.Root, patience))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.StartsWith("Time: ", StringComparison.Ordinal)).Select(l => double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture)).ToList();
            var all = new Figure("", "", times);
            return string.Create(CultureInfo.InvariantCulture, $"PostgreSQL tsvector, same tokens: median {all.Median:0.##}, p95 {all.Percentile(95):0.##} ms");
        }
        catch (MeasurementException e)
        {
            return $"PostgreSQL did not start: {e.Message.Split('\n')[0]}";
        }
    }

    /// <summary>The child process: writes a script with the rows and the queries, and runs it with psql on a fresh cluster.</summary>
    public static async Task<int> Run(string[] args)
    {
        var (app, _) = await HostedSite.Start(args[0], args[1], alone: true);
        await using var __ = app;
        var snapshot = app.Services.GetRequiredService<SnapshotSource>().Current;
        var folder = Directory.CreateTempSubdirectory("parkbrand-pg-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "rows.tsv"), Rows(snapshot), new UTF8Encoding(false));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "run.sql"), Script(folder.FullName, snapshot));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "run.sh"), $"""
                set -e
                cd "{folder.FullName}"
                {args[2]}/bin/initdb -D data -U bench --encoding=UTF8 --locale=C.UTF-8 > initdb.log 2>&1
                {args[2]}/bin/pg_ctl -D data -w -l server.log -o "-k {folder.FullName} -c listen_addresses='' -c shared_buffers=512MB -c fsync=off" start > start.log 2>&1
                trap '{args[2]}/bin/pg_ctl -D data -m immediate stop > stop.log 2>&1' EXIT
                psql -h "{folder.FullName}" -U bench -d postgres -q -f run.sql
                """);
            var root = Environment.UserName == "root";
            if (root)
                await Child.Run("chown", ["-R", "postgres", folder.FullName], folder.FullName, TimeSpan.FromMinutes(1));
            Console.Write(root
                ? await Child.Run("runuser", ["-u", "postgres", "--", "bash", Path.Combine(folder.FullName, "run.sh")], folder.FullName, TimeSpan.FromMinutes(12))
                : await Child.Run("bash", [Path.Combine(folder.FullName, "run.sh")], folder.FullName, TimeSpan.FromMinutes(12)));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Rows(Snapshot snapshot)
    {
        var tokenizer = new Tokenizer(Vocabulary.Of(snapshot).Words);
        var rows = snapshot.Schema.DocumentTypes.Keys.SelectMany(t => snapshot.OfType(t)).AsParallel()
            .Select(d => (d.Type.Alias, Text: DocumentText.Of(d, 0, snapshot))).Where(d => d.Text is not null)
            .Select(d => $"{d.Alias}\t{Cut(d.Text!.Title, tokenizer)}\t{Cut($"{d.Text.Tags}\n{d.Text.Body}\n{d.Text.Home}", tokenizer)}");
        return string.Join('\n', rows) + "\n";
    }

    private static string Cut(string text, Tokenizer tokenizer) => Terms.Of(text, tokenizer).Words.Replace("\\", "", StringComparison.Ordinal);

    private static string Script(string folder, Snapshot snapshot)
    {
        var tokenizer = new Tokenizer(Vocabulary.Of(snapshot).Words);
        var script = new StringBuilder($"""
            CREATE TABLE d (type text, title text, body text, v tsvector);
            \copy d(type, title, body) FROM '{folder}/rows.tsv'
            UPDATE d SET v = setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'D');
            CREATE INDEX ON d USING gin (v);
            VACUUM ANALYZE d;

            """);
        var queries = SearchingSite.Queries.Select(q => string.Join(" & ", tokenizer.Tokens(q).Where(t => t.Kind != TokenKind.Bigram).Select(t => t.Term.Replace("'", "", StringComparison.Ordinal)))).Where(q => q.Length > 0).ToList();
        for (var round = 0; round < 4; round++)
        {
            script.Append(round == 1 ? "\\timing on\n" : "");
            foreach (var query in queries)
                script.Append(CultureInfo.InvariantCulture, $"WITH f AS MATERIALIZED (SELECT ctid, type, title, ts_rank(v, q) AS r FROM d, to_tsquery('simple', '{query}') q WHERE v @@ q) SELECT (SELECT count(*) FROM (SELECT * FROM f ORDER BY r DESC LIMIT 10) t), (SELECT json_object_agg(type, n) FROM (SELECT type, count(*) AS n FROM f GROUP BY type) c) \\g /dev/null\n");
        }

        return script.ToString();
    }
}
