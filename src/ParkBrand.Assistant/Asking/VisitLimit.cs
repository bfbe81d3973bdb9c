using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ParkBrand.Search.Api;

namespace ParkBrand.Assistant.Asking;

/// <summary>How often one visitor may ask something: never more than so many times within any minute.</summary>
public sealed class VisitLimit
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> visits = new();
    private readonly TimeProvider clock;
    private readonly string name;
    private readonly int perMinute;
    private long sweptAt;

    /// <param name="perMinute">0 sets no limit.</param>
    internal VisitLimit(string name, int perMinute, TimeProvider clock) => (this.name, this.perMinute, this.clock) = (name, perMinute, clock);

    /// <summary>Counts one visit, unless it is one too many, and says in <c>RateLimit</c> headers how many are left.</summary>
    public Pace Take(HttpContext http)
    {
        if (perMinute == 0)
            return new Pace(true, 0);
        var now = clock.GetUtcNow();
        Sweep(now);
        var times = visits.GetOrAdd(Visitor.Of(http.Connection.RemoteIpAddress), _ => new Queue<DateTimeOffset>());
        lock (times)
        {
            while (times.TryPeek(out var first) && first <= now - Window)
                times.Dequeue();
            var taken = times.Count < perMinute;
            if (taken)
                times.Enqueue(now);
            var seconds = Math.Max(1, (int)Math.Ceiling((times.Peek() + Window - now).TotalSeconds));
            Tell(http.Response.Headers, perMinute - times.Count, seconds, taken);
            return new Pace(taken, taken ? 0 : seconds);
        }
    }

    // As in draft-ietf-httpapi-ratelimit-headers: r are left, and in t seconds there is one more.
    private void Tell(IHeaderDictionary headers, int left, int seconds, bool taken)
    {
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={perMinute};w={(int)Window.TotalSeconds}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={left};t={seconds}");
        if (!taken)
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Once a minute, whoever has not come for one is forgotten.</summary>
    private void Sweep(DateTimeOffset now)
    {
        var swept = Interlocked.Read(ref sweptAt);
        if (now.UtcTicks - swept < Window.Ticks || Interlocked.CompareExchange(ref sweptAt, now.UtcTicks, swept) != swept)
            return;
        foreach (var visit in visits)
            lock (visit.Value)
                if (visit.Value.All(t => t <= now - Window))
                    visits.TryRemove(visit);
    }
}

/// <param name="Seconds">After which it may be tried again; 0 where nothing is to wait for.</param>
public readonly record struct Pace(bool Taken, int Seconds);
