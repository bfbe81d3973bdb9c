namespace ParkBrand.Content.Webhooks;

/// <param name="Events">Aliases of <see cref="WebhookEvents"/>.</param>
/// <param name="Types">Ids of the document and media types it is told of; empty means all.</param>
/// <param name="Headers">Sent with each request. They may hold a password of the receiver: for administrators only.</param>
public sealed record Webhook(
    Guid Id, string Name, string? Description, string Url, IReadOnlyList<string> Events, IReadOnlyList<Guid> Types, IReadOnlyDictionary<string, string> Headers, bool Enabled,
    DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, WebhookHealth Health);

/// <param name="Waiting">Deliveries that are still to be made.</param>
/// <param name="Failures">Tries in a row without success.</param>
/// <param name="HeldUntil">Nothing is sent before; null where nothing holds it.</param>
/// <param name="SuspendedAt">Since when it waits for somebody to look; null where it does not.</param>
/// <param name="Note">
/// Why it is held or suspended: a problem of a try, <c>secret</c> where the key that its secret was encrypted with is lost, or <c>backlog</c>
/// where so much waited for it that it was switched off.
/// </param>
public sealed record WebhookHealth(int Waiting, int Failures, DateTimeOffset? HeldUntil, DateTimeOffset? SuspendedAt, string? Note);

/// <summary>One event on its way to one webhook, and what became of it.</summary>
/// <param name="Seq">Grows with each event; a replay has that of what it repeats.</param>
/// <param name="Subject"><c>document</c> or <c>media</c>.</param>
/// <param name="Cultures">In which the public can read the document now; none for media.</param>
/// <param name="Route">The document's address without language prefix, the last one when it has none any more.</param>
/// <param name="State"><c>waiting</c>, <c>delivered</c>, <c>failed</c> (given up) or <c>dropped</c> (the webhook was switched off).</param>
/// <param name="Status">HTTP status of the last reply; null where none came.</param>
/// <param name="Problem">What was wrong with the last try, one of a closed set; null where it was a reply of 2xx.</param>
/// <param name="Reply">The beginning of the last reply.</param>
public sealed record WebhookDelivery(
    Guid Id, Guid WebhookId, string Url, long Seq, string Event, DateTimeOffset At, string Subject, Guid SubjectId, string Type, IReadOnlyList<string> Cultures, string? Route,
    string State, int Tries, DateTimeOffset? NextAt, DateTimeOffset? TriedAt, int? Status, string? Problem, string? Reply);
