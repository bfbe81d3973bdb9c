using Microsoft.Extensions.AI;
using ParkBrand.Search;

namespace ParkBrand.Assistant.Tools;

internal sealed class SearchTool(Desk desk) : SiteTool("search", "Finds published documents by words. Returns at most 5, best first, each with facts that are numbered for citing.", """
    { "type": "object", "additionalProperties": false, "required": ["query"], "properties": {
      "query": { "type": "string", "maxLength": 100 },
      "type": { "type": "string", "enum": ["park", "space", "job", "resource", "policy", "financeProduct", "contactPoint", "feature"] } } }
    """)
{
    private const int Most = 5, FactsEach = 6;

    protected override object Answer(AIFunctionArguments given)
    {
        var request = new SearchRequest(Needed(given, "query"), desk.Culture, desk.Day) { Take = Most, Marked = false };
        if (Text(given, "type") is { } type)
            request = request with { Filters = new Dictionary<string, IReadOnlyCollection<string>> { ["type"] = [type] } };
        var found = desk.Search.Search(request, desk.Snapshot);
        if (!found.Ready)
            throw new FormatException("The search index is being made. Ask again in some seconds; the other tools answer already.");
        return new { found = found.Items.Where(h => h.Document.Path is not null && desk.Sees(h.Document)).Select(h => desk.Told(h.Document, Desk.Facts(h.Document).Take(FactsEach))).ToList() };
    }
}
