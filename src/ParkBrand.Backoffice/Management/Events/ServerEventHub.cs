using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using ParkBrand.Backoffice.Accounts;

namespace ParkBrand.Backoffice.Management.Events;

/// <summary>Tells the client what others did, so that trees and lists show it. The client only listens; there is nothing to call.</summary>
internal sealed class ServerEventHub(Listeners listeners) : Hub
{
    public const string Path = "/umbraco/serverEventHub";

    // Nothing is expected from the client, so nothing large is taken.
    private const int MostBytes = 16 * 1024;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapHub<ServerEventHub>(Path, options => (options.ApplicationMaxBufferSize, options.Transports) = (MostBytes, HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling))
            .Finally(endpoint =>
            {
                var answer = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http =>
                {
                    if (Editor.Of(http) is not null)
                        return answer(http);
                    http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                };
            });

    public override Task OnConnectedAsync()
    {
        if (Context.GetHttpContext()?.Features.Get<EditorSession>() is { } session)
            listeners.Add(Context.ConnectionId, session.Hash, Context.Abort);
        else
            Context.Abort();
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        listeners.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
