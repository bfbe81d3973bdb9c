using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;
using ParkBrand.Content.Webhooks;
using ParkBrand.Tests.Delivery;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Webhooks as the client asks for them, on the running server: who may, in which shapes, and that a publication arrives.</summary>
public sealed class WebhookRouteTests(EditorsHouse house) : IClassFixture<EditorsHouse>, IAsyncLifetime
{
    private Receiver receiver = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await Receiver.Start();
        foreach (var left in (await house.Get("administrator", "webhook")).Is(200).Json["items"]!.AsArray())
            (await house.Delete("administrator", $"webhook/{left!["id"]}")).Is(200);
    }

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    private static object New(string url, Guid? id = null, object? events = null, object? types = null, object? headers = null, bool enabled = true) => new
    {
        id = id ?? Guid.NewGuid(), events = events ?? new[] { WebhookEvents.ContentPublish, WebhookEvents.ContentUnpublish }, enabled, name = "Receiver", description = (string?)null, url,
        contentTypeKeys = types ?? Array.Empty<Guid>(), headers = headers ?? new Dictionary<string, string> { ["X-Key"] = "key of the receiver" },
    };

    private async Task<Guid> Made() => (await house.Post("administrator", "webhook", New(receiver.Address + "in"))).Is(201).Made!.Value;

    public static TheoryData<string?, int> Roles => new()
    {
        { null, 401 }, { "nobody", 403 }, { "parkOperator", 403 }, { "publicityEditor", 403 }, { "reviewer", 403 }, { "proofreader", 403 }, { "bureauReader", 403 },
    };

    [Theory, MemberData(nameof(Roles))]
    public async Task Administrators_may_and_nobody_else(string? role, int refused)
    {
        var person = role == "parkOperator" ? $"parkOperator:{house.Document("nev-park", "park")}" : role;
        var id = await Made();
        var before = (await house.Get("administrator", $"webhook/{id}")).Text;
        foreach (var path in new[] { "webhook", $"webhook/{id}", "webhook/events", "webhook/logs", $"webhook/{id}/logs", $"item/webhook?id={id}", $"parkbrand/webhook/{id}", $"parkbrand/webhook/{id}/deliveries" })
        {
            Assert.DoesNotContain("key of the receiver", (await house.Get(person, path)).Is(refused).Text, StringComparison.Ordinal);
            (await house.Get("administrator", path)).Is(200);
        }

        (await house.Post(person, "webhook", New(receiver.Address.ToString()))).Is(refused);
        (await house.Put(person, $"webhook/{id}", Without(New(receiver.Address.ToString()), "id"))).Is(refused);
        (await house.Delete(person, $"webhook/{id}")).Is(refused);
        foreach (var path in new[] { "secret", "resume", $"deliveries/{Guid.NewGuid()}/replay" })
            Assert.DoesNotContain("whsec_", (await house.Post(person, $"parkbrand/webhook/{id}/{path}")).Is(refused).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await house.Get("administrator", $"webhook/{id}")).Text);
        Assert.Equal(1, (int)(await house.Get("administrator", "webhook")).Json["total"]!);
        foreach (var path in new[] { "secret", "resume", $"deliveries/{Guid.NewGuid()}/replay" })
            (await house.Post("administrator", $"parkbrand/webhook/{Guid.NewGuid()}/{path}")).Is(404);
    }

    [Fact]
    public async Task Answers_have_the_shapes_that_the_client_knows()
    {
        var events = (await house.Get("en-US/administrator", "webhook/events")).Is(200).Json["items"]!.AsArray();
        Assert.Equal(WebhookEvents.All, events.Select(e => (string)e!["alias"]!));
        Assert.Equal(["Content", "Content", "Content", "Content", "Media", "Media"], events.Select(e => (string)e!["eventType"]!));
        Assert.Equal("Content expired", (string)events[2]!["eventName"]!);
        var id = Guid.NewGuid();
        var space = SchemaId.Of("document-type", "space");
        (await house.Post("administrator", "webhook", New(receiver.Address.ToString(), id, types: new[] { space }))).Is(201);
        var webhook = (await house.Get("administrator", $"webhook/{id}")).Is(200).Json.AsObject();
        Assert.Equal(["id", "events", "enabled", "name", "description", "url", "contentTypeKeys", "headers"], webhook.Select(p => p.Key));
        Assert.Equal((id, space, "key of the receiver"), ((Guid)webhook["id"]!, (Guid)webhook["contentTypeKeys"]![0]!, (string)webhook["headers"]!["X-Key"]!));
        Assert.Equal(["eventName", "eventType", "alias"], webhook["events"]![0]!.AsObject().Select(p => p.Key));
        (await house.Put("administrator", $"webhook/{id}", Without(New(receiver.Address + "other", enabled: false), "id"))).Is(200);
        webhook = (await house.Get("administrator", $"webhook/{id}")).Json.AsObject();
        Assert.Equal((receiver.Address + "other", false), ((string)webhook["url"]!, (bool)webhook["enabled"]!));
        Assert.Equal(["enabled", "name", "events", "url", "types", "id", "flags"], (await house.Get("administrator", $"item/webhook?id={id}")).Json[0]!.AsObject().Select(p => p.Key));
        (await house.Delete("administrator", $"webhook/{id}")).Is(200);
        (await house.Get("administrator", $"webhook/{id}")).Is(404);
        (await house.Delete("administrator", $"webhook/{id}")).Is(404);
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "url", "\"ftp://a.example/\"", "$.url" }, { "url", "\"https://a:b@a.example/\"", "$.url" }, { "events", "[]", "$.events" }, { "events", "[\"Umbraco.Nonsense\"]", "$.events" },
        { "contentTypeKeys", $"[\"{Guid.NewGuid()}\"]", "$.contentTypeKeys" }, { "headers", "{\"Content-Length\":\"1\"}", "$.headers" }, { "headers", "{\"ParkBrand-Webhook-Signature\":\"1\"}", "$.headers" },
        { "headers", "{\"X-A\":\"a\\r\\nHost: b\"}", "$.headers" }, { "headers", "{\"a b\":\"1\"}", "$.headers" }, { "name", "\"a\\nb\"", "$.name" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_at_its_field_and_nothing_is_made(string field, string value, string place)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(New(receiver.Address.ToString()))!.AsObject();
        body[field] = JsonNode.Parse(value);
        var errors = (await house.Post("administrator", "webhook", body.ToJsonString())).Is(400).Json["errors"]!.AsObject();
        Assert.Equal(place, errors.Single().Key);
        Assert.Equal(0, (int)(await house.Get("administrator", "webhook")).Json["total"]!);
    }

    [Fact]
    public async Task A_publication_arrives_is_logged_and_can_be_sent_again_and_no_secret_is_told_twice()
    {
        var id = await Made();
        var secret = (string)(await house.Post("administrator", $"parkbrand/webhook/{id}/secret")).Is(200).Json["secret"]!;
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var park = house.Document("nev-park", "park");
        receiver.First(500);
        (await house.Put("administrator", $"document/{park}/publish", """{ "publishSchedules": [ { "culture": "zh-CN", "schedule": null } ] }""")).Is(200);
        await Until(() => !receiver.Requests.IsEmpty);
        await Until(async () => (string)(await Deliveries(id))[0]!["state"]! == "waiting" && (int)(await Deliveries(id))[0]!["tries"]! == 1);
        var first = (await Deliveries(id))[0]!;
        Assert.Equal((500, "status", false), ((int)first["status"]!, (string)first["problem"]!, (bool)first["mayReplay"]!));
        Assert.NotNull(first["nextAt"]);
        (await house.Post("administrator", $"parkbrand/webhook/{id}/deliveries/{first["id"]}/replay")).Is(400);
        house.Site.Clock.Now += TimeSpan.FromSeconds(13);
        await Until(async () => (string)(await Deliveries(id))[0]!["state"]! == "delivered");
        Assert.True(WebhookScene.Verify(receiver.Requests.Last(), secret, house.Site.Clock.Now));
        Assert.Equal(park, receiver.Requests.Last().Subject);
        var log = (await house.Get("administrator", $"webhook/{id}/logs")).Is(200).Json["items"]![0]!.AsObject();
        Assert.Equal(["key", "webhookKey", "statusCode", "httpStatusCode", "isSuccessStatusCode", "date", "eventAlias", "url", "retryCount", "requestHeaders", "requestBody", "responseHeaders", "responseBody", "exceptionOccured"], log.Select(p => p.Key));
        Assert.Equal(("200 OK", 200, true, 1), ((string)log["statusCode"]!, (int)log["httpStatusCode"]!, (bool)log["isSuccessStatusCode"]!, (int)log["retryCount"]!));

        house.Site.Clock.Now += TimeSpan.FromSeconds(1);
        (await house.Post("administrator", $"parkbrand/webhook/{id}/deliveries/{first["id"]}/replay")).Is(200);
        await Until(() => receiver.Requests.Count >= 3);
        Assert.Equal(first["seq"]!.ToJsonString(), receiver.Requests.Last().Json["seq"]!.ToJsonString());
        Assert.Equal(2, receiver.Requests.Select(r => r.Id).Distinct().Count());

        foreach (var path in new[] { "webhook", $"webhook/{id}", $"webhook/{id}/logs", $"item/webhook?id={id}", $"parkbrand/webhook/{id}", $"parkbrand/webhook/{id}/deliveries" })
            Assert.DoesNotContain("whsec_", (await house.Get("administrator", path)).Text, StringComparison.Ordinal);
        Assert.All(house.Site.Logs(), text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.All(house.Site.Logs(), text => Assert.DoesNotContain("key of the receiver", text, StringComparison.Ordinal));
    }

    private async Task<JsonArray> Deliveries(Guid id) => (await house.Get("administrator", $"parkbrand/webhook/{id}/deliveries")).Is(200).Json["items"]!.AsArray();

    private static JsonObject Without(object body, string member)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
        json.Remove(member);
        return json;
    }

    private Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    private async Task Until(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await condition())
                return;
            await Task.Delay(20, TestContext.Current.CancellationToken);
            house.Site.Clock.Now += TimeSpan.FromMilliseconds(20); // the pace is kept by this clock
        }

        Assert.Fail("It did not happen in ten seconds.");
    }
}
