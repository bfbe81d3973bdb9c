using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>One tab of one editor, with a note of everything that went wrong in it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    // Between an answer and what the client asks next.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(120), NeverQuiet = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<string> wrong = new();
    private readonly List<(int Status, string Address)> expected = [(400, "/security/back-office/token")];
    private readonly ConcurrentDictionary<IRequest, bool> open = new();
    private bool away;
    private int requests;
    private long lastMove = Stopwatch.GetTimestamp();

    public Desk(IPage tab)
    {
        Tab = tab;
        tab.Request += (_, r) => Begun(r);
        tab.RequestFinished += (_, r) => Ended(r);
        tab.RequestFailed += (_, r) => Ended(r);
        tab.PageError += (_, error) => wrong.Enqueue($"script error: {error}");
        tab.Response += (_, r) =>
        {
            if (r.Status >= 400 && !expected.Exists(e => e.Status == r.Status && r.Url.Contains(e.Address, StringComparison.Ordinal)))
                wrong.Enqueue($"{r.Status} {r.Request.Method} {r.Url}");
        };
        tab.Console += (_, message) =>
        {
            // What the browser says of a failed request is said above; of a token that is not there yet, the client says it too.
            if (message.Type == "error" && !away && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && !message.Text.StartsWith("[UmbTryExecuteController] Error in request", StringComparison.Ordinal) && !message.Text.StartsWith("[UmbAuthClient] Token request failed: 400", StringComparison.Ordinal))
                wrong.Enqueue($"console: {message.Text}");
        };
    }

    public IPage Tab { get; }
    public int Requests => requests;

    /// <summary>An answer that this flow is about.</summary>
    public void Expect(int status, string address) => expected.Add((status, address));

    /// <summary>From now on the flow is about a server that is not reached: the browser says so of each attempt.</summary>
    public void ServerAway(bool now) => away = now;

    public void NothingWrong() => Tour.Nothing(wrong);

    public async Task SignIn(string person, string password)
    {
        await Tab.FillAsync("#user", person);
        await Tab.FillAsync("#password", password);
        await Tab.Locator("form button").First.ClickAsync();
    }

    public ILocator InTree(string label) => Tab.Locator($"uui-menu-item[label=\"{label}\"]").First;

    public async Task Unfold(string label) => await InTree(label).Locator("#caret-button").First.ClickAsync();

    public ILocator Field(string alias) => Tab.Locator($"[data-mark=\"property:{alias}\"]").Locator("input, textarea, [contenteditable=true]").First;

    /// <summary>Types into a property. The client puts the cursor into the name 200 ms after a document has opened; what is typed before that would end there.</summary>
    public async Task Fill(string alias, string text)
    {
        await Field(alias).WaitForAsync();
        try
        {
            await Tab.WaitForFunctionAsync(CursorInForm, null, new PageWaitForFunctionOptions { Timeout = 3000 });
        }
        catch (TimeoutException)
        {
            // After a dialog it may be nowhere; nothing moves it then.
        }

        await Field(alias).FillAsync(text);
    }

    private const string CursorInForm = """
        () => {
            let at = document.activeElement;
            while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
            for (; at; at = at.parentElement ?? at.getRootNode().host)
                if (/^(input:entity-name|property:)/.test(at.dataset?.mark ?? '')) return true;
            return false;
        }
        """;

    public ILocator Dialog => Tab.Locator("uui-modal-dialog, uui-modal-sidebar").Last;

    public Task<IResponse> Save() => Act("Save");

    public Task<IResponse> SaveAndPublish() => Act("SaveAndPublish");

    /// <returns>When the server has answered.</returns>
    private Task<IResponse> Act(string action) => Tab.RunAndWaitForResponseAsync(async () =>
    {
        await Press(action);
        await Confirm();
    }, r => r.Request.Method is "PUT" or "POST" && r.Url.Contains("/api/v1/document", StringComparison.Ordinal) && !r.Url.EndsWith("/validate", StringComparison.Ordinal));

    /// <summary>Saves the picture that is open. The client asks first whether it would be accepted; that answer is not the one waited for, except where it is a refusal.</summary>
    public Task<IResponse> SaveMedia() => Tab.RunAndWaitForResponseAsync(
        () => Tab.Locator("[data-mark=\"workspace-action:Umb.WorkspaceAction.Media.Save\"]").ClickAsync(),
        r => r.Request.Method == "PUT" && (!r.Ok || !r.Url.EndsWith("/validate", StringComparison.Ordinal)));

    public async Task Press(string action) => await Tab.Locator($"[data-mark=\"workspace-action:Umb.WorkspaceAction.Document.{action}\"]").ClickAsync();

    /// <summary>Presses what the dialog is for, and waits until it is gone.</summary>
    public async Task Confirm()
    {
        var dialogs = await Tab.Locator("uui-modal-dialog, uui-modal-sidebar").CountAsync();
        await Dialog.Locator("uui-button[look=primary]").Last.ClickAsync();
        await Assertions.Expect(Tab.Locator("uui-modal-dialog, uui-modal-sidebar")).ToHaveCountAsync(Math.Max(0, dialogs - 1));
    }

    /// <summary>Waits for a message in the corner: positive, warning or danger.</summary>
    public async Task<string> Said(string color)
    {
        var note = Tab.Locator($"uui-toast-notification[color={color}]").Last;
        try
        {
            await note.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }
        catch (TimeoutException)
        {
            await PictureOfTrouble("silent");
            NothingWrong();
            throw;
        }

        return await note.EvaluateAsync<string>("n => { const text = e => [...e.shadowRoot?.childNodes ?? [], ...e.childNodes].map(c => c.nodeType === 3 ? c.textContent : c.tagName === 'STYLE' ? '' : text(c)).join(' '); return text(n).replace(/\\s+/g, ' '); }");
    }

    /// <summary>What a visitor gets now.</summary>
    public async Task<string> Public(string path)
    {
        var answer = await Tab.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path} answered {answer.Status}");
        return await answer.TextAsync();
    }

    /// <summary>One of the actions behind the three dots of the document that is open.</summary>
    public async Task Choose(string action)
    {
        await Tab.Locator("[data-mark=\"workspace:action-menu-button\"] #dropdown-button").First.ClickAsync();
        await Tab.Locator($"umb-workspace-entity-action-menu [data-mark*=\"{action}\"]").First.ClickAsync();
    }

    /// <summary>Waits until the client has what it asked for and asks for nothing more: lists, rights and translations come after the frame.</summary>
    public async Task Settled()
    {
        var start = Stopwatch.GetTimestamp();
        while ((!open.IsEmpty || Stopwatch.GetElapsedTime(Interlocked.Read(ref lastMove)) < Quiet || Stopwatch.GetElapsedTime(start) < Quiet) && Stopwatch.GetElapsedTime(start) < NeverQuiet)
            await Task.Delay(15);
    }

    private void Begun(IRequest request)
    {
        Interlocked.Increment(ref requests);
        // The connection over which the server tells of changes stays open.
        if (!request.Url.Contains("/serverEventHub", StringComparison.Ordinal))
            open[request] = true;
        Interlocked.Exchange(ref lastMove, Stopwatch.GetTimestamp());
    }

    private void Ended(IRequest request)
    {
        open.TryRemove(request, out _);
        Interlocked.Exchange(ref lastMove, Stopwatch.GetTimestamp());
    }

    /// <summary>For a person to look at, where PARKBRAND_SHOTS is set; the last run's are kept.</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("PARKBRAND_SHOTS") is { Length: > 0 })
            await PictureOfTrouble(name);
    }

    /// <summary>Taken always: it shows why a test fails.</summary>
    public async Task PictureOfTrouble(string name)
    {
        var folder = RepositoryRoot.File("artifacts", "screenshots", "backoffice");
        Directory.CreateDirectory(folder);
        await Tab.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public async ValueTask DisposeAsync() => await Tab.Leave();
}
