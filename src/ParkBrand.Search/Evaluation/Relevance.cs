using System.Globalization;
using ParkBrand.Content.Snapshots;
using ParkBrand.Search.Indexing;

namespace ParkBrand.Search.Evaluation;

/// <summary>Which documents a judgement wants, by their attributes.</summary>
internal sealed class Relevance(Snapshot snapshot)
{
    /// <summary>Document → grade.</summary>
    public Dictionary<Guid, int> Of(Judgement judgement)
    {
        var grades = new Dictionary<Guid, int>();
        foreach (var type in snapshot.Schema.DocumentTypes.Keys)
            foreach (var document in snapshot.OfType(type).Where(d => d.Path is not null))
                foreach (var wanted in judgement.Want.Where(w => w.Grade > grades.GetValueOrDefault(document.Id) && w.Conditions.All(c => Holds(document, c.Key, c.Values))))
                    grades[document.Id] = wanted.Grade;
        return grades;
    }

    private bool Holds(PublishedDocument document, string key, IReadOnlyList<string> wanted)
    {
        var values = Values(document, key).ToList();
        return wanted.Any(w => values.Exists(v => Fits(v, w)));
    }

    private static bool Fits(object value, string wanted)
    {
        if (wanted.StartsWith('~'))
            return Text(value).Contains(wanted[1..], StringComparison.OrdinalIgnoreCase);
        var sign = wanted.StartsWith(">=", StringComparison.Ordinal) || wanted.StartsWith("<=", StringComparison.Ordinal) ? wanted[..2] : wanted is ['>' or '<', ..] ? wanted[..1] : "";
        if (sign.Length > 0 && decimal.TryParse(wanted[sign.Length..].Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var bound))
            return value is decimal number && sign switch { ">=" => number >= bound, "<=" => number <= bound, ">" => number > bound, _ => number < bound };
        return value switch
        {
            bool flag => wanted == (flag ? "true" : "false"),
            decimal exact => decimal.TryParse(wanted, NumberStyles.Number, CultureInfo.InvariantCulture, out var same) && exact == same,
            _ => Text(value) == wanted,
        };
    }

    private IEnumerable<object> Values(PublishedDocument document, string key)
    {
        var park = document.Type.Alias == "park" ? document : snapshot.Find(document.ParentId) is { Type.Alias: "park" } parent ? parent : null;
        switch (key)
        {
            case "type":
                return [document.Type.Alias];
            case "path":
                return [document.Path!];
            case "park":
                return park is null ? [] : [park.Slug];
            case "name":
                return Variants(document).Select(v => (object)v.Name);
            case "any":
                return [string.Join(' ', Variants(document).SelectMany(v => v.Values.Holder.Properties.Select(p => v.Values[p]).OfType<object>().Select(Text).Prepend(v.Name)))];
            default:
                var holder = key is "sector" or "district" && park is not null ? park : document;
                return holder.Type.Find(key) is { } property ? Variants(holder).Select(v => v.Values[property]).OfType<object>().SelectMany(Parts) : [];
        }
    }

    private IEnumerable<object> Parts(object value) => value switch
    {
        Guid id => snapshot.Find(id) is { } target ? [target.Slug] : [],
        Guid[] ids => ids.Select(i => snapshot.Find(i)).OfType<PublishedDocument>().Select(d => (object)d.Slug),
        string[] texts => texts,
        PublishedValues[] blocks => blocks.Select(b => (object)Text(b)),
        _ => [value],
    };

    private static string Text(object value) => value switch
    {
        string text => text,
        string[] texts => string.Join(' ', texts),
        PublishedValues block => string.Join(' ', block.Holder.Properties.Select(p => block[p]).OfType<object>().Select(Text)),
        PublishedValues[] blocks => string.Join(' ', blocks.Select(Text)),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private IEnumerable<PublishedVariant> Variants(PublishedDocument document) =>
        Enumerable.Range(0, snapshot.Schema.Languages.Count).Where(document.IsIn).Select(c => document.In(c, snapshot.Schema)!);
}
