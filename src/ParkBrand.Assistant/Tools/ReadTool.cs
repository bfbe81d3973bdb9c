using Microsoft.Extensions.AI;

namespace ParkBrand.Assistant.Tools;

internal sealed class ReadTool(Desk desk) : SiteTool("read_document", "Reads the published facts of one document, by an id from a result.", """
    { "type": "object", "additionalProperties": false, "required": ["id"], "properties": { "id": { "type": "string", "maxLength": 100 } } }
    """)
{
    private const int Most = 40;

    protected override object Answer(AIFunctionArguments given)
    {
        var document = desk.Existing(Needed(given, "id"));
        return new { document = desk.Told(document, Desk.Facts(document).Take(Most)) };
    }
}
