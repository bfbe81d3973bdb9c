using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ParkBrand.Content;

namespace ParkBrand.Site.Feeds;

/// <summary>JSON Feed 1.1.</summary>
internal static class JsonFeedWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(Feed feed)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("description", feed.Note);
            json.WriteString("language", feed.Language);
            json.WriteString("home_page_url", feed.Page);
            json.WriteString("feed_url", feed.Self(FeedFormat.Json));
            json.WriteStartArray("authors");
            json.WriteStartObject();
            json.WriteString("name", feed.Author);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var item in feed.Items)
                Item(json, item);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Item(Utf8JsonWriter json, FeedItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("url", item.Url);
        json.WriteString("title", item.Title);
        json.WriteString("content_text", item.Summary ?? item.Title);
        if (item.Image is { } image)
            json.WriteString("image", image);
        json.WriteString("date_published", FeedXml.Instant(item.Day is { } day ? ChinaTime.Begin(day) : item.Published));
        json.WriteString("date_modified", FeedXml.Instant(item.Updated));
        json.WriteStartArray("tags");
        foreach (var tag in item.Tags)
            json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
