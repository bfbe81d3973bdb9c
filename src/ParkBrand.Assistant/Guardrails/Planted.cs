using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Guardrails;

/// <summary>
/// Published text that speaks to machines, or that brings links and markup along. It is shown on its own page like any text;
/// an answer neither tells it nor hands it to a language model.
/// </summary>
internal static class Planted
{
    private const int Shortest = 6;
    private static readonly Regex[] Patterns = [.. Guard.List("planted").Select(p => new Regex(p, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2)))];

    // Published values are few and asked about again and again.
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);
    private const int MostKnown = 20_000;

    public static bool Speaks(string published)
    {
        if (published.Length < Shortest)
            return false;
        if (Known.TryGetValue(published, out var speaks))
            return speaks;
        if (Known.Count > MostKnown)
            Known.Clear();
        try
        {
            return Known[published] = Judge(published);
        }
        catch (RegexMatchTimeoutException)
        {
            // A machine with no time to judge says nothing of the text: withheld now, judged again the next time.
            return true;
        }
    }

    private static bool Judge(string published)
    {
        var visible = Screen.Visible(published);
        // Some signs that cannot be seen are a slip; several hide something.
        return visible.Length < published.Normalize().Length - 1 || Array.Exists(Patterns, p => p.IsMatch(Wording.Fold(visible)));
    }
}
