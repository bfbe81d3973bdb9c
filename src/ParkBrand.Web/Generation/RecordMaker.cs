using System.Globalization;
using System.Text;

namespace ParkBrand.Web.Generation;

/// <summary>Makes up one record from two real ones: facts of the first with other numbers and dates, words of the second.</summary>
internal sealed class RecordMaker
{
    private const int Seed = 20261122;

    /// <summary>Kinds of record, by their folders below a park.</summary>
    public static readonly string[] Kinds = ["spaces", "jobs", "resources"];

    private readonly Dictionary<string, RealRecord[]> real;
    private readonly Dictionary<(string Kind, string Subject), RealRecord[]> alike;

    public RecordMaker(string content)
    {
        var parks = Path.Combine(content, "parks");
        Parks = Directory.EnumerateFiles(parks, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal).ToArray();
        real = Kinds.ToDictionary(kind => kind, kind => Read(Parks.Select(p => Path.Combine(parks, p, kind)), "*.yaml"));
        real["features"] = Read([Path.Combine(content, "features")], "*.md");
        alike = real.SelectMany(r => r.Value.GroupBy(record => (r.Key, record.Subject))).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public string[] Parks { get; }

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="number">Which record; the same number makes the same record.</param>
    public (string File, string Text) Make(string kind, int number)
    {
        var random = new Random(Seed + number);
        var facts = Pick(random, real[kind]);
        var words = Pick(random, alike[(kind, facts.Subject)]);
        var text = Facts(facts, new Variation(random));
        foreach (var culture in RealRecord.Cultures.Where(words.Fields.ContainsKey))
            Words(text, culture, words, name => kind == "jobs" ? name : Variation.Numbered(name, number));
        return ($"parks/{Parks[number % Parks.Length]}/{kind}/{words.Slug}-{number.ToString(CultureInfo.InvariantCulture)}.yaml", text.ToString());
    }

    public (string File, string Text) MakeFeature(int number)
    {
        var random = new Random(Seed + number);
        var facts = Pick(random, real["features"]);
        var words = Pick(random, alike[("features", facts.Subject)]);
        var text = Facts(facts, new Variation(random), ("parks", $" [parks/{Pick(random, Parks)}]")).Insert(0, "---\n");
        var cultures = RealRecord.Cultures.Where(c => words.Fields.ContainsKey(c) && words.Paragraphs.GetValueOrDefault(c)?.Count > 0).ToArray();
        foreach (var culture in cultures)
            Words(text, culture, words, name => Variation.Numbered(name, number));
        text.Append("---\n");
        foreach (var culture in cultures)
        {
            if (culture != RealRecord.Cultures[0])
                text.Append(CultureInfo.InvariantCulture, $"\n=== {culture} ===\n\n");
            text.AppendJoin("\n\n", words.Paragraphs[culture].OrderBy(_ => random.Next()).Take(3)).Append('\n');
        }

        return ($"features/{words.Slug}-{number.ToString(CultureInfo.InvariantCulture)}.md", text.ToString());
    }

    private static StringBuilder Facts(RealRecord record, Variation variation, (string Alias, string Text)? instead = null)
    {
        var text = new StringBuilder(1024);
        foreach (var (alias, value) in record.Fields[""])
            text.Append(alias).Append(':').Append(alias == instead?.Alias ? instead.Value.Text : variation.Of(alias, value)).Append('\n');
        return text;
    }

    private static void Words(StringBuilder text, string culture, RealRecord record, Func<string, string> rename)
    {
        text.Append(culture).Append(":\n");
        foreach (var (alias, value) in record.Fields[culture])
            text.Append("  ").Append(alias).Append(':').Append(alias == "name" ? rename(value) : value).Append('\n');
    }

    private static RealRecord[] Read(IEnumerable<string> folders, string pattern) => folders.Where(Directory.Exists)
        .SelectMany(f => Directory.EnumerateFiles(f, pattern).Order(StringComparer.Ordinal)).Select(RealRecord.Read).ToArray();

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
