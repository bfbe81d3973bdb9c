using Microsoft.Extensions.AI;

namespace ParkBrand.Assistant.Tools;

internal sealed class CompareTool(Desk desk) : SiteTool("compare", "Puts two or three parks side by side.", """
    { "type": "object", "additionalProperties": false, "required": ["parks"], "properties": {
      "parks": { "type": "array", "minItems": 2, "maxItems": 3, "items": { "type": "string", "maxLength": 100 } } } }
    """)
{
    private static readonly string[] Compared = ["niche", "district", "railMinutes", "airportMinutes", "motorwayMinutes", "carrierAvailable", "propertyFee", "minLeaseYears", "powerSpare", "facilities", "enterprises"];

    protected override object Answer(AIFunctionArguments given)
    {
        var parks = Texts(given, "parks", 3).Select(p => desk.Existing(p, "park")).Distinct().ToList();
        return parks.Count < 2 ? throw new FormatException("'parks' holds two or three ids of parks.") : new { parks = parks.Select(p => desk.Told(p, Compared)).ToList() };
    }
}
