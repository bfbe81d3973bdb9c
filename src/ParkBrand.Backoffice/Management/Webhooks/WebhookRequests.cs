namespace ParkBrand.Backoffice.Management.Webhooks;

/// <summary>The client's CreateWebhookRequestModel.</summary>
internal sealed record CreateWebhookRequest(
    IReadOnlyList<string> Events, bool Enabled, string Url, IReadOnlyList<Guid> ContentTypeKeys, Dictionary<string, string> Headers, Guid? Id = null, string? Name = null, string? Description = null);

/// <summary>The client's UpdateWebhookRequestModel.</summary>
internal sealed record UpdateWebhookRequest(
    IReadOnlyList<string> Events, bool Enabled, string Url, IReadOnlyList<Guid> ContentTypeKeys, Dictionary<string, string> Headers, string? Name = null, string? Description = null);
