using System.Collections.Concurrent;
using System.Net;
using ParkBrand.Content;
using ParkBrand.Search.Api;

namespace ParkBrand.Assistant.LanguageModel;

/// <summary>What was spent today in China, by everybody and by each visitor. Visitors are known by a hash that is made anew with every start.</summary>
internal sealed class Budget(ModelOptions options, TimeProvider clock)
{
    private const int MostVisitors = 100_000;
    private const decimal Million = 1_000_000;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<int, long> visitors = new();
    private DateOnly day;
    private long tokens;
    private decimal money;
    private bool told;

    /// <summary>Whether there is something left for a visitor. One answer may go a little over it.</summary>
    public bool Allows(IPAddress? visitor)
    {
        Turn();
        lock (gate)
            return !IsSpent && visitors.GetValueOrDefault(Key(visitor)) < options.VisitorTokens;
    }

    /// <summary>Whether nothing is left for anybody; true once a day.</summary>
    public bool IsNewlySpent()
    {
        lock (gate)
            return IsSpent && !told && (told = true);
    }

    private bool IsSpent => tokens >= options.SiteTokens || (options.Money is { } most && money >= most);

    public void Spend(IPAddress? visitor, long sent, long received)
    {
        Turn();
        // More than can be counted by name share what is left of the site's.
        var key = Key(visitor);
        if (visitors.Count < MostVisitors || visitors.ContainsKey(key))
            visitors.AddOrUpdate(key, sent + received, (_, spent) => spent + sent + received);
        lock (gate)
        {
            tokens += sent + received;
            money += ((sent * options.PriceIn) + (received * options.PriceOut)) / Million;
        }
    }

    private static int Key(IPAddress? visitor) => Visitor.Of(visitor).GetHashCode(StringComparison.Ordinal);

    private void Turn()
    {
        var today = ChinaTime.Today(clock);
        lock (gate)
        {
            if (day == today)
                return;
            (day, tokens, money, told) = (today, 0, 0, false);
            visitors.Clear();
        }
    }
}
