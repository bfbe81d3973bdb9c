using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace ParkBrand.Web.Hosting;

/// <summary>
/// The proxies whose word counts for who the visitor is (<c>X-Forwarded-For</c>) and whether the visitor's connection is encrypted
/// (<c>X-Forwarded-Proto</c>). From anybody else these headers are passed over: everybody can write them.
/// </summary>
internal sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    /// <summary>What <c>--trusted-proxies</c> may say: addresses and networks, with commas between them.</summary>
    /// <returns>One sentence about the first that cannot be used, or null.</returns>
    public static string? Problem(string? list) => list is null ? null : Split(list) is { Length: > 0 } all ? all.Select(ProblemOf).FirstOrDefault(p => p is not null) : "The option --trusted-proxies names no address.";

    /// <summary>None when nothing is given.</summary>
    public static TrustedProxies? Of(string? list) => list is null ? null : new TrustedProxies([.. Split(list).Select(p => Read(p)!.Value)]);

    /// <summary>Stands first: limits, cookies and headers ask the request who and how.</summary>
    public void Precede(IApplicationBuilder app)
    {
        // Several proxies in a row each add to the list; it is read from its end for as long as the one who wrote is trusted.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear(); // loopback stands in it by itself
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks)
            options.KnownIPNetworks.Add(network);
        // The middleware would believe a connection without an address.
        app.UseWhen(http => http.Connection.RemoteIpAddress is not null, known => known.UseForwardedHeaders(options));
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IPNetwork? Read(string text) => IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : null;

    private static string? ProblemOf(string text) => Read(text) switch
    {
        null => $"--trusted-proxies: {text} is neither an address like 10.0.0.5 nor a network like 10.0.0.0/24.",
        { PrefixLength: 0 } => $"--trusted-proxies: {text} would believe everybody. Name the proxies alone.",
        _ => null,
    };
}
