using Microsoft.Extensions.AI;
using ParkBrand.Search.Matching;

namespace ParkBrand.Assistant.Tools;

internal sealed class MatchTool(Desk desk) : SiteTool("match", "Finds the parks, and the space in them, that meet needs. Needs are hard unless named in 'prefer'. Returns how many meet all, the best 5 with what they have, and the 3 nearest of those ruled out with what they miss.", $$"""
    { "type": "object", "additionalProperties": false, "required": ["needs"], "properties": {
      "needs": { "type": "object", "description": "Numbers are plain: area in m2, rail and airport in minutes, rentMax in yuan/m2/month, floorLoad in t/m2, power in kVA. Known: {{string.Join(", ", NeedField.All.Select(f => f.Name))}}." },
      "prefer": { "type": "array", "maxItems": 10, "items": { "type": "string" } } } }
    """)
{
    private const int Most = 5, MostOut = 3, MostNeeds = 20;

    protected override object Answer(AIFunctionArguments given)
    {
        var reader = new NeedsReader(desk.Snapshot);
        var needs = reader.Read(Pairs(given, "needs", MostNeeds).Where(p => p.Key != Needs.Wish).Concat(Texts(given, "prefer", 10).Select(p => KeyValuePair.Create(Needs.Wish, p))));
        var result = Matcher.Match(desk.Snapshot, desk.Culture, needs, desk.Day);
        return desk.Counted(result.Matches.Count, new
        {
            meetAll = result.Matches.Count,
            notUnderstood = reader.Problems.Select(p => new { p.Parameter, p.Mistake }).ToList(),
            matches = result.Matches.Take(Most).SelectMany(m => new[] { Park(m.Park, m.Reasons, "niche", "district"), m.Unit is null ? null : Park(m.Unit, m.Reasons, "kind", "areaMax", "rent", "availableFrom") }).OfType<object>().ToList(),
            ruledOut = result.Eliminated.Take(MostOut).Select(e => Park(e.Park, e.Failed)).OfType<object>().ToList(),
        });
    }

    private object? Park(Content.Snapshots.PublishedDocument document, IEnumerable<Finding> findings, params string[] also) =>
        !desk.Sees(document) ? null : desk.Told(document, findings.Where(f => f.Document?.Id == document.Id).Select(f => f.Need.Field.Alias).Concat(also));
}
