using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Versions and the audit trail keep names, since what was done outlives an account; the client wants ids.</summary>
internal static class EditorId
{
    /// <summary>Of each name the account's id, or one of its own where there is no such account: an import, a person who left.</summary>
    public static IReadOnlyDictionary<string, Guid> Of(StoredAccounts accounts, IEnumerable<string> names) => names.Distinct().ToDictionary(
        name => name, name => accounts.List(name, 0, 20).Page.FirstOrDefault(a => a.Name == name)?.Id ?? SchemaId.Of("editor", name));
}
