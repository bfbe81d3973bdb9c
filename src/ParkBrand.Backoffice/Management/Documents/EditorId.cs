using ParkBrand.Content.Schema;

namespace ParkBrand.Backoffice.Management.Documents;

/// <summary>Versions and the audit trail keep names, since people outlive their accounts; the client wants ids.</summary>
internal static class EditorId
{
    public static Guid Of(string name) => SchemaId.Of("editor", name);
}
