using Dapper;
using Microsoft.Data.Sqlite;

namespace ParkBrand.Content.Storage;

/// <summary>The SQLite file of one site: one writer at a time, readers that never wait for it (WAL).</summary>
internal sealed class Database : IDisposable
{
    private readonly string connectionString;
    private readonly SemaphoreSlim writer = new(1, 1);
    private long opened;

    static Database() => GuidHandler.Register();

    public Database(string folder, TimeProvider clock)
    {
        Folder = folder;
        Clock = clock;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data folder {folder} cannot be created: {StorageException.Reason(e)}.", e);
        }

        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "parkbrand.db"),
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = 5,
        }.ToString();
        Guarded(() =>
        {
            using var connection = Open();
            connection.Execute("PRAGMA journal_mode = WAL");
            Migrator.Migrate(connection, clock);
            return 0;
        });
    }

    public string Folder { get; }
    public TimeProvider Clock { get; }

    /// <summary>How often a connection was taken. Every query needs one, so a page that leaves this as it is asked nothing.</summary>
    internal long Opened => Interlocked.Read(ref opened);

    /// <exception cref="StorageException">The file cannot be read, or what stands in it cannot be understood.</exception>
    public T Read<T>(Func<SqliteConnection, T> query) => Guarded(() =>
    {
        using var connection = Open();
        try
        {
            return query(connection);
        }
        catch (Exception e) when (StorageException.IsDamage(e))
        {
            throw StorageException.Unreadable(e, Folder);
        }
    });

    /// <summary>Runs one transaction that owns the database; commits when <paramref name="work"/> returns true in its first part.</summary>
    /// <exception cref="StorageException">The disk is full, read-only or broken; nothing was changed.</exception>
    public async Task<T> Write<T>(Func<SqliteConnection, SqliteTransaction, (bool Commit, T Result)> work, CancellationToken cancel = default)
    {
        await writer.WaitAsync(cancel);
        try
        {
            return Guarded(() =>
            {
                using var connection = Open();
                using var transaction = connection.BeginTransaction(deferred: false);
                var (commit, result) = work(connection, transaction);
                if (commit)
                    transaction.Commit();
                return result;
            });
        }
        finally
        {
            writer.Release();
        }
    }

    private SqliteConnection Open()
    {
        Interlocked.Increment(ref opened);
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // FULL: an editor who was told "saved" keeps the text even when the power goes.
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
        return connection;
    }

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw StorageException.From(e, Folder);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
