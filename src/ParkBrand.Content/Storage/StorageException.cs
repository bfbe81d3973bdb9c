using System.Data;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ParkBrand.Content.Storage;

/// <summary>The store cannot be used. The message is a sentence for the person who runs the site and holds no secrets.</summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner)
{
    // https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Only checked values are stored: what is not JSON, a time or an id any more was damaged in the file, where no checksum catches it.</summary>
    internal static bool IsDamage(Exception e) => e is AggregateException many
        ? many.InnerExceptions.All(i => i is SqliteException || IsDamage(i))
        : e is FormatException or JsonException or DataException or InvalidCastException or InvalidOperationException or KeyNotFoundException;

    /// <summary>What the system says about a file, without the name that .NET hangs on and that is often a temporary one.</summary>
    internal static string Reason(Exception e) => e.Message.Split(" : '")[0].TrimEnd('.');

    internal static StorageException Unreadable(Exception e, string folder) => (e is AggregateException many ? many.Flatten().InnerExceptions[0] : e) switch
    {
        SqliteException sqlite => From(sqlite, folder),
        var first => new($"The database in {folder} is damaged: a document cannot be read ({first.Message.TrimEnd('.')}). Restore the last backup into that folder.", e),
    };

    internal static StorageException From(SqliteException e, string folder) => new(e.SqliteErrorCode switch
    {
        Full => $"The disk that holds {folder} is full. Nothing was changed; free some space and try again.",
        ReadOnly => $"The data folder {folder} is read-only for this process. Nothing was changed; give it write access.",
        CannotOpen => $"The database in {folder} cannot be opened. Check that the folder exists and is writable.",
        Busy or Locked => "Another process is writing to the database. Nothing was changed; try again in a moment.",
        IoError => $"The disk that holds {folder} reported an error. Nothing was changed; check the disk.",
        Corrupt or NotADatabase => $"The database in {folder} is damaged. Restore the last backup into that folder.",
        _ => $"The database refused the operation (SQLite {e.SqliteErrorCode}/{e.SqliteExtendedErrorCode}). Nothing was changed.",
    }, e);
}
