using System.Collections.Concurrent;
using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>Goes from screen to screen of the client, looks at the words on each and takes its picture; a screen that is not reached is a finding like a wrong word.</summary>
internal sealed class Walk(Desk desk, Latin latin, string language, bool chinese = true)
{
    private const string Overlay = "uui-modal-dialog, uui-modal-sidebar";
    private readonly ConcurrentQueue<string> found = new();

    public int Screens { get; private set; }

    public void NothingFound() => Tour.Nothing(found);

    /// <summary>An address of the client, without loading the client again; what was open before is left.</summary>
    public async Task Go(string address)
    {
        await Leave();
        await desk.Tab.EvaluateAsync("a => history.pushState({}, '', a)", address).WaitAsync(TimeSpan.FromMilliseconds(Bounded.Patience));
    }

    /// <summary>Goes where <paramref name="act"/> leads, waits for <paramref name="sign"/> and looks.</summary>
    public async Task Screen(string name, Func<Task> act, string sign)
    {
        try
        {
            await act();
            await desk.Tab.Locator(sign).Locator("visible=true").First.WaitForAsync();
            await desk.Settled();
            await Look(name);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            found.Enqueue($"{name}: not reached: {e.Message.Split('\n')[0]}");
            await desk.PictureOfTrouble($"{language}-{name}-lost");
        }
    }

    public Task Dialog(string name, Func<Task> act, string sign = "uui-button") => Screen(name, act, $":is({Overlay}) :is({sign})");

    /// <summary>Closes dialogs and menus, the last first.</summary>
    public async Task Leave()
    {
        for (var i = 0; i < 12 && await desk.Tab.Locator(Overlay).CountAsync() > 0; i++)
        {
            await desk.Tab.Keyboard.PressAsync("Escape");
            await Task.Delay(150);
        }
    }

    private async Task Look(string name)
    {
        Screens++;
        var wrong = await latin.On(desk.Tab, chinese);
        // What is said while something is still loading goes away.
        for (var i = 0; i < 12 && wrong.Length > 0; i++)
        {
            await Task.Delay(250);
            wrong = await latin.On(desk.Tab, chinese);
        }

        foreach (var text in wrong)
            found.Enqueue($"{name}: {text}");
        await desk.Picture($"{language}-{name}");
    }
}
