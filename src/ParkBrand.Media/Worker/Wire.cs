using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParkBrand.Media.Worker;

internal enum Work
{
    /// <summary>Read the whole picture and say what it is.</summary>
    Inspect,

    /// <summary>Make a derivative.</summary>
    Render,
}

internal enum PictureFormat
{
    Jpeg,
    Webp,
    Avif,
}

/// <param name="Width">px of the derivative; a smaller picture is not enlarged.</param>
/// <param name="Ratio">Width to height that the picture is cut to, null keeps its own.</param>
/// <param name="FocusX">0 to 1, what must stay in view when it is cut.</param>
/// <param name="MaxPixels">Beyond it the picture is refused before a pixel is read.</param>
internal sealed record Job(Work Work, long MaxPixels, int Width = 0, double? Ratio = null, double FocusX = 0.5, double FocusY = 0.5, PictureFormat Format = PictureFormat.Jpeg);

/// <param name="Problem">Null when it went well; else what libvips or the limits say.</param>
internal sealed record JobAnswer(string? Problem, int Width = 0, int Height = 0, int Frames = 0);

[JsonSerializable(typeof(Job)), JsonSerializable(typeof(JobAnswer))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>A message between site and worker: two lengths (4 bytes each, little end first), a JSON head, a body of bytes.</summary>
internal static class Wire
{
    public const int MaxHead = 64 * 1024, MaxBody = 64 * 1024 * 1024;

    public static async Task Write(Stream stream, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var lengths = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, head.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths.AsSpan(4), body.Length);
        await stream.WriteAsync(lengths, cancel);
        await stream.WriteAsync(head, cancel);
        await stream.WriteAsync(body, cancel);
        await stream.FlushAsync(cancel);
    }

    /// <returns>Null at the end of the stream between two messages.</returns>
    /// <exception cref="InvalidDataException">The other side does not keep to the form.</exception>
    public static async Task<(byte[] Head, byte[] Body)?> Read(Stream stream, CancellationToken cancel)
    {
        var lengths = new byte[8];
        if (await stream.ReadAtLeastAsync(lengths, 8, throwOnEndOfStream: false, cancel) is var read && read < 8)
            return read == 0 ? null : throw new InvalidDataException("The message ends in its lengths.");
        var (head, body) = (BinaryPrimitives.ReadInt32LittleEndian(lengths), BinaryPrimitives.ReadInt32LittleEndian(lengths.AsSpan(4)));
        if (head is < 0 or > MaxHead || body is < 0 or > MaxBody)
            throw new InvalidDataException("The message is longer than any may be.");
        var (headBytes, bodyBytes) = (new byte[head], new byte[body]);
        await stream.ReadExactlyAsync(headBytes, cancel);
        await stream.ReadExactlyAsync(bodyBytes, cancel);
        return (headBytes, bodyBytes);
    }
}
