using ParkBrand.Content.Snapshots;

namespace ParkBrand.Search.Indexing;

/// <summary>
/// The cards of all documents in the index, by number. One thread writes, any number read without waiting: a reader sees a
/// card or its successor, never half of one.
/// </summary>
internal sealed class Catalog
{
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly Lock writing = new();
    private Card?[] cards = new Card?[1024];
    private int next = 1;

    /// <summary>Null where the document is not (or no longer) public.</summary>
    public Card? this[int number]
    {
        get
        {
            var all = Volatile.Read(ref cards);
            return number < all.Length ? Volatile.Read(ref all[number]) : null;
        }
    }

    /// <summary>Highest number ever given.</summary>
    public int Last => Volatile.Read(ref next) - 1;

    public IEnumerable<Card> All
    {
        get
        {
            var all = Volatile.Read(ref cards);
            for (var i = 1; i < all.Length && i <= Last; i++)
                if (Volatile.Read(ref all[i]) is { } card)
                    yield return card;
        }
    }

    /// <summary>Takes up the number that a document has in an index file that was opened again.</summary>
    public void Reserve(Guid document, int number)
    {
        lock (writing)
        {
            numbers[document] = number;
            next = Math.Max(next, number + 1);
            Grow(number);
        }
    }

    public int Put(Card card)
    {
        lock (writing)
        {
            if (!numbers.TryGetValue(card.Id, out var number))
                numbers[card.Id] = number = next++;
            Grow(number);
            Volatile.Write(ref cards[number], card);
            return number;
        }
    }

    /// <summary>Hides documents at once; their words leave the index a moment later.</summary>
    public void Hide(IEnumerable<Guid> documents, Snapshot snapshot)
    {
        lock (writing)
            foreach (var id in documents)
                if (snapshot.Find(id) is null && numbers.TryGetValue(id, out var number))
                    Volatile.Write(ref cards[number], null);
    }

    public int? NumberOf(Guid document)
    {
        lock (writing)
            return numbers.TryGetValue(document, out var number) ? number : null;
    }

    private void Grow(int number)
    {
        if (number < cards.Length)
            return;
        var larger = new Card?[Math.Max(number + 1, cards.Length * 2)];
        cards.CopyTo(larger, 0);
        Volatile.Write(ref cards, larger);
    }
}
