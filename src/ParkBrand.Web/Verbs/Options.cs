namespace ParkBrand.Web.Verbs;

/// <summary>The options of one verb. An unknown option is an error, not something to be passed over.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string?> given = [];

    private Options()
    {
    }

    /// <summary>Says what is wrong on standard error and returns null when the options do not fit.</summary>
    public static Options? Parse(string[] args, string[] values, string[]? flags = null)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            var (name, inline) = args[i].IndexOf('=') is var at && at > 0 ? (args[i][..at], args[i][(at + 1)..]) : (args[i], null);
            if (flags?.Contains(name) == true && inline is null)
                options.given[name] = null;
            else if (!values.Contains(name))
                return Refuse($"The option {args[i]} is not known here. Known are: {string.Join(", ", values.Concat(flags ?? []))}.");
            else if ((inline ?? ValueAt(args, ++i)) is { } value && !string.IsNullOrWhiteSpace(value))
                options.given[name] = value;
            else
                return Refuse($"The option {name} needs a value.");
        }

        return options;
    }

    /// <summary>“--data --dry-run” must not become a folder of that name and an import in earnest.</summary>
    private static string? ValueAt(string[] args, int i) => i < args.Length && !args[i].StartsWith("--", StringComparison.Ordinal) ? args[i] : null;

    public bool Has(string name) => given.ContainsKey(name);
    public string? this[string name] => given.GetValueOrDefault(name);
    public string DataFolder => Path.GetFullPath(this["--data"] ?? "data");
    public string SchemaFile => Path.GetFullPath(this["--schema"] ?? "umbraco.json");
    public string ContentFolder => Path.GetFullPath(this["--content"] ?? "content");

    private static Options? Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return null;
    }
}
