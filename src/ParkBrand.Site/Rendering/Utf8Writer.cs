using System.Text;

namespace ParkBrand.Site.Rendering;

/// <summary>Takes a page as text and holds it as UTF-8. It never waits, so nothing of a page is copied or put off until later.</summary>
internal sealed class Utf8Writer : TextWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Remembers the first half of a character that stands on the border of two writes.
    private readonly Encoder encoder = Utf8.GetEncoder();
    private byte[] bytes = new byte[128 * 1024];
    private int length;

    public override Encoding Encoding => Utf8;

    public int Capacity => bytes.Length;

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var most = Utf8.GetMaxByteCount(buffer.Length);
        if (most > bytes.Length - length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + most));
        length += encoder.GetBytes(buffer, bytes.AsSpan(length), flush: false);
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override Task WriteAsync(char value)
    {
        Write([value]);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value.AsSpan());
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer.AsSpan(index, count));
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    public override Task FlushAsync() => Task.CompletedTask;

    public byte[] ToArray()
    {
        Array.Resize(ref bytes, Math.Max(bytes.Length, length + Utf8.GetMaxByteCount(1)));
        length += encoder.GetBytes([], bytes.AsSpan(length), flush: true);
        return bytes[..length];
    }

    /// <summary>Makes room for another page.</summary>
    public void Clear()
    {
        encoder.Reset();
        length = 0;
    }
}
