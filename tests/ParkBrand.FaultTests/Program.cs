using System.Globalization;
using System.Runtime.Versioning;
using ParkBrand.FaultTests.Kill;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

[assembly: SupportedOSPlatform("linux")] // signals, mounts, rights

// The same executable is the test run and, as "publish-loop", the process that a test kills.
return args switch
{
    [PublishLoop.Verb, var data, var seed] => await PublishLoop.Run(data, int.Parse(seed, CultureInfo.InvariantCulture)),
    _ when args.Contains("--server") => await TestPlatformTestFramework.RunAsync(args, (_, _) => { }),
    _ => await ConsoleRunner.Run(args),
};
