using ParkBrand.Content.Snapshots;

namespace ParkBrand.Delivery.ContentApi.Querying;

/// <summary>Finds documents by what clients name them with: an id, or a path as <c>route.path</c> gives it, with or without the language before it.</summary>
internal static class Addresses
{
    public const int LongestPath = 500;

    public static Row? Find(string idOrPath, Inquiry inquiry) => Guid.TryParse(idOrPath, out var id) ? inquiry.View.Find(id) : At(idOrPath, inquiry.View, inquiry.Start);

    public static Row? At(string path, PublicView view, PublishedDocument? start)
    {
        if (path.Length > LongestPath)
            return null;
        var (_, inner) = Split(path, view);
        var row = view.At(inner);
        if (start is null)
            return row;
        // Below a root, a path may be written without the root's own name.
        row ??= view.At($"{start.Path!.TrimEnd('/')}{inner}".TrimEnd('/'));
        return row is { } found && view.Root(found.Document).Id == start.Id ? row : null;
    }

    /// <returns>The language that stands before the path, and the path without it and without a stroke at its end.</returns>
    public static (int? Culture, string Path) Split(string path, PublicView view)
    {
        path = "/" + path.Trim('/');
        for (var i = 0; i < view.Schema.Languages.Count; i++)
            if (view.Schema.Languages[i].UrlPrefix is { Length: > 0 } prefix && (path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal)))
                return (i, path.Length == prefix.Length ? "/" : path[prefix.Length..]);
        return (null, path);
    }
}
