using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ParkBrand.Search.Indexing;

/// <param name="Number">Document number × 8 + culture.</param>
/// <param name="Score">FTS5's bm25, weighted by field; the higher the better.</param>
internal readonly record struct Hit(long Number, double Score);

/// <summary>Everything that stands in the index for one document in one language: tokens of words and of bigrams, by field.</summary>
internal sealed record IndexRow(long Number, Guid Document, long Print, string[] Columns);

/// <summary>
/// The index: one SQLite file with a contentless FTS5 table for each language, over tokens that were cut here. Derived and
/// disposable: whatever is wrong with it, it is thrown away and built again from the snapshot.
/// </summary>
internal sealed class SearchFile : IDisposable
{
    /// <summary>Raised when what is written or how it is cut changes: an older file is then built anew.</summary>
    public const int Format = 3;
    public const int CulturesOfADocument = 8;

    private const string Columns = "tw, gw, bw, tg, gg, bg";

    // Words of title, tags and body, then bigrams of the same: the measured proportions of docs/ranking.md.
    private const string Weights = "10, 5, 1, 4, 2, 0.4";

    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Full = 13, CannotOpen = 14, CannotRead = 266, TooShort = 522;

    private readonly string readers;
    private readonly SqliteConnection writer;
    private readonly int cultures;
    private volatile Remembered remembered = new();
    private long writes;

    private SearchFile(string path, SqliteConnection writer, int cultures)
    {
        Path = path;
        (this.writer, this.cultures) = (writer, cultures);
        readers = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ToString();
    }

    public string Path { get; }

    /// <summary>Grows with every write that readers see.</summary>
    public long Writes => Interlocked.Read(ref writes);

    /// <exception cref="SqliteException">The file cannot be used; delete it and open it again.</exception>
    public static SearchFile Open(string path, int cultures)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            writer.Open();
            // A lost transaction costs nothing: what is missing is found and indexed at the next start.
            writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");
            writer.Execute("CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, document TEXT NOT NULL, print INTEGER NOT NULL);");
            for (var culture = 0; culture < cultures; culture++)
                writer.Execute($"""
                    CREATE VIRTUAL TABLE IF NOT EXISTS f{culture} USING fts5({Columns}, content='', contentless_delete=1, tokenize='ascii');
                    CREATE VIRTUAL TABLE IF NOT EXISTS term{culture} USING fts5vocab(f{culture}, 'col');
                    """);
            return new SearchFile(path, writer, cultures);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Whether it is the disk that refuses, not the file that is wrong: throwing the file away would mend nothing.</summary>
    public static bool IsRefused(Exception e) => e is SqliteException { SqliteErrorCode: var code, SqliteExtendedErrorCode: var more } &&
        (code is Busy or Locked or ReadOnly or Full or CannotOpen || (code == IoError && more is not (CannotRead or TooShort)));

    public List<(long Number, Guid Document, long Print)> Entries() =>
        writer.Query<(long Number, string Document, long Print)>("SELECT number, document, print FROM entry").Select(e => (e.Number, Guid.Parse(e.Document), e.Print)).ToList();

