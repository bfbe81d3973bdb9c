using Microsoft.Extensions.AI;

namespace ParkBrand.Assistant.Tools;

internal sealed class VacanciesTool(Desk desk) : SiteTool("list_vacancies", "Lists the space that is on offer, in one park or in all, largest first, at most 8.", """
    { "type": "object", "additionalProperties": false, "properties": {
      "park": { "type": "string", "maxLength": 100, "description": "id of a park, like parks/robotics-park" },
      "kind": { "type": "string", "maxLength": 30 },
      "areaMin": { "type": "number" } } }
    """)
{
    private const int Most = 8;
    private static readonly string[] Told = ["kind", "areaMin", "areaMax", "floor", "floorLoad", "clearHeight", "rent", "availableFrom", "tenure"];

    protected override object Answer(AIFunctionArguments given)
    {
        var park = Text(given, "park") is { } id ? desk.Existing(id, "park") : null;
        var kind = Text(given, "kind");
        var least = decimal.TryParse(Text(given, "areaMin"), System.Globalization.CultureInfo.InvariantCulture, out var area) ? area : 0;
        var spaces = desk.Snapshot.OfType("space", desk.Culture).Where(s => s.Path is not null && desk.Sees(s) && (park is null || s.ParentId == park.Id))
            .Select(s => (Document: s, Values: desk.Sources.Values(s)))
            .Where(s => (kind is null || s.Values.Text("kind") == kind) && (s.Values.Number("areaMax") ?? 0) >= least)
            .OrderByDescending(s => s.Values.Number("areaMax")).ToList();
        return desk.Counted(spaces.Count, new { count = spaces.Count, spaces = spaces.Take(Most).Select(s => desk.Told(s.Document, Told)).ToList() });
    }
}
