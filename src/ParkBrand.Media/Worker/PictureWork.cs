using System.Globalization;
using System.Runtime.InteropServices;

namespace ParkBrand.Media.Worker;

/// <summary>What the worker does with one picture.</summary>
internal static unsafe class PictureWork
{
    public static (JobAnswer Answer, byte[] Body) Do(Job job, byte[] picture)
    {
        try
        {
            fixed (byte* data = picture)
                return Do(job, data, picture.Length);
        }
        catch (VipsException e)
        {
            return (new JobAnswer(e.Message.Length == 0 ? "unreadable" : e.Message), []);
        }
    }

    private static (JobAnswer, byte[]) Do(Job job, byte* data, int length)
    {
        var (width, height, frames) = Header(data, length);
        var seen = new JobAnswer(null, width, height, frames);
        if ((long)width * height > job.MaxPixels)
            return (seen with { Problem = "too many pixels" }, []);
        if (job.Work == Work.Inspect)
        {
            ReadThrough(data, length);
            return (seen, []);
        }

        return (seen, Render(job, data, length, width, height));
    }

    /// <summary>Every byte of the file, so that a picture that breaks off is found here and not on a page. The thumbnailer would not say.</summary>
    private static void ReadThrough(byte* data, int length)
    {
        using var load = new VipsOperation(Loader(data, length), "access=sequential,fail-on=truncated").With("buffer", data, length).Build();
        using var image = load.Image();
        using var thumbnail = new VipsOperation("thumbnail_image", "width=64,height=64").With("in", image).Build();
        using var small = thumbnail.Image();
        Encode(small, PictureFormat.Jpeg);
    }

    private static string Loader(byte* data, int length) => Marshal.PtrToStringUTF8(Vips.FindLoader(data, (nuint)length)) ?? throw VipsException.Last();

    /// <summary>Width and height as seen, and the frames, from the file's head.</summary>
    private static (int Width, int Height, int Frames) Header(byte* data, int length)
    {
        using var load = new VipsOperation(Loader(data, length)).With("buffer", data, length).Build();
        using var image = load.Image();
        var (width, height) = image.Upright;
        return (width, height, image.Pages);
    }

    private static byte[] Render(Job job, byte* data, int length, int width, int height)
    {
        var ratio = job.Ratio ?? (double)width / height;
        // The largest part of that ratio, then its scale; never enlarged.
        var (partWidth, partHeight) = width > height * ratio ? (height * ratio, (double)height) : (width, width / ratio);
        var scale = Math.Min(1, job.Width / partWidth);
        var (outWidth, outHeight) = (Whole(partWidth * scale), Whole(partHeight * scale));
        var (allWidth, allHeight) = (Math.Max(outWidth, Whole(width * scale)), Math.Max(outHeight, Whole(height * scale)));
        using var all = Thumbnail(data, length, string.Create(CultureInfo.InvariantCulture, $"width={allWidth},height={allHeight},size=force"));
        if ((allWidth, allHeight) == (outWidth, outHeight))
            return Encode(all, job.Format);
        var (left, top) = (Inside(job.FocusX, allWidth, outWidth), Inside(job.FocusY, allHeight, outHeight));
        using var cut = new VipsOperation("extract_area", string.Create(CultureInfo.InvariantCulture, $"left={left},top={top},width={outWidth},height={outHeight}")).With("input", all).Build();
        using var part = cut.Image();
        return Encode(part, job.Format);
    }

    private static int Whole(double length) => Math.Max(1, (int)Math.Round(length));

    /// <summary>Where a part begins so that the focus stands in its middle as far as the picture reaches.</summary>
    private static int Inside(double focus, int all, int part) => Math.Clamp((int)Math.Round((focus * all) - (part / 2.0)), 0, all - part);

    /// <summary>Turned as EXIF asks, in sRGB. The JPEG decoder itself reads smaller where that is enough.</summary>
    private static VipsImage Thumbnail(byte* data, int length, string options)
    {
        using var thumbnail = new VipsOperation("thumbnail_buffer", options + ",output-profile=srgb").With("buffer", data, length).Build();
        return thumbnail.Image();
    }

    private static byte[] Encode(VipsImage image, PictureFormat format)
    {
        // keep=none: no place, no camera, no names; the colours are sRGB by now and need no profile.
        var (saver, options) = format switch
        {
            PictureFormat.Avif => ("heifsave_buffer", "Q=55,effort=2,compression=av1,keep=none"),
            PictureFormat.Webp => ("webpsave_buffer", "Q=78,effort=3,keep=none"),
            _ => ("jpegsave_buffer", "Q=80,optimize-coding=true,interlace=true,background=255 255 255,keep=none"),
        };
        using var save = new VipsOperation(saver, options).With("in", image).Build();
        return save.Bytes();
    }
}
