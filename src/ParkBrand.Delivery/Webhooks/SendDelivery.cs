using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Delivery.Webhooks;

/// <summary>One try at one delivery. Whatever a receiver does, it takes ten seconds and 64 KB at most and ends with an answer.</summary>
internal sealed class SendDelivery(OutwardConnections connections, TimeProvider clock)
{
    public const string IdHeader = "ParkBrand-Webhook-Id", EventHeader = "Umb-Webhook-Event", RetryHeader = "Umb-Webhook-RetryCount";
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private const int MostRead = 64 * 1024;

    public async Task<Attempt> Execute(DueDelivery due, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var request = Request(due);
            using var response = await connections.Client.SendAsync(request, either.Token);
            var status = (int)response.StatusCode;
            var problem = status switch { >= 200 and < 300 => null, >= 300 and < 400 => "redirect", _ => "status" };
            return new Attempt(status, problem, await Beginning(response, either.Token), problem is null ? null : RetryAfter(response.Headers.RetryAfter));
        }
        catch (Exception e) when (!stop.IsCancellationRequested && e is OperationCanceledException or HttpRequestException or IOException or SocketException or AuthenticationException or InvalidOperationException)
        {
            return new Attempt(null, limit.IsCancellationRequested ? "timeout" : Problem(e));
        }
    }

    private HttpRequestMessage Request(DueDelivery due)
    {
        var body = Message.Of(due.Delivery);
        var request = new HttpRequestMessage(HttpMethod.Post, due.Delivery.Url) { Content = new ByteArrayContent(body), Version = HttpVersion.Version11 };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        foreach (var (name, value) in due.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (request.Headers.UserAgent.Count == 0 && !due.Headers.Keys.Contains("User-Agent", StringComparer.OrdinalIgnoreCase))
            request.Headers.TryAddWithoutValidation("User-Agent", "ParkBrand-Webhooks");
        request.Headers.Add(EventHeader, due.Delivery.Event);
        request.Headers.Add(RetryHeader, due.Delivery.Tries.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(IdHeader, due.Delivery.Id.ToString());
        request.Headers.TryAddWithoutValidation(Signature.Header, Signature.Of(due.Secrets, clock.GetUtcNow(), body));
        return request;
    }

    /// <summary>A receiver that took it has taken it, whatever becomes of its reply.</summary>
    private static async Task<string?> Beginning(HttpResponseMessage response, CancellationToken cancel)
    {
        var bytes = new byte[MostRead];
        var length = 0;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancel);
            for (int read; length < MostRead && (read = await stream.ReadAsync(bytes.AsMemory(length), cancel)) > 0;)
                length += read;
        }
        catch (Exception e) when (response.IsSuccessStatusCode && e is OperationCanceledException or HttpRequestException or IOException)
        {
            // What has come so far is kept.
        }

        var text = Encoding.UTF8.GetString(bytes, 0, Math.Min(length, Outbox.LongestReply * 4));
        var plain = string.Concat(text.Take(Outbox.LongestReply).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
        return plain.Length == 0 ? null : plain;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? said) => said?.Delta ?? (said?.Date is { } at ? at - clock.GetUtcNow() : null);

    private static string Problem(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException)
            if (at is InsideAddressException)
                return "refused";
            else if (at is AuthenticationException)
                return "tls";
            else if (at is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain })
                return "name";
        return "connection";
    }
}
