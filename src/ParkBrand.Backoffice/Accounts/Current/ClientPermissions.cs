using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Accounts.Current;

/// <summary>Our permissions in the client's words. They only decide which buttons it shows; what counts is asked of Content.</summary>
internal static class ClientPermissions
{
    private static readonly Dictionary<string, string[]> Verbs = new()
    {
        [Permissions.Read] = ["Umb.Document.Read", "Umb.Document.PropertyValue.Read"],
        [Permissions.Create] = ["Umb.Document.Create", "Umb.Document.Duplicate", "Umb.Document.PropertyValue.Write"],
        [Permissions.Edit] = ["Umb.Document.Update", "Umb.Document.PropertyValue.Write"],
        [Permissions.Publish] = ["Umb.Document.Publish"],
        [Permissions.Unpublish] = ["Umb.Document.Unpublish"],
        [Permissions.Move] = ["Umb.Document.Move"],
        [Permissions.Sort] = ["Umb.Document.Sort"],
        [Permissions.Delete] = ["Umb.Document.Delete"],
        [Permissions.Rollback] = ["Umb.Document.Rollback"],
    };

    public static IReadOnlyList<string> Of(IEnumerable<string> permissions) =>
        [.. permissions.SelectMany(p => Verbs.GetValueOrDefault(p, [])).Distinct().Order(StringComparer.Ordinal)];
}
