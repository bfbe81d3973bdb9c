using System.Net.WebSockets;
using System.Text;
using ParkBrand.Backoffice.Management.Events;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What others do appears at once, to those who may know of it.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class ServerEventTests(EditorsHouse house)
{
    [Fact]
    public async Task A_listener_hears_of_own_documents_and_never_of_foreign_ones()
    {
        var scene = await Scene.Make(house);
        using var own = await Listen(scene.Operator);
        using var all = await Listen("administrator");
        await Task.Delay(800, TestContext.Current.CancellationToken); // from now on the trail is followed
        (await house.Put("administrator", $"document/{scene.Foreign.Space}", await Renamed(scene, scene.Foreign.Space))).Is(200);
        (await house.Put("administrator", $"document/{scene.Own.Space}", await Renamed(scene, scene.Own.Space))).Is(200);
        (await house.Put("administrator", $"document/{scene.Own.Second}/move-to-recycle-bin")).Is(200);
        var heard = await Hear(own, "Trashed");
        Assert.Contains($"{{\"type\":1,\"target\":\"notify\",\"arguments\":[{{\"eventSource\":\"Umbraco:CMS:Document\",\"eventType\":\"Updated\",\"key\":\"{scene.Own.Space}\"}}]}}", heard, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Foreign.Space.ToString(), heard, StringComparison.Ordinal);
        Assert.Contains(scene.Foreign.Space.ToString(), await Hear(all, "Trashed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_listens_without_signing_in()
    {
        (await house.Get(null, ServerEventHub.Path)).Is(401);
        (await house.Post(null, ServerEventHub.Path + "/negotiate?negotiateVersion=1")).Is(401);
        (await house.Post("administrator", ServerEventHub.Path + "/negotiate?negotiateVersion=1")).Is(200);
    }

    private static async Task<object> Renamed(Scene scene, Guid id)
    {
        var request = await scene.Opened(id);
        request["variants"]![0]!["name"] = $"Renamed {Guid.NewGuid()}";
        return request;
    }

    private async Task<ClientWebSocket> Listen(string person)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader(EditorsHouse.Header, person);
        await socket.ConnectAsync(new UriBuilder(house.Site.Address) { Scheme = "ws", Path = ServerEventHub.Path }.Uri, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<string> Hear(ClientWebSocket socket, string last)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        var (heard, buffer) = (new StringBuilder(), new byte[8192]);
        while (!heard.ToString().Contains(last, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        return heard.ToString();
    }
}
