using System.Net;
using ParkBrand.Content.Values;

namespace ParkBrand.Content.Webhooks;

/// <summary>
/// Where webhooks may lead: out, encrypted, and never to what only this machine or its network reaches. A name is judged when it is
/// connected to, by each address that it has at that moment.
/// </summary>
/// <param name="allowPrivate">For tests and development: this network and plain http as well.</param>
public sealed class ReceiverRules(bool allowPrivate)
{
    private const int LongestUrl = 2000, HttpsPort = 443, FirstFreePort = 1024;

    // What is not for the public internet, by IANA's registry of special purposes; the last is the host of one cloud's machines.
    private static readonly IPNetwork[] Inside4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // Everything else is unspecified, loopback, local, multicast or a translation of an IPv4 address (64:ff9b::).
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Tunnels that hide an IPv4 address (Teredo, 6to4), and documentation.
    private static readonly IPNetwork[] Inside6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(n => IPNetwork.Parse(n))];

    private static readonly string[] LocalNames = [".localhost", ".local", ".internal", ".home.arpa"];

    /// <returns>What is wrong with an address that somebody wants to be told at, or null.</returns>
    public Sentence? Problem(string url)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.Host.Length == 0)
            return "the address must be like https://receiver.example/path";
        if (parsed.Scheme != "https" && !allowPrivate)
            return "the address must begin with https://";
        if (parsed.UserInfo.Length > 0)
            return "no name and no password can stand in the address; use a header";
        if (!AllowsPort(parsed.Port))
            return $"the port must be {HttpsPort} or at least {FirstFreePort}";
        var inside = IPAddress.TryParse(parsed.IdnHost.Trim('[', ']'), out var address) ? !Allows(address) : !allowPrivate && IsLocalName(parsed.IdnHost);
        return inside ? (Sentence)"the address leads into this network; only public receivers can be told" : null;
    }

    public bool Allows(IPAddress address)
    {
        if (allowPrivate)
            return true;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? !Inside4.Any(n => n.Contains(plain))
            : plain.ScopeId == 0 && Global6.Contains(plain) && !Inside6.Any(n => n.Contains(plain));
    }

    private bool AllowsPort(int port) => port is HttpsPort or >= FirstFreePort || (allowPrivate && port > 0);

    private static bool IsLocalName(string host)
    {
        var name = host.TrimEnd('.');
        return !name.Contains('.', StringComparison.Ordinal) || LocalNames.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}
