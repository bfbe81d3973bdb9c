using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>
/// The visible documents of one type in one language, in their public order, and the orders in which they were asked for. Made
/// when first asked for, and kept as long as the type is the same: a publication renews only the types that it touches.
/// </summary>
internal sealed class TypeRows
{
    /// <summary>A bound on what queries can make us remember; the common orders are soon back.</summary>
    private const int MostOrders = 24;
    private static readonly ConditionalWeakTable<object, TypeRows?[]> Known = [];
    private readonly ConcurrentDictionary<string, int[]> orders = new(StringComparer.Ordinal);

    private TypeRows(PublicView view, IReadOnlyCollection<Content.Snapshots.PublishedDocument> documents)
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

    public static TypeRows Of(PublicView view, string type)
    {
        // The snapshot hands out the same list as long as nothing of the type has changed.
        var documents = view.Snapshot.OfType(type);
        var byCulture = Known.GetValue(documents, _ => new TypeRows?[view.Schema.Languages.Count]);
        return byCulture[view.Culture] ??= new TypeRows(view, documents);
    }

    public int[] In(SortOrder order)
    {
        if (orders.TryGetValue(order.Key, out var known))
            return known;
        if (orders.Count >= MostOrders)
            orders.Clear();
        return orders[order.Key] = order.Sorted(Rows);
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
