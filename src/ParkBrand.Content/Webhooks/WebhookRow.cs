using System.Text.Json;
using ParkBrand.Content.Storage;

namespace ParkBrand.Content.Webhooks;

/// <summary>A webhook as stored, its secrets still closed.</summary>
internal sealed record WebhookRow(
    Guid Id, string Name, string? Description, string Url, string Events, string Types, string Headers, bool Enabled, string CreatedAt, string ChangedAt, int Waiting, int Failures,
    string? HoldUntil, string? SuspendedAt, string? Note)
{
    public const string Select = """
        SELECT id, name, description, url, events, types, headers, enabled, created_at AS CreatedAt, changed_at AS ChangedAt,
            (SELECT count(*) FROM webhook_delivery d WHERE d.webhook_id = webhook.id AND d.state = 'waiting') AS Waiting,
            failures, hold_until AS HoldUntil, suspended_at AS SuspendedAt, note FROM webhook
        """;

    private WebhookRow() : this(default, "", null, "", "", "", "", false, "", "", 0, 0, null, null, null) { }

    public Webhook Read(WebhookSecrets secrets) => new(
        Id, Name, Description, Url, Texts(Events), Ids(Types), Opened(secrets), Enabled, Instant.Read(CreatedAt), Instant.Read(ChangedAt),
        new WebhookHealth(Waiting, Failures, At(HoldUntil), At(SuspendedAt), Note));

    // With the keys lost the headers are lost as well; an administrator writes them anew.
    private Dictionary<string, string> Opened(WebhookSecrets secrets) =>
        secrets.Open(Headers) is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];

    public static List<string> Texts(string json) => JsonSerializer.Deserialize<List<string>>(json)!;
    public static List<Guid> Ids(string json) => JsonSerializer.Deserialize<List<Guid>>(json)!;
    public static DateTimeOffset? At(string? text) => text is null ? null : Instant.Read(text);
}

internal sealed record DeliveryRow(
    Guid Id, Guid WebhookId, string Url, long Seq, string Event, string At, string Subject, Guid SubjectId, string Type, string Cultures, string? Route, string State, int Tries,
    string? NextAt, string? TriedAt, int? Status, string? Problem, string? Reply)
{
    public const string Columns = """
        SELECT d.id, d.webhook_id AS WebhookId, w.url, coalesce(d.seq, d.place) AS Seq, d.event, d.at, d.subject, d.subject_id AS SubjectId, d.type, d.cultures, d.route, d.state, d.tries,
            d.next_at AS NextAt, d.tried_at AS TriedAt, d.status, d.problem, d.reply
        """;

    public const string Select = Columns + " FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id";

    private DeliveryRow() : this(default, default, "", 0, "", "", "", default, "", "", null, "", 0, null, null, null, null, null) { }

    public WebhookDelivery Read() => new(
        Id, WebhookId, Url, Seq, Event, Instant.Read(At), Subject, SubjectId, Type, WebhookRow.Texts(Cultures), Route, State, Tries,
        State == "waiting" ? WebhookRow.At(NextAt) : null, WebhookRow.At(TriedAt), Status, Problem, Reply);
}
