using Dapper;
using Microsoft.Data.Sqlite;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Questions;

/// <summary>Keeps what visitors asked in vain, for half a year and no more than a few thousand of it.</summary>
public sealed class KeepQuestions
{
    public const int DaysKept = 180, LongestText = 500;

    internal const int Most = 3000;

    private const int LongestWord = 40;
    private readonly Database database;
    internal KeepQuestions(Database database) => this.database = database;

    /// <param name="Question">Already masked; at most <see cref="LongestText"/> characters, as is the comment.</param>
    /// <param name="Reason">Null where none was given.</param>
    public sealed record Command(QuestionKind Kind, string Culture, string Question, string Status, string? Reason = null, string? Comment = null);

    /// <exception cref="ArgumentException">A text is longer than it may be; nothing was kept.</exception>
    /// <exception cref="StorageException">The store cannot be written; nothing was kept.</exception>
    public Task Execute(IReadOnlyCollection<Command> questions, CancellationToken cancel = default)
    {
        foreach (var q in questions)
            if (q.Question.Length > LongestText || q.Comment?.Length > LongestText || q.Status.Length > LongestWord || q.Reason?.Length > LongestWord || q.Culture.Length > LongestWord)
                throw new ArgumentException("A visitor's question is longer than it may be.", nameof(questions));
        return database.Write((connection, transaction) =>
        {
            var now = database.Clock.GetUtcNow();
            foreach (var question in questions)
                Keep(connection, transaction, question, now);
            Forget(connection, transaction, now);
            return (true, 0);
        }, cancel);
    }

    private static void Keep(SqliteConnection connection, SqliteTransaction transaction, Command q, DateTimeOffset now) => connection.Execute("""
        INSERT INTO visitor_question (id, kind, culture, question, status, reason, comment, times, first_at, last_at)
        VALUES (@id, @kind, @Culture, @question, @Status, @reason, @comment, 1, @now, @now)
        ON CONFLICT (kind, culture, question, status, reason, comment) WHERE done_at IS NULL DO UPDATE SET times = times + 1, last_at = @now
        """, new
    {
        id = Guid.CreateVersion7(now), kind = Written(q.Kind), q.Culture, question = q.Kind == QuestionKind.Helpful ? "" : q.Question, q.Status,
        reason = q.Reason ?? "", comment = q.Kind == QuestionKind.Helpful ? "" : q.Comment ?? "", now = Instant.Write(now),
    }, transaction);

    // What is settled goes before what is open, and what came once long ago before what comes every day.
    private static void Forget(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset now)
    {
        connection.Execute("DELETE FROM visitor_question WHERE last_at < @old", new { old = Instant.Write(now.AddDays(-DaysKept)) }, transaction);
        connection.Execute("""
            DELETE FROM visitor_question WHERE id IN (
                SELECT id FROM visitor_question ORDER BY done_at IS NOT NULL DESC, times, last_at LIMIT max(0, (SELECT count(*) FROM visitor_question) - @Most))
            """, new { Most }, transaction);
    }

    internal static string Written(QuestionKind kind) => kind.ToString().ToLowerInvariant();
}
