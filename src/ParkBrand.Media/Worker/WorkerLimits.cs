using System.Globalization;
using System.Runtime.InteropServices;

namespace ParkBrand.Media.Worker;

/// <summary>What the worker takes from itself before it sees the first picture; the kernel does not give it back.</summary>
internal static partial class WorkerLimits
{
    private const int FileSize = 1, CoreSize = 4, AddressSpace = 9; // linux/resource.h

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft, Hard;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    /// <param name="memory">Bytes of address space beyond what the runtime has reserved already.</param>
    public static void Apply(long memory)
    {
        var reserved = long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[0], CultureInfo.InvariantCulture) * Environment.SystemPageSize;
        Set(AddressSpace, (ulong)(reserved + memory));
        Set(FileSize, 0); // it answers through a pipe and writes no file, not even a temporary one
        Set(CoreSize, 0);
        try
        {
            // When the machine runs out of memory, this process is the one to go, never the site.
            File.WriteAllText("/proc/self/oom_score_adj", "1000");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Containers may forbid it; the address space is bounded all the same.
        }
    }

    private static void Set(int resource, ulong bytes)
    {
        if (SetLimit(resource, new Limit { Soft = bytes, Hard = bytes }) != 0)
            throw new InvalidOperationException($"The limit {resource} cannot be set: {Marshal.GetLastPInvokeErrorMessage()}.");
    }
}
