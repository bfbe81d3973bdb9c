using System.Text;
using ParkBrand.Site.Rendering;

namespace ParkBrand.Tests.Site;

public sealed class Utf8WriterTests
{
    [Fact]
    public async Task What_is_written_in_pieces_is_the_same_text()
    {
        var writer = new Utf8Writer();
        // The border between two writes stands in the middle of a character.
        var text = "\u56ed\U0001F3ED park";
        for (var at = 0; at < text.Length; at++)
        {
            writer.Write(text[..at]);
            await writer.WriteAsync(text.ToCharArray(), at, text.Length - at);
            Assert.Equal(text, Encoding.UTF8.GetString(writer.ToArray()));
            writer.Clear();
        }
    }

    [Fact]
    public void A_page_may_outgrow_the_buffer_and_leaves_nothing_to_the_next()
    {
        var writer = new Utf8Writer();
        var page = string.Concat(Enumerable.Repeat("\u6606\u5c71", 100_000));
        writer.Write(page);
        Assert.Equal(page, Encoding.UTF8.GetString(writer.ToArray()));
        writer.Clear();
        writer.Write("half of a character: " + '\ud83c');
        writer.Clear();
        writer.Write('a');
        Assert.Equal("a"u8.ToArray(), writer.ToArray());
    }
}
