using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Content.Import;

/// <summary>
/// The words of a file that are not properties (type, slug, publish …), at its top or in a culture. A word that is there
/// but makes no sense is a problem: <c>publish: no</c> must not publish.
/// </summary>
internal sealed class FileWords(string file, YamlMappingNode map, int lineOffset, string prefix, List<FileProblem> problems)
{
    public static readonly IReadOnlySet<string> OfFile = new HashSet<string> { "type", "id", "slug", "sort", "publish" };
    public static readonly IReadOnlySet<string> OfCulture = new HashSet<string> { "name", "publish" };

    public string? Text(string word)
    {
        if (!map.Children.TryGetValue(new YamlScalarNode(word), out var node))
            return null;
        if (node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text))
            return text;
        Problem(word, "must be a text that is not empty");
        return null;
    }

    public Guid? Id()
    {
        if (Text("id") is not { } text)
            return null;
        if (Guid.TryParse(text, out var id))
            return id;
        Problem("id", $"'{text}' is not a UUID");
        return null;
    }

    public int? Sort()
    {
        if (Text("sort") is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var sort))
            return sort;
        Problem("sort", $"'{text}' is not a whole number");
        return null;
    }

    public bool Publish()
    {
        var text = Text("publish");
        if (text is not (null or "true" or "false"))
            Problem("publish", "must be true or false");
        return text != "false";
    }

    /// <summary>Where a word stands; <paramref name="otherwise"/> when it does not.</summary>
    public int Line(string word, int otherwise) =>
        map.Children.Keys.FirstOrDefault(k => k is YamlScalarNode { Value: { } w } && w == word) is { } key ? (int)key.Start.Line + lineOffset : otherwise;

    public void Problem(string word, string message, int otherwise = 1) => problems.Add(new FileProblem(file, Line(word, otherwise), $"{prefix}{word}: {message}"));
}
