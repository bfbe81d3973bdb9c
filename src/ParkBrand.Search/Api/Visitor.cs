using System.Net;
using System.Net.Sockets;

namespace ParkBrand.Search.Api;

/// <summary>Whom a limit counts.</summary>
public static class Visitor
{
    /// <summary>An IPv6 visitor has a whole /64 to choose addresses from, so that is what is counted.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
