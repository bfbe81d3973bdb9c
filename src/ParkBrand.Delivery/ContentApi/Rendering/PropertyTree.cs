namespace ParkBrand.Delivery.ContentApi.Rendering;

/// <summary>What <c>expand</c> and <c>fields</c> name: <c>properties[cover,body[properties[image]]]</c>, <c>properties[$all]</c>.</summary>
internal sealed class PropertyTree
{
    public const int LongestText = 1000;
    private const int DeepestBrackets = 10;
    private const string All = "$all", Properties = "properties";
    public static readonly PropertyTree Everything = new("") { Items = { new(All) } }, Nothing = new("");
    private readonly string key;

    private PropertyTree(string key) => this.key = key;

    private List<PropertyTree> Items { get; } = [];

    public bool IsEmpty => Items.Count == 0;

    /// <summary>What is said of a property; null when it is not named.</summary>
    public PropertyTree? Of(string alias) =>
        Items.Find(i => i.key == All) ?? Items.Find(i => i.key == Properties)?.Items.Find(i => i.key == All || i.key == alias);

    /// <returns>The tree, or what is wrong with the text.</returns>
    public static (PropertyTree? Tree, string? Problem) Parse(string text)
    {
        if (text.Length > LongestText)
            return (null, $"at most {LongestText} characters");
        var root = new PropertyTree("");
        var at = 0;
        return List(text, ref at, root, 0) is { } problem ? (null, problem)
            : at < text.Length ? (null, $"a comma or the end at position {at + 1}")
            : (root, null);
    }

    private static string? List(string text, ref int at, PropertyTree into, int depth)
    {
        do
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '$' or '_' or '-'))
                at++;
            if (at == start)
                return $"the alias of a property, 'properties' or '$all' at position {start + 1}";
            var item = new PropertyTree(text[start..at]);
            into.Items.Add(item);
            if (at < text.Length && text[at] == '[' && Inside(text, ref at, item, depth + 1) is { } problem)
                return problem;
        }
        while (at < text.Length && text[at] == ',' && ++at > 0);
        return null;
    }

    private static string? Inside(string text, ref int at, PropertyTree item, int depth)
    {
        if (depth > DeepestBrackets)
            return $"at most {DeepestBrackets} brackets inside each other";
        at++;
        if (List(text, ref at, item, depth) is { } problem)
            return problem;
        if (at >= text.Length || text[at] != ']')
            return $"a closing bracket at position {at + 1}";
        at++;
        return null;
    }
}
