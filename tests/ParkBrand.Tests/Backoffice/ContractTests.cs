using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Webhooks;
using ParkBrand.Tests.Delivery;

namespace ParkBrand.Tests.Backoffice;

/// <summary>
/// The shape of every answer is recorded in contract.json: which members there are and of which kind. The client fails silently
/// when one is missing, so a change of shape must be a decision. To record anew, set PARKBRAND_RECORD=1 and read the difference.
/// </summary>
public sealed class ContractTests : IAsyncLifetime
{
    // A house of its own: what other tests leave behind would show in the shapes of lists.
    private readonly EditorsHouse house = new();

    private static readonly string File = RepositoryRoot.File("tests/ParkBrand.Tests/Backoffice/contract.json");

    public ValueTask InitializeAsync() => house.InitializeAsync();
    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Answers_keep_their_shape()
    {
        var scene = await Scene.Make(house);
        var shapes = new JsonObject();
        foreach (var row in RightsMatrix.Rows.Where(r => r.Route.StartsWith("GET ", StringComparison.Ordinal) && r.Need != Need.Absent).OrderBy(r => r.Route, StringComparer.Ordinal))
        {
            var (path, _) = await row.Request(scene, scene.Own);
            shapes[row.Route] = Shape((await house.Get("administrator", path)).Is(200).Json);
        }

        var story = house.Document("thursday-six-of-forty-two", "feature");
        shapes["GET document/{id:guid} with blocks"] = Shape((await house.Get("administrator", $"document/{story}")).Is(200).Json);
        shapes["a refusal with fields"] = Shape((await house.Post("administrator", "document/validate", FlowTests.New("page", Guid.NewGuid(), null, [], ("zh-CN", "页面")))).Is(400).Json);
        await Webhooks(shapes);
        var text = shapes.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("PARKBRAND_RECORD") == "1")
            await System.IO.File.WriteAllTextAsync(File, text, TestContext.Current.CancellationToken);
        Assert.Equal(await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken), text);
    }

    /// <summary>With one delivery that a receiver refused and that waits for its next try.</summary>
    private async Task Webhooks(JsonObject shapes)
    {
        await using var receiver = await Receiver.Start();
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = 503;
            return http.Response.WriteAsync("busy");
        };
        var id = (await house.Post("administrator", "webhook", new
        {
            events = new[] { WebhookEvents.ContentPublish }, enabled = true, name = "Receiver", url = receiver.Address + "in", contentTypeKeys = new[] { SchemaId.Of("document-type", "park") }, headers = new { key = "value" },
        })).Is(201).Made!.Value;
        (await house.Put("administrator", $"document/{house.Document("nev-park", "park")}/publish", """{ "publishSchedules": [ { "culture": "zh-CN", "schedule": null } ] }""")).Is(200);
        var deliveries = $"parkbrand/webhook/{id}/deliveries";
        for (var i = 0; i < 500 && (await house.Get("administrator", deliveries)).Is(200).Json["items"]!.AsArray().Sum(d => (int)d!["tries"]!) == 0; i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        foreach (var (route, path) in new[]
        {
            ("webhook", "webhook"), ("webhook/{id:guid}", $"webhook/{id}"), ("webhook/events", "webhook/events"), ("webhook/logs", "webhook/logs"), ("webhook/{id:guid}/logs", $"webhook/{id}/logs"),
            ("item/webhook", $"item/webhook?id={id}"), ("parkbrand/webhook/{id:guid}", $"parkbrand/webhook/{id}"), ("parkbrand/webhook/{id:guid}/deliveries", deliveries),
        })
            shapes["GET " + route] = Shape((await house.Get("administrator", path)).Is(200).Json);
        shapes["POST parkbrand/webhook/{id:guid}/secret"] = Shape((await house.Post("administrator", $"parkbrand/webhook/{id}/secret")).Is(200).Json);
    }

    /// <summary>Members in order; of a list all shapes that occur in it; of a property's value the editor says the shape, so it is under its alias.</summary>
    internal static JsonNode Shape(JsonNode? node)
    {
        if (node is JsonArray list)
            return new JsonArray([.. list.Select(Shape).Select(s => s.ToJsonString()).Distinct().Order(StringComparer.Ordinal).Select(s => JsonNode.Parse(s))]);
        if (node is not JsonObject values)
            return JsonValue.Create(node?.GetValueKind() switch { null => "null", JsonValueKind.True or JsonValueKind.False => "boolean", var kind => kind.Value.ToString().ToLowerInvariant() });
        var shape = new JsonObject();
        foreach (var (key, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
            shape[key] = key == "errors" ? "path → texts" : key == "editorAlias" ? value!.DeepClone() : Shape(value);
        return shape;
    }
}