    /// <summary>Replaces rows, in one transaction.</summary>
    public void Write(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexRow> rows)
    {
        using var transaction = writer.BeginTransaction();
        foreach (var group in removed.Concat(rows.Select(r => r.Number)).GroupBy(CultureOf))
        {
            using var delete = Command($"DELETE FROM f{group.Key} WHERE rowid = $n; DELETE FROM entry WHERE number = $n;", transaction, "$n");
            foreach (var number in group)
            {
                delete.Parameters[0].Value = number;
                delete.ExecuteNonQuery();
            }
        }

        foreach (var group in rows.GroupBy(r => CultureOf(r.Number)))
        {
            using var insert = Command($"INSERT INTO f{group.Key}(rowid, {Columns}) VALUES ($n, $c0, $c1, $c2, $c3, $c4, $c5); INSERT INTO entry VALUES ($n, $d, $p);", transaction, "$n", "$c0", "$c1", "$c2", "$c3", "$c4", "$c5", "$d", "$p");
            foreach (var row in group)
            {
                insert.Parameters[0].Value = row.Number;
                for (var c = 0; c < row.Columns.Length; c++)
                    insert.Parameters[c + 1].Value = row.Columns[c];
                insert.Parameters[7].Value = row.Document.ToString();
                insert.Parameters[8].Value = row.Print;
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
        // Whoever still reads what was there before leaves it in the memory that nobody looks into any more.
        remembered = new();
        Interlocked.Increment(ref writes);
    }

    /// <summary>One connection for all that one search asks.</summary>
    public Reading Read() => new(readers, cultures, remembered);

    public bool Any(string expression)
    {
        var memory = remembered;
        if (memory.Any(expression) is { } known)
            return known;
        var any = Ask(expression);
        memory.Keep(expression, any);
        return any;
    }

    private bool Ask(string expression)
    {
        using var connection = new SqliteConnection(readers);
        connection.Open();
        return Enumerable.Range(0, cultures).Any(c => connection.ExecuteScalar<long?>($"SELECT rowid FROM f{c} WHERE f{c} MATCH @expression LIMIT 1", new { expression }) is not null);
    }

    /// <summary>Every term with the number of rows that have it: as a word, and as a bigram.</summary>
    public List<(string Term, int Words, int Bigrams)> Terms()
    {
        using var connection = new SqliteConnection(readers);
        connection.Open();
        var all = string.Join(" UNION ALL ", Enumerable.Range(0, cultures).Select(c => $"SELECT term, col, doc FROM term{c}"));
        return connection.Query<(string, int, int)>($"SELECT term, sum(doc) FILTER (WHERE col IN ('tw', 'gw', 'bw')), sum(doc) FILTER (WHERE col NOT IN ('tw', 'gw', 'bw')) FROM ({all}) GROUP BY term").AsList();
    }

    public void Dispose()
    {
        // The writer last: only a connection that may write folds the log into the file when it is the last to close.
        using (var any = new SqliteConnection(readers))
            SqliteConnection.ClearPool(any);
        writer.Dispose();
    }

    private static int CultureOf(long number) => (int)(number % CulturesOfADocument);

    private SqliteCommand Command(string sql, SqliteTransaction transaction, params string[] parameters)
    {
        var command = writer.CreateCommand();
#pragma warning disable CA2100 // Texts of this class only.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var parameter in parameters)
            command.Parameters.Add(new SqliteParameter(parameter, null));
        return command;
    }

    internal sealed class Reading : IDisposable
    {
        private readonly SqliteConnection connection;
        private readonly SqliteCommand?[] weighed, alike;
        private readonly Remembered memory;

        internal Reading(string readers, int cultures, Remembered memory)
        {
            this.memory = memory;
            connection = new SqliteConnection(readers);
            (weighed, alike) = (new SqliteCommand?[cultures], new SqliteCommand?[cultures]);
        }

        public int Cultures => weighed.Length;

        /// <summary>Every row of a language that an FTS5 expression matches, weighed by bm25. Expressions are made of our own tokens, quoted; no one's syntax gets in.</summary>
        public Hit[] Match(string expression, int culture) => memory.Hits(expression, culture, weighed: true) ?? Run(expression, culture, weighed[culture] ??= Command($"SELECT rowid, -bm25(f{culture}, {Weights}) FROM f{culture} WHERE f{culture} MATCH $q"));

        /// <summary>The same with all rows alike: several times faster, because bm25 counts the rows of each phrase anew.</summary>
        public Hit[] MatchAlike(string expression, int culture) => memory.Hits(expression, culture, weighed: false) ?? Run(expression, culture, alike[culture] ??= Command($"SELECT rowid, 1 FROM f{culture} WHERE f{culture} MATCH $q"));

        private SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this class only.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Parameters.Add("$q", SqliteType.Text);
            return command;
        }

        private Hit[] Run(string expression, int culture, SqliteCommand command)
        {
            if (connection.State != ConnectionState.Open)
                connection.Open();
            command.Parameters[0].Value = expression;
            var hits = new List<Hit>();
            using (var reader = command.ExecuteReader())
                while (reader.Read())
                    hits.Add(new Hit(reader.GetInt64(0), reader.GetDouble(1)));
            return memory.Keep(expression, culture, command == weighed[culture], [.. hits]);
        }

        public void Dispose()
        {
            foreach (var command in weighed.Concat(alike))
                command?.Dispose();
            connection.Dispose();
        }
    }
}
