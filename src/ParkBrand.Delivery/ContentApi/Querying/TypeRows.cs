using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>
/// The visible documents of one type in one language, in their public order, with the orders and properties by which they were
/// asked for. Made when first asked for, and kept as long as the type is the same: a publication renews only the types that it touches.
/// </summary>
internal sealed class TypeRows
{
    /// <summary>Bounds on what queries can make us remember; the common ones are soon back.</summary>
    private const int MostOrders = 24, MostColumns = 16;
    private static readonly ConditionalWeakTable<object, TypeRows?[]> Known = [];

    /// <summary>By type and language the last that were made, whose orders the next take over.</summary>
    private static readonly ConditionalWeakTable<ContentSchema, ConcurrentDictionary<(string Type, int Culture), TypeRows>> Last = [];
    private readonly ConcurrentDictionary<string, int[]> orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, object?[]> columns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double[]> numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Dictionary<string, List<int>>> words = new(StringComparer.Ordinal);
    private TypeRows? before;
    private NameText? names;
    private long[]? created, updated;

    private TypeRows(PublicView view, IReadOnlyCollection<PublishedDocument> documents)
    {
        var rows = new List<Row>(documents.Count);
        foreach (var document in documents)
            if (view.See(document) is { } row)
                rows.Add(row);
        Rows = [.. rows];
        var known = new Dictionary<Guid, Guid[]>();
        Ancestors = Array.ConvertAll(Rows, r => AncestorsOf(r.Document.ParentId, view, known));
    }

    public Row[] Rows { get; }

    /// <summary>For each row, from its parent up. A document that is moved takes all below it along as changed, so these do not grow old.</summary>
    public Guid[][] Ancestors { get; }

    public NameText Names => names ??= new NameText(Rows);

    /// <summary>Numbers, and days by their number; NaN where there is none. Side by side, since a walk over boxes all through memory takes ten times as long.</summary>
    public double[] Numbers(Property property)
    {
        if (numbers.TryGetValue(property.Alias, out var known))
            return known;
        if (numbers.Count >= MostColumns)
            numbers.Clear();
        return numbers[property.Alias] = Array.ConvertAll(Rows, r => r.Variant.Values[property] switch { decimal number => (double)number, DateOnly day => day.DayNumber, _ => double.NaN });
    }

    /// <summary>UTC ticks of the first or the last publication.</summary>
    public long[] Instants(bool ofCreation) => ofCreation
        ? created ??= Array.ConvertAll(Rows, r => r.Variant.FirstPublishedAt.UtcTicks)
        : updated ??= Array.ConvertAll(Rows, r => r.Variant.PublishedAt.UtcTicks);

    public static TypeRows Of(PublicView view, string type)
    {
        // The snapshot hands out the same list as long as nothing of the type has changed.
        var documents = view.Snapshot.OfType(type);
        var byCulture = Known.GetValue(documents, _ => new TypeRows?[view.Schema.Languages.Count]);
        return byCulture[view.Culture] ??= Made(view, type, documents);
    }

    private static TypeRows Made(PublicView view, string type, IReadOnlyCollection<PublishedDocument> documents)
    {
        var made = new TypeRows(view, documents);
        var (lasts, key) = (Last.GetValue(view.Schema, _ => new()), (type, view.Culture));
        if (lasts.TryGetValue(key, out var last))
        {
            last.before = null; // no chain of cities that are over
            made.before = last;
        }

        lasts[key] = made;
        return made;
    }

    public object?[] Column(Property property)
    {
        if (columns.TryGetValue(property.Alias, out var known))
            return known;
        if (columns.Count >= MostColumns)
            columns.Clear();
        return columns[property.Alias] = Array.ConvertAll(Rows, r => r.Variant.Values[property]);
    }

    /// <summary>For each text of a property with lists of texts, the rows that have it.</summary>
    public Dictionary<string, List<int>> Words(Property property)
    {
        if (words.TryGetValue(property.Alias, out var known))
            return known;
        if (words.Count >= MostColumns)
            words.Clear();
        var made = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Rows.Length; i++)
            foreach (var word in Rows[i].Variant.Values[property] as string[] ?? [])
                if (!made.TryGetValue(word, out var rows))
                    made[word] = [i];
                else if (rows[^1] != i)
                    rows.Add(i);
        return words[property.Alias] = made;
    }

    public int[] In(SortOrder order)
    {
        if (orders.TryGetValue(order.Key, out var known))
            return known;
        if (orders.Count >= MostOrders)
            orders.Clear();
        return orders[order.Key] = before is { } last && last.orders.TryGetValue(order.Key, out var old) ? Renewed(last, old, order) : order.Sorted(Rows);
    }

    /// <summary>An order of the rows before, without what is gone and with what is new: a publication changes few of them.</summary>
    private int[] Renewed(TypeRows last, int[] old, SortOrder order)
    {
        var positions = new Dictionary<PublishedDocument, int>(Rows.Length);
        for (var i = 0; i < Rows.Length; i++)
            positions[Rows[i].Document] = i;
        var kept = new List<int>(Rows.Length);
        foreach (var at in old)
            if (positions.Remove(last.Rows[at].Document, out var position))
                kept.Add(position);
        var added = positions.Values.ToArray();
        Array.Sort(added, (a, b) => order.Compare(Rows[a], Rows[b]) is var o and not 0 ? o : a.CompareTo(b));
        var joined = new int[Rows.Length];
        for (int i = 0, k = 0, a = 0; i < joined.Length; i++)
            joined[i] = a == added.Length || (k < kept.Count && order.Compare(Rows[kept[k]], Rows[added[a]]) <= 0) ? kept[k++] : added[a++];
        return joined;
    }

    public static Guid[] AncestorsOf(Guid? parent, PublicView view, Dictionary<Guid, Guid[]> known)
    {
        if (parent is not { } id)
            return [];
        if (!known.TryGetValue(id, out var chain))
            known[id] = chain = [id, .. AncestorsOf(view.Snapshot.Find(id)?.ParentId, view, known)];
        return chain;
    }
}
