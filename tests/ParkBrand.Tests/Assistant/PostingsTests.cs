using ParkBrand.Assistant.Answering;

namespace ParkBrand.Tests.Assistant;

/// <summary>Lists of words that are renewed change by change, held against lists that are made anew.</summary>
public sealed class PostingsTests
{
    [Fact]
    public void What_is_renewed_is_what_would_be_made_anew()
    {
        var (random, words) = (new Random(7), Enumerable.Range(0, 60).Select(i => $"w{i}").ToArray());
        string[] Some() => [.. words.Where(_ => random.Next(6) == 0)];
        var documents = Enumerable.Range(0, 20).Select(_ => Some()).ToList();
        var (renewed, first) = (Postings.Of(documents), Postings.Of(documents));
        var before = words.ToDictionary(w => w, w => first.Having(w));
        for (var round = 0; round < 200; round++)
        {
            var changes = new List<(int, string[], string[])>();
            foreach (var number in Enumerable.Range(0, documents.Count).Where(_ => random.Next(8) == 0).ToList())
            {
                var now = random.Next(5) == 0 ? [] : Some();
                changes.Add((number, documents[number], now));
                documents[number] = now;
            }

            if (random.Next(10) == 0)
            {
                documents.Add(Some());
                changes.Add((documents.Count - 1, [], documents[^1]));
            }

            renewed = renewed.With(changes);
            foreach (var word in words)
                Assert.Equal(Enumerable.Range(0, documents.Count).Where(n => documents[n].Contains(word)), renewed.Having(word).Order());
        }

        Assert.All(words, w => Assert.Same(before[w], first.Having(w)));
    }
}
