using ParkBrand.Content.Access;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Our permissions as the verbs by which the client shows and hides its buttons.</summary>
internal static class EditorVerbs
{
    private static readonly (string Permission, string[] Verbs)[] Table =
    [
        (Permissions.Read, ["Umb.Document.Read", "Umb.Document.PropertyValue.Read"]),
        (Permissions.Create, ["Umb.Document.Create", "Umb.Document.Duplicate"]),
        (Permissions.Edit, ["Umb.Document.Update", "Umb.Document.PropertyValue.Write"]),
        (Permissions.Publish, ["Umb.Document.Publish"]),
        (Permissions.Unpublish, ["Umb.Document.Unpublish"]),
        (Permissions.Move, ["Umb.Document.Move"]),
        (Permissions.Sort, ["Umb.Document.Sort"]),
        (Permissions.Delete, ["Umb.Document.Delete"]),
        (Permissions.Rollback, ["Umb.Document.Rollback"]),
    ];

    public static IReadOnlyList<string> Of(IReadOnlyCollection<string> permissions) => [.. Table.Where(t => permissions.Contains(t.Permission)).SelectMany(t => t.Verbs)];
}
