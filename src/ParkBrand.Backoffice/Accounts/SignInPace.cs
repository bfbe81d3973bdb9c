using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ParkBrand.Backoffice.Accounts;

/// <summary>How often one address, and one name, may try to sign in: so many in a minute. The lockout counts failures; this bounds the cost of hashing.</summary>
internal sealed class SignInPace(AccountPolicy policy, TimeProvider clock)
{
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<string, Window> windows = new();

    /// <summary>Seconds to wait, or null when it may be tried.</summary>
    public int? Wait(IPAddress? address, string userName)
    {
        if (windows.Count > MostKept)
            Forget();
        return Take("a:" + Visitor(address), policy.TriesPerMinuteAndAddress) ?? Take("n:" + AccountSecrets.HashOf(userName.Trim().ToUpperInvariant()), policy.TriesPerMinuteAndName);
    }

    /// <summary>An IPv6 visitor has a whole /64 to choose addresses from, so that is what is counted.</summary>
    private static string Visitor(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    private int? Take(string key, int most)
    {
        var now = clock.GetUtcNow();
        var window = windows.AddOrUpdate(key, _ => new Window(now, 1), (_, w) => now - w.Start >= TimeSpan.FromMinutes(1) ? new Window(now, 1) : w with { Count = w.Count + 1 });
        return window.Count <= most ? null : Math.Max(1, (int)Math.Ceiling((window.Start.AddMinutes(1) - now).TotalSeconds));
    }

    private void Forget()
    {
        var old = clock.GetUtcNow().AddMinutes(-1);
        foreach (var (key, window) in windows)
            if (window.Start <= old)
                windows.TryRemove(key, out _);
    }

    private sealed record Window(DateTimeOffset Start, int Count);
}
