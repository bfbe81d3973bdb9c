using System.Net;
using System.Net.Sockets;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Delivery.Webhooks;

/// <summary>The name leads to an address that webhooks must not reach; nothing was connected to.</summary>
internal sealed class InsideAddressException : IOException
{
    public InsideAddressException() : base("The receiver's name leads into this network.") { }
}

/// <summary>
/// Connections to receivers. The address is judged where it is connected to, so a name that means something else a moment later
/// leads nowhere else; no proxy, no cookies, no redirects.
/// </summary>
internal sealed class OutwardConnections(ReceiverRules rules, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) : IDisposable
{
    private const int LongestHeadersKilobytes = 16;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve = resolve ?? Dns.GetHostAddressesAsync;
    private HttpMessageInvoker? client;

    public HttpMessageInvoker Client => client ??= new HttpMessageInvoker(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        Credentials = null,
        PreAuthenticate = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxConnectionsPerServer = 1,
        MaxResponseHeadersLength = LongestHeadersKilobytes,
        // What was not read is not wanted: the connection is closed instead.
        MaxResponseDrainSize = 0,
        // Hardly kept: a name's address is asked for anew for almost every delivery.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromSeconds(30),
        ConnectCallback = Connect,
    });

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await resolve(host, cancel);
        // One bad address among good ones is enough: who says both wants us to try.
        if (addresses.Length == 0 || !addresses.All(rules.Allows))
            throw new InsideAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose() => client?.Dispose();
}
