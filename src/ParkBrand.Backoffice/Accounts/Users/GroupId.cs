using System.Security.Cryptography;
using System.Text;

namespace ParkBrand.Backoffice.Accounts.Users;

/// <summary>The client knows groups by id, the schema by alias. The id is made of the alias, so it is the same everywhere.</summary>
internal static class GroupId
{
    public static Guid Of(string alias)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("parkbrand user group " + alias)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80); // version 8: made by a rule of one's own (RFC 9562)
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
