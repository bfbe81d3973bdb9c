using System.Diagnostics;

namespace ParkBrand.Bench.Measuring;

/// <param name="Data">The imported data folder.</param>
/// <param name="Imports">Seconds that each import took, process start included.</param>
internal sealed record City(string Name, int Documents, string Data, IReadOnlyList<double> Imports)
{
    public const string Home = "/", Park = "/parks/robotics-park", List = "/jobs", Feature = "/features/granary-seven-runs", Search = "/search", Finder = "/finder";

    /// <summary>What people come in by: these are weighed and looked at by Lighthouse too.</summary>
    public static IEnumerable<(string Name, string Path)> Doors => [.. Pages, ("search", Search), ("finder", Finder)];

    /// <summary>One page of each kind.</summary>
    public static IEnumerable<(string Name, string Path)> Pages => [("park", Park), ("home", Home), ("list", List), ("feature", Feature)];
}

/// <summary>Data folders to measure on, made by the program's own verbs.</summary>
internal sealed class Cities(BenchOptions options, WorkFolder work)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<City> Sample() => await Import("sample city", Path.Combine(options.Root, "content"), rounds: 1);

    public async Task<City> MadeUp(int documents, int rounds = BenchOptions.Rounds)
    {
        var content = work.In($"content-{documents}");
        await Verb("generate", "--documents", $"{documents}", "--out", content, "--content", Path.Combine(options.Root, "content"));
        return await Import($"{documents / 1000} k", content, rounds);
    }

    public async Task<City> Import(string name, string content, int rounds)
    {
        var seconds = new List<double>();
        var documents = Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories).Count(f => Path.GetExtension(f) is ".yaml" or ".md" && !f.Contains("/evaluation/", StringComparison.Ordinal));
        string data;
        do
        {
            data = work.In($"data-{documents}-{seconds.Count}");
            var clock = Stopwatch.StartNew();
            await Verb("import", "--data", data, "--content", content);
            seconds.Add(clock.Elapsed.TotalSeconds);
            Console.Error.WriteLine($"  imported {name}, {documents} documents, in {seconds[^1]:0.0} s");
            if (seconds.Count < rounds)
                Directory.Delete(data, recursive: true);
        }
        while (seconds.Count < rounds);
        return new City(name, documents, data, seconds);
    }

    private Task<string> Verb(string verb, params string[] arguments) =>
        Child.Run(options.Program, [verb, .. arguments, "--schema", Path.Combine(options.Root, "umbraco.json")], options.Root, Patience);
}
