using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ParkBrand.Delivery.Webhooks;

/// <summary>Lets a receiver check that a request is ours and of now: HMAC-SHA256 over the time and the body.</summary>
internal static class Signature
{
    public const string Header = "ParkBrand-Webhook-Signature";

    /// <returns><c>t=UNIX SECONDS,v1=HEX</c>, one <c>v1</c> for each secret.</returns>
    public static string Of(IEnumerable<string> secrets, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time), (byte)'.', .. body];
        return $"t={time}," + string.Join(',', secrets.Select(s => "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(s), signed))));
    }
}
