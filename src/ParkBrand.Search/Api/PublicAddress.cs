using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ParkBrand.Search.Api;

/// <summary>
/// Where the public reaches the site: the base of every absolute address in a page or feed. Never taken from a request,
/// whose Host header anyone can make up and whose answer is kept for others.
/// </summary>
/// <param name="configured">For example <c>https://parks.example.gov.cn</c>; null takes the first address that is listened on.</param>
public sealed class PublicAddress(string? configured, IServer? server = null)
{
    private string? known;

    /// <summary>Scheme and host without a stroke at the end.</summary>
    public string Base => known ??= (configured ?? Listening() ?? "http://localhost").TrimEnd('/');

    private string? Listening() => server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? new UriBuilder(address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)) is var url && url.Host is "0.0.0.0" or "[::]"
            ? new UriBuilder(url.Uri) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority)
            : url.Uri.GetLeftPart(UriPartial.Authority)
        : null;
}
