using System.Runtime.InteropServices;

namespace ParkBrand.Media.Worker;

/// <summary>libvips refused: a damaged file, a blocked format, a picture beyond a limit.</summary>
internal sealed class VipsException(string message) : Exception(message)
{
    public static VipsException Last()
    {
        var text = Marshal.PtrToStringUTF8(Vips.ErrorBuffer()) ?? "";
        Vips.ClearError();
        return new VipsException(text.ReplaceLineEndings(" ").Trim());
    }
}

/// <summary>One operation of libvips by name: inputs set as properties, then built, then outputs taken.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private nint operation;

    /// <param name="options">Numbers and enumerations as libvips writes them, e.g. <c>Q=80,effort=3</c>. Never a visitor's text.</param>
    public VipsOperation(string name, string options = "")
    {
        operation = Vips.NewOperation(name);
        if (operation == 0 || (options.Length > 0 && Vips.SetFromString(operation, options) != 0))
            throw VipsException.Last();
    }

    public VipsOperation With(string property, VipsImage image)
    {
        Vips.GValue value = default;
        Vips.InitValue(&value, Vips.ImageType());
        Vips.SetObject(&value, image.Handle);
        Vips.SetProperty(operation, property, &value);
        Vips.UnsetValue(&value);
        return this;
    }

    /// <summary>The memory must stay where it is until every image made from it is gone.</summary>
    public VipsOperation With(string property, void* data, int length)
    {
        Vips.GValue value = default;
        Vips.InitValue(&value, Vips.BlobType());
        Vips.SetBlob(&value, 0, data, (nuint)length);
        Vips.SetProperty(operation, property, &value);
        Vips.UnsetValue(&value);
        return this;
    }

    public VipsOperation Build()
    {
        var built = Vips.Build(operation);
        if (built == 0)
            throw VipsException.Last();
        Vips.Unref(operation);
        operation = built;
        return this;
    }

    public VipsImage Image(string property = "out")
    {
        Vips.GValue value = default;
        Vips.InitValue(&value, Vips.ImageType());
        Vips.GetProperty(operation, property, &value);
        var image = Vips.DupObject(&value);
        Vips.UnsetValue(&value);
        return new VipsImage(image);
    }

    public byte[] Bytes(string property = "buffer")
    {
        Vips.GValue value = default;
        Vips.InitValue(&value, Vips.BlobType());
        Vips.GetProperty(operation, property, &value);
        nuint length;
        var data = Vips.GetBlob(&value, &length);
        var bytes = new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        Vips.UnsetValue(&value);
        return bytes;
    }

    public void Dispose()
    {
        if (operation == 0)
            return;
        Vips.UnrefOutputs(operation);
        Vips.Unref(operation);
        operation = 0;
    }
}

/// <summary>An image of libvips; its pixels are computed when something asks for them.</summary>
internal sealed class VipsImage(nint handle) : IDisposable
{
    public nint Handle { get; private set; } = handle;

    public int Width => Vips.Width(Handle);
    public int Height => Vips.Height(Handle);

    /// <summary>Frames of an animation, pages of a document.</summary>
    public int Pages => Vips.Pages(Handle);

    /// <summary>Width and height as seen, after the turn that EXIF asks for.</summary>
    public (int Width, int Height) Upright => Vips.OrientationSwaps(Handle) != 0 ? (Height, Width) : (Width, Height);

    public void Dispose()
    {
        if (Handle == 0)
            return;
        Vips.Unref(Handle);
        Handle = 0;
    }
}
