using System.Text.Json.Nodes;

namespace ParkBrand.Delivery.ContentApi.Describing;

/// <summary>One short answer of each shape, with <c>fields=properties[tagline]</c> where it is a document.</summary>
internal static class AnswerExamples
{
    private const string Document = """
        {
          "contentType": "park", "createDate": "2026-11-01T02:00:00Z", "updateDate": "2026-11-20T02:00:00Z",
          "route": { "path": "/en/parks/robotics-park", "queryString": null, "startItem": { "id": "2d6c2486-3540-56d0-aa1a-b3e663fad969", "path": "parks" } },
          "id": "1c730c37-fc66-5020-9137-4ef48e150cde", "name": "Intelligent Robotics Park", "properties": { "tagline": "The joints and eyes of industrial robots." },
          "cultures": { "en-US": { "path": "/en/parks/robotics-park", "queryString": null, "startItem": { "id": "2d6c2486-3540-56d0-aa1a-b3e663fad969", "path": "parks" } } }
        }
        """;

    private const string File = """
        {
          "path": "/parks/robotics-park.svg/", "createDate": "2026-11-01T02:00:00Z", "updateDate": "2026-11-01T02:00:00Z", "focalPoint": { "left": 0.5, "top": 0.4 }, "crops": null,
          "id": "200e6fcf-a470-5d24-b21c-a9b6bdd7443d", "name": "robotics-park.svg", "mediaType": "image", "url": "/media/27d446da/robotics-park.svg",
          "extension": "svg", "width": 960, "height": 480, "bytes": 5213, "properties": { "alt": "A robot arm" }
        }
        """;

    public static JsonNode Of(string shape) => JsonNode.Parse(shape switch
    {
        "ContentPage" => $$"""{ "total": 54, "items": [{{Document}}] }""",
        "ContentList" => $"[{Document}]",
        "MediaPage" => $$"""{ "total": 54, "items": [{{File}}] }""",
        "MediaList" => $"[{File}]",
        "MediaResponse" => File,
        _ => Document,
    })!;
}
