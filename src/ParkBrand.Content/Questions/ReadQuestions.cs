using Dapper;
using ParkBrand.Content.Access;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Questions;

/// <summary>The questions that are tasks, newest first. For those who see the whole city: a question belongs to no park.</summary>
public sealed class ReadQuestions
{
    private const string Tasks = "FROM visitor_question WHERE kind <> 'helpful' AND last_at >= @since AND (done_at IS NOT NULL) = @done AND (@kind IS NULL OR kind = @kind)";
    private readonly Database database;
    internal ReadQuestions(Database database) => this.database = database;

    /// <param name="Kind">Null for both kinds of tasks.</param>
    public sealed record Query(bool Done, QuestionKind? Kind, int Skip, int Take);

    /// <param name="Total">Of those asked for.</param>
    /// <param name="Open">All that are to be done.</param>
    /// <param name="Helpful">How often visitors said that an answer helped.</param>
    /// <param name="MaySettle">Whether the person who asks may settle them.</param>
    public sealed record Result(int Total, IReadOnlyList<VisitorQuestion> Items, int Open, int Helpful, bool MaySettle);

    public Outcome<Result> Execute(Actor actor, Query query) => !actor.SeesAll ? Outcome.Forbidden<Result>(Permissions.Read) : database.Read(connection =>
    {
        var since = Instant.Write(database.Clock.GetUtcNow().AddDays(-KeepQuestions.DaysKept));
        var parameters = new { since, done = query.Done, kind = query.Kind is { } kind ? KeepQuestions.Written(kind) : null, query.Skip, query.Take };
        var rows = connection.Query<Row>($"""
            SELECT id, kind, culture, question, status, reason, comment, times, first_at AS FirstAt, last_at AS LastAt, done_at AS DoneAt, done_by AS DoneBy
            {Tasks} ORDER BY coalesce(done_at, last_at) DESC, id LIMIT @Take OFFSET @Skip
            """, parameters);
        return Outcome.Ok(new Result(
            connection.ExecuteScalar<int>("SELECT count(*) " + Tasks, parameters), [.. rows.Select(r => r.Read())],
            connection.ExecuteScalar<int>("SELECT count(*) FROM visitor_question WHERE kind <> 'helpful' AND last_at >= @since AND done_at IS NULL", parameters),
            connection.ExecuteScalar<int>("SELECT coalesce(sum(times), 0) FROM visitor_question WHERE kind = 'helpful' AND last_at >= @since", parameters),
            actor.EditsTheCity));
    });

    private sealed record Row(Guid Id, string Kind, string Culture, string Question, string Status, string Reason, string Comment, int Times, string FirstAt, string LastAt, string? DoneAt, string? DoneBy)
    {
        private Row() : this(default, "", "", "", "", "", "", 0, "", "", null, null) { }

        public VisitorQuestion Read() => new(Id, Enum.Parse<QuestionKind>(Kind, ignoreCase: true), Culture, Question, Status, Given(Reason), Given(Comment), Times, Instant.Read(FirstAt), Instant.Read(LastAt),
            DoneAt is null ? null : Instant.Read(DoneAt), DoneBy);

        private static string? Given(string text) => text.Length > 0 ? text : null;
    }
}
