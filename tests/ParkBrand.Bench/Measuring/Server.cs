using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ParkBrand.Bench.Measuring;

/// <summary>A server in its own process, on a free loopback port.</summary>
internal sealed class Server : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Child child;

    private Server(Child child, string url) => (this.child, Url) = (child, url);

    public string Url { get; }

    /// <summary>From the start of the process to the first page with status 200.</summary>
    public TimeSpan FirstPage { get; private set; }

    public static Task<Server> Site(BenchOptions options, City city, params (string Name, string Value)[] environment) => Site(options, city, null, [], environment);

    /// <param name="processors">The only ones that it may use, as taskset(1) writes them; null for all.</param>
    public static Task<Server> SiteOn(string? processors, BenchOptions options, City city) => Site(options, city, processors, [], []);

    /// <summary>As behind a proxy on this machine, which says who asks.</summary>
    public static Task<Server> Behind(BenchOptions options, City city, params (string Name, string Value)[] environment) => Site(options, city, null, ["--trusted-proxies", "127.0.0.1"], environment);

    private static Task<Server> Site(BenchOptions options, City city, string? processors, string[] more, (string, string)[] environment) => Start(
        processors, options.Program, url => ["serve", "--urls", url, "--data", city.Data, "--schema", Path.Combine(options.Root, "umbraco.json"), "--assistant-limit", "0", .. more], environment);

    /// <summary>A part of this executable, such as the yardstick.</summary>
    public static Task<Server> Own(string mode, params string[] rest) => Start(null, Environment.ProcessPath!, url => [mode, url, .. rest], []);

    private static async Task<Server> Start(string? processors, string program, Func<string, IEnumerable<string>> arguments, (string, string)[] environment)
    {
        var url = FreeUrl();
        using var http = new HttpClient();
        var clock = Stopwatch.StartNew();
        var server = new Server(Child.Start(processors, program, arguments(url), Path.GetTempPath(), environment), url);
        while (clock.Elapsed < Patience)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(url + "/"));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    server.FirstPage = clock.Elapsed;
                    return server;
                }
            }
            catch (HttpRequestException) when (!server.child.HasExited)
            {
                await Task.Delay(5);
                continue;
            }
            catch (HttpRequestException)
            {
            }

            var complaint = server.child.HasExited ? await server.child.Complaint() : "its first page was not 200";
            server.Dispose();
            throw new MeasurementException($"{Path.GetFileName(program)} did not serve: {complaint}");
        }

        server.Dispose();
        throw new MeasurementException($"{Path.GetFileName(program)} served no page within {Patience.TotalSeconds:0} s");
    }

    public static string FreeUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>MB, as the kernel counts it.</summary>
    public double ResidentMemory() => Status(child.Id, "VmRSS:") / 1024;

    /// <summary>MB that each process of the server's own making has held at most.</summary>
    public IReadOnlyList<double> ChildrensPeak() =>
        [.. Directory.EnumerateDirectories($"/proc/{child.Id}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => Status(int.Parse(id, CultureInfo.InvariantCulture), "VmHWM:") / 1024)];

    private static double Status(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Seconds of processor time so far, which other work on the machine disturbs far less than elapsed time.</summary>
    public double ProcessorTime()
    {
        // proc(5): utime and stime are the 14th and 15th field, in hundredths of a second; the name before them may hold spaces.
        var fields = File.ReadAllText($"/proc/{child.Id}/stat").Split(") ")[^1].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / 100;
    }

    public void Dispose() => child.Dispose();
}
