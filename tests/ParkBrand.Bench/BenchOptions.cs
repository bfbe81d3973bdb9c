using System.Globalization;

namespace ParkBrand.Bench;

/// <param name="Quick">The sample city only, without Lighthouse: about a minute.</param>
/// <param name="Documents">Size of the large city.</param>
/// <param name="Program">The published <c>parkbrand</c> executable.</param>
/// <param name="Root">The repository.</param>
/// <param name="Only">Rows to measure, such as P10; empty for all.</param>
internal sealed record BenchOptions(bool Quick, int Documents, string Program, string Root, IReadOnlyList<string> Only)
{
    /// <summary>Every figure is the median of this many runs.</summary>
    public const int Rounds = 3;
    public const int Publishes = 200;

    public TimeSpan Load => TimeSpan.FromSeconds(Quick ? 1 : 4);

    /// <summary>Tiered compilation needs thousands of requests and some seconds before code is as fast as it gets.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(Quick ? 4 : 12);

    public static BenchOptions? Parse(string[] args)
    {
        var options = new BenchOptions(false, 100_000, "", "", []);
        for (var i = 0; i < args.Length; i++)
            switch (args[i])
            {
                case "--quick":
                    options = options with { Quick = true };
                    break;
                case "--documents" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var documents) && documents is >= 1000 and <= 1_000_000:
                    options = options with { Documents = documents };
                    i++;
                    break;
                case "--only" when i + 1 < args.Length:
                    options = options with { Only = args[++i].ToUpperInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                case "--program" when i + 1 < args.Length:
                    options = options with { Program = args[++i] };
                    break;
                case "--root" when i + 1 < args.Length:
                    options = options with { Root = args[++i] };
                    break;
                default:
                    Console.Error.WriteLine("./bench [--quick] [--documents N] [--only P2,P10]     N from 1000 to 1000000, 100000 unless said");
                    return null;
            }

        return options;
    }
}
