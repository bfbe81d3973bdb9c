using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Search.Evaluation;

/// <summary>One alternative of what is wanted: a document fits it when all its conditions hold.</summary>
/// <param name="Conditions">Key → accepted values: <c>type</c>, <c>path</c>, <c>park</c>, <c>sector</c>, <c>district</c>, <c>name</c>, <c>any</c> or a property alias.</param>
/// <param name="Grade">1 to 3; 3 is best.</param>
internal sealed record Wanted(IReadOnlyList<(string Key, IReadOnlyList<string> Values)> Conditions, int Grade);

/// <summary>A query with what it should bring.</summary>
/// <param name="Tune">In the half that may be looked at while the search is worked on; the other half only tells.</param>
internal sealed record Judgement(string Query, string Class, string Culture, IReadOnlyList<Wanted> Want, bool Tune)
{
    /// <exception cref="FormatException">Names the line.</exception>
    public static List<Judgement> Read(string file)
    {
        using var text = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(text);
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>().Select(One)];
    }

    private static Judgement One(YamlMappingNode node)
    {
        try
        {
            var want = (YamlSequenceNode)node["want"];
            // Queries for the same thing, spelled in several ways, stay in one half: otherwise the other half would leak.
            var signature = SHA256.HashData(Encoding.UTF8.GetBytes(want.ToString()));
            return new Judgement(Text(node["q"]), Text(node["class"]), Text(node["culture"]), [.. want.Cast<YamlMappingNode>().Select(Line)], signature[0] % 2 == 0);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidCastException or FormatException)
        {
            throw new FormatException($"Line {node.Start.Line}: a judgement has q, class, culture and a list want. {e.Message}", e);
        }
    }

    private static Wanted Line(YamlMappingNode node)
    {
        var grade = node.Children.TryGetValue("grade", out var number) ? int.Parse(Text(number), System.Globalization.CultureInfo.InvariantCulture) : 1;
        var conditions = node.Children.Where(c => Text(c.Key) != "grade").Select(c => (Text(c.Key), c.Value is YamlSequenceNode many ? many.Select(Text).ToList() : (IReadOnlyList<string>)[Text(c.Value)]));
        return new Wanted(conditions.ToList(), grade);
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
