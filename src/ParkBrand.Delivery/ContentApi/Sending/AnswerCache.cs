using System.Collections.Concurrent;

namespace ParkBrand.Delivery.ContentApi.Sending;

/// <summary>
/// Answers by credential, language and address. One is good for one snapshot and one day in China, so what is withdrawn is gone
/// from all of them with the swap; see the decision on the page cache, which is kept the same way.
/// </summary>
internal sealed class AnswerCache
{
    /// <summary>The switch of the page cache: set to <c>off</c>, every answer is made anew, for measuring that.</summary>
    private readonly bool keeps = Environment.GetEnvironmentVariable("PARKBRAND_PAGE_CACHE") != "off";

    private const int MostEntries = 4000, LongestKey = 2000;
    private const long MostBytes = 48L * 1024 * 1024;
    private ConcurrentDictionary<string, KeptAnswer> entries = new(StringComparer.Ordinal);
    private long bytes;

    public KeptAnswer? Find(string key, long stamp, DateOnly day) =>
        entries.TryGetValue(key, out var answer) && answer.Stamp == stamp && answer.Day == day ? answer : null;

    public void Keep(string key, KeptAnswer answer)
    {
        if (!keeps || key.Length > LongestKey)
            return;
        // Replaced answers are counted again: the bound is met early rather than late, and begins anew.
        if (Interlocked.Add(ref bytes, answer.Reply.Body.Length) > MostBytes || entries.Count >= MostEntries)
        {
            entries = new ConcurrentDictionary<string, KeptAnswer>(StringComparer.Ordinal);
            Interlocked.Exchange(ref bytes, answer.Reply.Body.Length);
        }

        entries[key] = answer;
    }
}
