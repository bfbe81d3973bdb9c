using System.Globalization;

namespace ParkBrand.Bench.Measuring;

/// <summary>
/// Who may use which processors of this machine, as taskset(1) writes them. Those who ask live elsewhere in the world: on the site's own processors they
/// would be measured instead of it.
/// </summary>
/// <param name="Site">Null where there are too few processors to share out, and where the system has no taskset(1).</param>
internal sealed record Shares(string? Site, string? Readers, string? Chats)
{
    public static Shares Of(int processors) => processors < 4 || !OperatingSystem.IsLinux()
        ? new Shares(null, null, null)
        : new Shares(string.Create(CultureInfo.InvariantCulture, $"1-{processors - 2}"), "0", string.Create(CultureInfo.InvariantCulture, $"{processors - 1}"));

    public override string ToString() => Site is null ? "all on the same processors" : $"site on processors {Site}, readers on {Readers}, chats on {Chats}";
}
