using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParkBrand.Content.Webhooks;

namespace ParkBrand.Delivery.Webhooks;

/// <summary>
/// What a receiver is told: that something is so now, not what stands in it. Whoever wants the content asks for it and gets what the
/// public sees at that moment, also when this message comes late.
/// </summary>
internal static class Message
{
    public static byte[] Of(WebhookDelivery delivery)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("id", delivery.Id);
            json.WriteString("event", delivery.Event);
            json.WriteString("time", delivery.At.UtcDateTime);
            json.WriteNumber("seq", delivery.Seq);
            json.WriteStartObject(delivery.Subject);
            json.WriteString("id", delivery.SubjectId);
            json.WriteString("type", delivery.Type);
            if (delivery.Subject == "document")
                Document(json, delivery);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Document(Utf8JsonWriter json, WebhookDelivery delivery)
    {
        json.WriteStartArray("cultures");
        foreach (var culture in delivery.Cultures)
            json.WriteStringValue(culture);
        json.WriteEndArray();
        json.WriteString("route", delivery.Route);
    }
}
