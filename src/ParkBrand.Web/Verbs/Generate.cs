using System.Globalization;
using ParkBrand.Content.Storage;
using ParkBrand.Web.Generation;

namespace ParkBrand.Web.Verbs;

/// <summary>Writes a made-up city of any size from the real one, for measuring. The same number gives the same files.</summary>
internal static class Generate
{
    private const int Most = 1_000_000;

    public static Task<int> Run(string[] args) => Task.FromResult(Options.Parse(args, ["--documents", "--out", "--content", "--schema", "--data"]) is { } options ? Into(options) : 2);

    private static int Into(Options options)
    {
        if (!int.TryParse(options["--documents"], NumberStyles.None, CultureInfo.InvariantCulture, out var documents) || documents is < 1 or > Most)
            return Refuse($"Say how many documents: --documents N, between 1 and {Most}.");
        if (options["--out"] is not { } folder)
            return Refuse("Say where to write: --out DIR");
        try
        {
            var written = MadeUpCity.Write(options.ContentFolder, Path.GetFullPath(folder), documents);
            Console.WriteLine($"{written} documents written to {folder}. Import them with: parkbrand import --content {folder} --data DIR");
            return 0;
        }
        catch (StorageException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 2;
    }
}
