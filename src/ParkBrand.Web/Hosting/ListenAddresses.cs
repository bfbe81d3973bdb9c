using System.Net;
using Microsoft.AspNetCore.Http;

namespace ParkBrand.Web.Hosting;

/// <summary>What <c>--urls</c> may say. Kestrel would tell the same mistakes as stack traces, or listen on every interface instead.</summary>
internal static class ListenAddresses
{
    public static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <returns>One sentence about the first address that cannot be listened on, or null.</returns>
    public static string? Problem(string urls) =>
        Split(urls) is { Length: > 0 } all ? all.Select(ProblemOf).FirstOrDefault(p => p is not null) : "The option --urls names no address.";

    /// <summary>What <c>--public-url</c> may say.</summary>
    public static string? PublicProblem(string? url) =>
        url is null || (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https" && parsed.PathAndQuery == "/" && parsed.UserInfo.Length == 0)
            ? null
            : $"The public address {url} cannot be used: it is scheme and host only, like https://parks.example.gov.cn";

    private static string? ProblemOf(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return Sentence(url, "an address looks like http://127.0.0.1:5080");
        }

        if (address.Scheme != "http")
            return Sentence(url, "only http:// is served; a proxy in front adds TLS");
        if (address.IsUnixPipe)
            return null;
        if (address.PathBase.Length > 0)
            return Sentence(url, "the site stands at the root, without a path");
        if (address.Port is < 0 or > IPEndPoint.MaxPort)
            return Sentence(url, $"a port is a number up to {IPEndPoint.MaxPort}");
        // Any other name makes Kestrel listen on every interface of the machine.
        return (address.Host, address.Port) switch
        {
            ("localhost", 0) => Sentence(url, "a free port is found for 127.0.0.1, not for localhost"),
            ("localhost" or "*" or "+", _) => null,
            _ => IPAddress.TryParse(address.Host, out _) ? null : Sentence(url, "the host must be an IP address, localhost, or * for every interface"),
        };
    }

    private static string Sentence(string url, string why) => $"The server cannot listen on {url}: {why}.";
}
