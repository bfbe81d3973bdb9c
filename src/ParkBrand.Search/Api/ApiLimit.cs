using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace ParkBrand.Search.Api;

/// <summary>How often one visitor may ask the public API: a burst, then a steady pace.</summary>
public static class ApiLimit
{
    /// <summary>Name of the rate limit, for <c>RequireRateLimiting</c>.</summary>
    public const string Policy = "api";

    private static readonly PathString[] Apis = ["/api", "/umbraco/delivery", "/mcp"];

    public const int Burst = 120, PerSecond = 10;

    internal static IServiceCollection AddApiLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Policy, http => RateLimitPartition.GetTokenBucketLimiter(Visitor.Of(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        }));
        limits.OnRejected = Refuse;
    });

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        // A page says it in its reader's language.
        if (!Apis.Any(api => context.HttpContext.Request.Path.StartsWithSegments(api)))
            return;
        await ApiProblem.Of(StatusCodes.Status429TooManyRequests, "Too many requests", $"One address may ask {PerSecond} times a second in the long run. Try again in {wait} s.")
            .ExecuteAsync(context.HttpContext);
    }
}
