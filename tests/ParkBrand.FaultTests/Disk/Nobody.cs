using ParkBrand.FaultTests.Support;

namespace ParkBrand.FaultTests.Disk;

/// <summary>A user without any right of its own. Root may do everything, so missing rights can only be felt by somebody else.</summary>
internal static class Nobody
{
    private const string Id = "65534";

    public static void MustExist() => Assert.SkipUnless(Environment.IsPrivilegedProcess, "Needs root, to start the program as a user without rights.");

    public static async Task<Ended> Run(TestFolder folder, params string[] args)
    {
        await using var child = Child.Program("setpriv", folder.Path,
            ["--reuid", Id, "--regid", Id, "--clear-groups", "--", Child.Beside("parkbrand"), .. Cli.WithDefaults(folder, args)]);
        var code = await child.End();
        // Binaries in a folder of root's own, or a loader that is: nothing to do with what is tested.
        Assert.SkipWhen(code is 126 or 127 || child.Error.StartsWith("setpriv:", StringComparison.Ordinal) || child.Error.Contains("full path of the current executable", StringComparison.Ordinal), $"The program cannot be started without rights here: {child.Error}");
        return new Ended(code, child.Out, child.Error);
    }

    public static async Task Chmod(TestFolder folder, string mode, string path)
    {
        await using var child = Child.Program("chmod", folder.Path, mode, path);
        Assert.Equal(0, await child.End());
    }
}
