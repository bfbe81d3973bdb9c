using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace ParkBrand.Web.Hosting;

/// <summary>What one visitor may take of the server.</summary>
internal static class Limits
{
    public static void Apply(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = 64 * 1024; // pages take none; what needs more says so itself
        options.Limits.MaxRequestLineSize = 384 * 1024; // whatever somebody pastes into a search box is answered, not refused
        options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10); // slow-loris
        options.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    }
}
