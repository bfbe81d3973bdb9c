using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ParkBrand.BrowserTests.Site;

/// <summary>What a tab asks for, and what goes wrong in it, from now until this is disposed.</summary>
internal sealed class Loading : IDisposable
{
    private readonly ConcurrentQueue<string> wrong = new();
    private readonly ConcurrentQueue<string> console = new();
    private readonly ConcurrentDictionary<IRequest, bool> requests = new();
    private readonly IPage tab;
    private readonly Uri origin;

    public Loading(IPage tab, Uri origin)
    {
        (this.tab, this.origin) = (tab, origin);
        tab.Console += Heard;
        tab.PageError += Failed;
        tab.Request += Asked;
        tab.RequestFailed += Lost;
        tab.Response += Answered;
    }

    public IEnumerable<IRequest> Requests => requests.Keys;

    // The browser reports the status of a 404 or 410 page on the console; on those pages it is what was asked for.
    public IEnumerable<string> Wrong(SitePage page) =>
        wrong.Concat(console.Where(text => page.Status == 200 || !text.Contains($"status of {page.Status}", StringComparison.Ordinal)).Select(text => $"console: {text}"));

    public void Dispose()
    {
        tab.Console -= Heard;
        tab.PageError -= Failed;
        tab.Request -= Asked;
        tab.RequestFailed -= Lost;
        tab.Response -= Answered;
    }

    private void Heard(object? sender, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
            console.Enqueue(message.Text);
    }

    private void Failed(object? sender, string error) => wrong.Enqueue($"script: {error}");

    private void Asked(object? sender, IRequest request)
    {
        requests[request] = true;
        if (!request.Url.StartsWith(origin.ToString(), StringComparison.Ordinal))
            wrong.Enqueue($"foreign: {request.Url}");
    }

    // What the page before still asked for ends when it is left.
    private void Lost(object? sender, IRequest request)
    {
        if (requests.ContainsKey(request))
            wrong.Enqueue($"failed: {request.Url} {request.Failure}");
    }

    private void Answered(object? sender, IResponse response)
    {
        if (response.Status >= 400 && !response.Request.IsNavigationRequest)
            wrong.Enqueue($"{response.Status}: {response.Url}");
    }
}
