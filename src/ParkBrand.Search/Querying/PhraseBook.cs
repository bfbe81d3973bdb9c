using System.Collections.Concurrent;
using ParkBrand.Search.Analysis;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Querying;

/// <summary>
/// Needles as FTS5 expressions. Cutting a needle costs more than looking it up, and of the many words that mean the same most
/// stand nowhere in the city: both are found out once for each state of the lexicon.
/// </summary>
internal sealed class PhraseBook(Tokenizer tokenizer, IReadOnlySet<string> terms)
{
    // Queries of visitors make entries too.
    private const int Most = 40_000;
    private readonly ConcurrentDictionary<string, (string? Expression, bool Stands)> known = new(StringComparer.Ordinal);

    /// <param name="sure">Whether to ask the index even for words that the lexicon has not met: what was published a moment ago.</param>
    /// <returns>Null where the needle has no words, or cannot be found.</returns>
    public string? Expression(string needle, bool sure)
    {
        if (!known.TryGetValue(needle, out var entry))
        {
            entry = Make(needle);
            if (known.Count < Most)
                known[needle] = entry;
        }

        return entry.Stands || sure ? entry.Expression : null;
    }

    private (string?, bool) Make(string needle)
    {
        var tokens = tokenizer.Tokens(needle);
        var phrases = new[] { tokens.Where(t => t.Kind != TokenKind.Bigram), needle.All(Tokenizer.IsHan) ? tokens.Where(t => t.Kind == TokenKind.Bigram) : [] }
            .Select(p => p.Select(t => t.Term.Replace('"', ' ')).ToList()).Where(p => p.Count > 0).ToList();
        var expression = string.Join(" OR ", phrases.Select(p => $"\"{string.Join(' ', p)}\"").Distinct());
        return (expression.Length == 0 ? null : expression, phrases.Exists(p => p.TrueForAll(terms.Contains)));
    }
}
