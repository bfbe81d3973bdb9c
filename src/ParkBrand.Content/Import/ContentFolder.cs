using System.Collections.Concurrent;
using System.Text;
using ParkBrand.Content.Schema;

namespace ParkBrand.Content.Import;

/// <summary>All files of a content folder, read and checked as far as that goes without the store.</summary>
internal sealed class ContentFolder
{
    private static readonly string[] Endings = [".yaml", ".md"];

    public required Dictionary<string, ContentFile> Files { get; init; }
    public required Dictionary<string, MediaFile> Media { get; init; }
    public required List<FileProblem> Problems { get; init; }

    /// <summary>Files in an order in which parents come before their children.</summary>
    public IEnumerable<ContentFile> ParentsFirst =>
        Files.Values.OrderBy(f => f.Key.Count(c => c == '/')).ThenBy(f => f.Sort ?? 0).ThenBy(f => f.Key, StringComparer.Ordinal);

    public static ContentFolder Read(ContentSchema schema, string folder)
    {
        var problems = new ConcurrentBag<FileProblem>();
        var files = new ConcurrentBag<ContentFile>();
        Parallel.ForEach(Names(folder), name =>
        {
            var own = new List<FileProblem>();
            try
            {
                if (new ContentFileReader(schema).Read(name, File.ReadAllText(Path.Combine(folder, name), new UTF8Encoding(false, true)), own) is { } file)
                    files.Add(file);
            }
            catch (DecoderFallbackException)
            {
                own.Add(new FileProblem(name, 0, "is not UTF-8; save it as UTF-8"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                own.Add(new FileProblem(name, 0, $"cannot be read: {e.Message}"));
            }

            own.ForEach(problems.Add);
        });
        var result = new ContentFolder { Files = [], Media = [], Problems = [.. problems] };
        result.Join(schema, folder, files.OrderBy(f => f.File, StringComparer.Ordinal));
        return result;
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .Where(f => Endings.Contains(Path.GetExtension(f)))
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'));

    private void Join(ContentSchema schema, string folder, IEnumerable<ContentFile> files)
    {
        foreach (var file in files)
            if (!Files.TryAdd(file.Key, file))
                Problems.Add(new FileProblem(file.File, 0, $"stands beside {Files[file.Key].File}; a document has one file"));
        foreach (var twice in Files.Values.GroupBy(f => f.Id).Where(g => g.Count() > 1))
            Problems.AddRange(twice.Skip(1).Select(f => new FileProblem(f.File, 1, $"has the same id as {twice.First().File}")));
        foreach (var file in Files.Values)
        {
            Place(schema, file);
            foreach (var use in file.Media)
                Use(schema, folder, file, use);
        }
    }

    private void Place(ContentSchema schema, ContentFile file)
    {
        var parts = file.Key.Split('/');
        var depth = parts.Length - 1;
        while (depth > 0 && !Files.ContainsKey(string.Join('/', parts[..depth])))
            depth--;
        file.ParentKey = depth > 0 ? string.Join('/', parts[..depth]) : null;
        var between = string.Join('/', parts[depth..^1]);
        if (between != (file.Type.Folder ?? "") && (depth > 0 || parts.Length == 1))
            Problems.Add(new FileProblem(file.File, 0, file.Type.Folder is { } expected
                ? $"a {file.Type.Alias} belongs into the folder {expected}/ of its parent"
                : $"a {file.Type.Alias} belongs directly below its parent, not into {between}/"));
        if (depth == 0 && parts.Length > 1)
        {
            Problems.Add(new FileProblem(file.File, 0, $"has no parent: there is no document for {parts[0]}"));
            return;
        }

        if (file.ParentKey is { } parent ? !Files[parent].Type.AllowedChildren.Contains(file.Type.Alias) : !file.Type.AllowedAtRoot)
            Problems.Add(new FileProblem(file.File, 0, file.ParentKey is null
                ? $"a {file.Type.Alias} cannot stand at the root"
                : $"a {file.Type.Alias} cannot stand below a {Files[file.ParentKey].Type.Alias}"));
    }

    private void Use(ContentSchema schema, string folder, ContentFile file, MediaUse use)
    {
        if (Media.TryGetValue(use.File, out var known))
        {
            if (!known.Alt.OrderBy(a => a.Key, StringComparer.Ordinal).SequenceEqual(use.Alt.OrderBy(a => a.Key, StringComparer.Ordinal)))
                Problems.Add(file.Problem(use.Culture, use.Path, $"gives {use.File} another alt text than {known.FirstUse}"));
            return;
        }

        var read = MediaFile.Read(schema, Path.Combine(folder, use.File), use, file.File);
        if (read.Problem is { } problem)
            Problems.Add(file.Problem(use.Culture, use.Path, problem));
        else
            Media[use.File] = read.File!;
    }
}
