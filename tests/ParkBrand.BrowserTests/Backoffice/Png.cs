using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>PNG files made by hand: no picture needs to be stored for a test.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Red on the left third, blue elsewhere, with some texture.</summary>
    public static byte[] Of(int width, int height, int seed = 1)
    {
        var random = new Random(seed);
        var rows = new MemoryStream();
        using (var zlib = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (width * 3)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    row[1 + (x * 3)] = (byte)(x < width / 3 ? 200 + random.Next(8) : 20);
                    row[2 + (x * 3)] = 20;
                    row[3 + (x * 3)] = (byte)(x < width / 3 ? 20 : 200 + random.Next(8));
                }

                zlib.Write(row);
            }
        }

        return File(width, height, rows.ToArray());
    }

    /// <param name="pixels">The compressed rows; may be anything in a hostile file.</param>
    public static byte[] File(int width, int height, byte[] pixels, params (string Type, byte[] Data)[] more)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        var file = new MemoryStream();
        file.Write(Signature);
        Chunk(file, "IHDR", head);
        foreach (var (type, data) in more)
            Chunk(file, type, data);
        Chunk(file, "IDAT", pixels);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] data)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i =>
    {
        var c = (uint)i;
        for (var k = 0; k < 8; k++)
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        return c;
    })];

    private static uint Crc(byte[] bytes) => ~bytes.Aggregate(0xFFFFFFFF, (c, b) => Table[(c ^ b) & 0xFF] ^ (c >> 8));
}
