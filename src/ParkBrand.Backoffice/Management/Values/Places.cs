namespace ParkBrand.Backoffice.Management.Values;

/// <summary>Where in an editor's request a stored property comes from, so that a problem appears on its field.</summary>
internal sealed class Places
{
    private readonly Dictionary<(string Culture, string Path), string> known = [];

    public static string Value(string alias, string? culture) => $"values[?(@.alias == '{alias}' && @.culture == {Quoted(culture)} && @.segment == null)].value";

    public static string Block(string key) => $"contentData[?(@.key == '{key}')]";

    public void Add(string culture, string path, string place) => known[(culture, path)] = place;

    /// <param name="path">As the content engine names it, e.g. <c>body[3].who</c>; the nearest known part of it counts.</param>
    public string Of(string culture, string path)
    {
        if (culture.Length > 0 && path is "$" or "name")
            return $"$.variants[?(@.culture == {Quoted(culture)} && @.segment == null)].name";
        for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOfAny(['.', '[']))])
            if (known.TryGetValue((culture, part), out var place))
                return place;
        return "$." + path;
    }

    private static string Quoted(string? culture) => string.IsNullOrEmpty(culture) ? "null" : $"'{culture}'";
}
