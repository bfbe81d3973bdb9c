using System.Diagnostics;
using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Disk;

/// <summary>A small file system of its own below a test's folder. Needs root and the right to mount; without, the test says so and is skipped.</summary>
internal sealed class Mount : IAsyncDisposable
{
    private const string NeedsRoot = "Needs the right to mount file systems (root with CAP_SYS_ADMIN), to make a disk that is full or read-only: ";
    private readonly string path;
    private string? ballast;

    private Mount(string path) => this.path = path;

    /// <summary>A disk in memory that holds <paramref name="megabytes"/>.</summary>
    public static async Task<Mount> Small(string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        await MustBeAllowed("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", path);
        return new Mount(path);
    }

    /// <summary>A disk in a file, which can fail under way as real ones do: Linux then makes it read-only although files are open.</summary>
    public static async Task<Mount> Failing(TestFolder folder, string path, int megabytes)
    {
        Directory.CreateDirectory(path);
        var image = folder.In("disk.img");
        await using (var file = File.Create(image))
            file.SetLength(megabytes * 1024L * 1024);
        await MustBeAllowed("mkfs.ext4", "-q", image);
        return await Again(folder, path);
    }

    public static async Task<Mount> Again(TestFolder folder, string path)
    {
        await MustBeAllowed("mount", "-o", "loop,errors=remount-ro", folder.In("disk.img"), path);
        return new Mount(path);
    }

    /// <summary>Takes all the space that is left.</summary>
    public void Fill()
    {
        ballast = Path.Combine(path, "ballast");
        using var file = new FileStream(ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var size = 1 << 20;
        while (size > 0)
            try
            {
                file.Write(new byte[size]);
            }
            catch (IOException)
            {
                size /= 2;
            }
    }

    /// <summary>Gives back a little of what <see cref="Fill"/> took.</summary>
    public void Leave(int kilobytes)
    {
        using var file = new FileStream(ballast!, FileMode.Open);
        file.SetLength(file.Length - (kilobytes * 1024L));
    }

    public Task Grow(int megabytes) => MustBeAllowed("mount", "-o", $"remount,size={megabytes}m", path);

    public void Empty() => File.Delete(ballast!);

    public Task ReadOnly() => MustBeAllowed("mount", "-o", "remount,ro", path);
    public Task Writable() => MustBeAllowed("mount", "-o", "remount,rw", path);

    /// <summary>Lets the kernel find an error on the disk.</summary>
    public async Task Fail()
    {
        var device = Path.GetFileName((await Output("findmnt", "-no", "SOURCE", path)).Trim());
        var trigger = $"/sys/fs/ext4/{device}/trigger_fs_error";
        Assert.SkipUnless(File.Exists(trigger), $"The kernel cannot be asked for a disk error here: there is no {trigger}.");
        try
        {
            await File.WriteAllTextAsync(trigger, "1");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip($"The kernel does not let itself be asked for a disk error here: {e.Message}");
        }
    }

    private static async Task MustBeAllowed(string program, params string[] args)
    {
        Child child;
        try
        {
            child = Child.Program(program, "/", args);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Assert.Skip(NeedsRoot + e.Message);
            throw;
        }

        await using (child)
            if (await child.End() != 0)
                Assert.Skip(NeedsRoot + $"{program} {string.Join(' ', args)} said: {child.Error}");
    }

    private static async Task<string> Output(string program, params string[] args)
    {
        await using var child = Child.Program(program, "/", args);
        await child.End();
        return child.Out;
    }

    public async ValueTask DisposeAsync()
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Child.Patience; await Task.Delay(50))
        {
            await using (var child = Child.Program("umount", "/", path))
                if (await child.End() == 0)
                    return;
            // A service that was slow to stop may have given back a connection after its pool was emptied. Only then: a
            // connection of another test that comes back in this very moment would stay open in a pool that is no more.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        }
    }
}
