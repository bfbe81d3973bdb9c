using System.Globalization;
using System.Text;
using ParkBrand.Content.Snapshots;

namespace ParkBrand.Tests.Snapshots;

/// <summary>All that the public could see of a snapshot, as text: two that look alike here cannot be told apart by a visitor.</summary>
internal static class Picture
{
    public static string Of(Snapshot snapshot)
    {
        var text = new StringBuilder();
        foreach (var id in snapshot.Live.Keys.Order())
        {
            var document = snapshot.Find(id)!;
            text.Append(CultureInfo.InvariantCulture, $"{id} {document} in {document.ParentId} v{document.Version} until {document.ExpiresAt:O} sort {document.Sort}\n");
            foreach (var variant in document.Variants)
                text.Append(CultureInfo.InvariantCulture, $"  {variant?.Culture} {variant?.Name} {variant?.PublishedAt:O} {variant?.FirstPublishedAt:O} {variant?.Values.Find(document.Type.Properties[0].Alias)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  below: {string.Join(' ', snapshot.ChildrenOf(id).Select(d => d.Id))}\n");
        }

        foreach (var type in snapshot.Schema.DocumentTypes.Keys.Order(StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{type}: {string.Join(' ', snapshot.OfType(type).Select(d => d.Id))}\n");
        foreach (var target in snapshot.Referrers.Keys.Order())
            if (snapshot.ReferrersOf(target).Select(d => d.Id).Order().ToList() is { Count: > 0 } referrers)
                text.Append(CultureInfo.InvariantCulture, $"{target} <- {string.Join(' ', referrers)}\n");
        foreach (var (path, document) in snapshot.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{path} {snapshot.Resolve(path).State} {document.Id}\n");
        foreach (var (path, target) in snapshot.Redirects.ByPath.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{path} -> {target} {snapshot.Resolve(path).State}\n");
        foreach (var media in snapshot.MediaItems.Values.OrderBy(m => m.Id))
            text.Append(CultureInfo.InvariantCulture, $"{media.Url} {string.Join('|', media.Alt)}\n");
        return text.Append(CultureInfo.InvariantCulture, $"seq {snapshot.Seq} count {snapshot.Count} next {snapshot.NextExpiry:O}").ToString();
    }
}
