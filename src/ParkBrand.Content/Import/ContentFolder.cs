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
    private readonly HashSet<string> unread = [];

    /// <summary>Files in an order in which parents come before their children.</summary>
    public IEnumerable<ContentFile> ParentsFirst =>
        Files.Values.OrderBy(f => f.Key.Count(c => c == '/')).ThenBy(f => f.Sort ?? 0).ThenBy(f => f.Key, StringComparer.Ordinal);

    public static ContentFolder Read(ContentSchema schema, string folder)
    {
        var problems = new ConcurrentBag<FileProblem>();
        var files = new ConcurrentBag<ContentFile>();
        Parallel.ForEach(Names(folder, problems), name =>
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
        result.unread.UnionWith(result.Problems.Select(p => KeyOf(p.File)));
        result.Join(schema, folder, files.OrderBy(f => f.File, StringComparer.Ordinal));
        return result;
    }

    /// <summary>Question sets that the assistant is judged by; they are kept beside the content they are about, and are none.</summary>
    private const string Judged = "evaluation/";

    private static List<string> Names(string folder, ConcurrentBag<FileProblem> problems)
    {
        // A folder that cannot be looked into is a problem, not a city with fewer documents.
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };
        try
        {
            return Directory.EnumerateFiles(folder, "*", all)
                .Where(f => Endings.Contains(Path.GetExtension(f)))
                .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
                .Where(f => !f.StartsWith(Judged, StringComparison.Ordinal)).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new FileProblem(".", 0, $"cannot be read: {e.Message}"));
            return [];
        }
    }

    private void Join(ContentSchema schema, string folder, IEnumerable<ContentFile> files)
    {
        foreach (var file in files)
            if (!Files.TryAdd(file.Key, file))
                Problems.Add(new FileProblem(file.File, 0, $"stands beside {Files[file.Key].File}; a document has one file"));
        foreach (var twice in Files.Values.GroupBy(f => f.Id).Where(g => g.Count() > 1))
            Problems.AddRange(twice.Skip(1).Select(f => new FileProblem(f.File, f.LineOf("", "id"), $"has the same id as {twice.First().File}")));
        foreach (var file in Files.Values)
        {
            Place(schema, file);
            foreach (var use in file.Media)
                Use(schema, folder, file, use);
        }
    }

    /// <summary>Finds a file's parent: the nearest document above it that its folder and type fit to.</summary>
    private void Place(ContentSchema schema, ContentFile file)
    {
        var parts = file.Key.Split('/');
        var above = Enumerable.Range(0, parts.Length).Reverse().Where(d => d == 0 || Knows(string.Join('/', parts[..d]))).ToList();
        var depth = above.FindIndex(d => Fits(file, parts, d)) is var fit and >= 0 ? above[fit] : above[0];
        var parent = depth > 0 ? string.Join('/', parts[..depth]) : null;
        var (between, folder) = (string.Join('/', parts[depth..^1]), file.Type.Folder ?? "");
        if (parent is not null && unread.Contains(parent))
            Problems.Add(new FileProblem(file.File, 0, $"was left out, because its parent {parent} has mistakes"));
        else if (parent is null && between.Length > 0 && between != folder)
            Problems.Add(new FileProblem(file.File, 0, $"has no parent: there is no document for {parts[0]}"));
        else if (parent is null ? !file.Type.AllowedAtRoot : !Files[parent].Type.AllowedChildren.Contains(file.Type.Alias))
            Problems.Add(new FileProblem(file.File, 0, parent is null ? $"a {file.Type.Alias} cannot stand at the root" : $"a {file.Type.Alias} cannot stand below a {Files[parent].Type.Alias}"));
        else if (between != folder)
            Problems.Add(new FileProblem(file.File, 0, folder.Length > 0
                ? $"a {file.Type.Alias} belongs into the folder {folder}/{(parent is null ? "" : " of its parent")}"
                : $"a {file.Type.Alias} belongs directly below its parent, not into {between}/"));
        else
            file.ParentKey = parent;
    }

    private bool Knows(string key) => Files.ContainsKey(key) || unread.Contains(key);

    private bool Fits(ContentFile file, string[] parts, int depth)
    {
        if (string.Join('/', parts[depth..^1]) != (file.Type.Folder ?? ""))
            return false;
        if (depth == 0)
            return file.Type.AllowedAtRoot;
        return !Files.TryGetValue(string.Join('/', parts[..depth]), out var parent) || parent.Type.AllowedChildren.Contains(file.Type.Alias);
    }

    private static string KeyOf(string file) => file[..file.LastIndexOf('.')];

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
