using System.Diagnostics;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Runs the client's own tests: texts, hidden extensions, property editors.</summary>
public sealed class ClientScriptTests
{
    [Fact]
    public async Task The_tests_of_the_scripts_pass()
    {
        var folder = RepositoryRoot.File("src/ParkBrand.Backoffice/Client");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), "The npm packages of the client are not installed; tools/backoffice does.");
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", "tests/"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, output + await errors);
    }
}
