using System.Text;
using ParkBrand.Content.Storage;

namespace ParkBrand.Web.Generation;

/// <summary>A city of any size: the real content files, and records made up from them for the same parks.</summary>
internal static class MadeUpCity
{
    // Out of 100 added documents; roughly the proportions of the real city.
    private const int Spaces = 25, Jobs = 45, Resources = 28;

    /// <returns>How many documents stand in the folder.</returns>
    /// <exception cref="StorageException">The real content is missing, or the folder is not empty or cannot be written.</exception>
    public static int Write(string content, string folder, int documents)
    {
        if (!Directory.Exists(content))
            throw new StorageException($"The content folder {content} does not exist.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new StorageException($"The folder {folder} is not empty. Name a new one, so that nothing else is mixed into the made-up city.");
        try
        {
            var real = Copy(content, folder);
            var maker = new RecordMaker(content);
            foreach (var park in maker.Parks)
                foreach (var kind in RecordMaker.Kinds)
                    Directory.CreateDirectory(Path.Combine(folder, "parks", park, kind));
            Parallel.For(0, Math.Max(0, documents - real), i =>
            {
                var (file, text) = Make(maker, i);
                File.WriteAllText(Path.Combine(folder, file), text, new UTF8Encoding(false));
            });
            return Math.Max(real, documents);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The made-up city cannot be written to {folder}: {e.Message}", e);
        }
    }

    private static (string File, string Text) Make(RecordMaker maker, int number) => (number * 37 % 100) switch
    {
        < Spaces => maker.Make("spaces", number),
        < Spaces + Jobs => maker.Make("jobs", number),
        < Spaces + Jobs + Resources => maker.Make("resources", number),
        _ => maker.MakeFeature(number),
    };

    private static int Copy(string from, string to)
    {
        var documents = 0;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (Path.GetRelativePath(from, file).StartsWith("evaluation", StringComparison.Ordinal))
                continue; // questions about the real one
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            if (Path.GetExtension(file) is ".yaml" or ".md")
                documents++;
        }

        return documents;
    }
}
