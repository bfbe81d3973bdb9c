using ParkBrand.Content.Access;
using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Versions and trails name the account of whoever did something. What is older, or was done by the site itself, has a name only; the client wants ids.</summary>
internal static class EditorId
{
    /// <returns>In the order of the actors. A mere name is the one account that has it, or else an id of its own.</returns>
    public static IReadOnlyList<Guid> Of(StoredAccounts accounts, IReadOnlyCollection<(string Name, Guid? Account)> actors)
    {
        var named = actors.Where(a => a.Account is null).Select(a => a.Name).Distinct().ToDictionary(name => name, name => Named(accounts, name));
        return [.. actors.Select(a => a.Account ?? named[a.Name])];
    }

    private static Guid Named(StoredAccounts accounts, string name) =>
        accounts.List(name, 0, 20).Page.Where(a => a.Name == name).ToList() is [var only] ? only.Id : SchemaId.Of("editor", name);
}
