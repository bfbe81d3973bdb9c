using Microsoft.Playwright;
using ParkBrand.BrowserTests.Site;
using ParkBrand.Content.Questions;

namespace ParkBrand.BrowserTests.Backoffice;

/// <summary>WCAG by axe-core: nothing on the pages that are ours; in the client nothing inside our own elements.</summary>
[Collection(nameof(EditorsSite))]
public sealed class ClientAxeTests(EditorsSite site, LiveSite live, ITestOutputHelper output)
{
    // Rules that the package's own frame breaks: it has no landmarks around its header and tree and no first-level heading, and
    // the button that names a language is read out as what it opens. Any other rule, and any of these inside an element of ours, is a finding.
    private static readonly string[] Theirs = ["region", "page-has-heading-one", "label-content-name-mismatch"];

    [Fact]
    public async Task Pages_before_and_beside_the_client_have_no_violation()
    {
        await using var desk = await site.NewPerson();
        var found = new List<string>();
        var latin = new Latin("invited");
        async Task Look(string name, Desk at)
        {
            await at.Picture("page-" + name);
            found.AddRange((await Violations(at)).Concat(await latin.On(at.Tab)).Select(v => $"{name}: {v}"));
        }

        await desk.Tab.GotoAsync("/umbraco/login");
        await Look("sign-in", desk);
        await desk.Tab.GotoAsync(await site.Invitation("invited"));
        await Look("invitation", desk);
        await desk.Tab.FillAsync("#password", "a quiet lake at dawn");
        await desk.Tab.FillAsync("#again", "a quiet lake at dawn");
        await desk.Tab.Locator("form button").Last.ClickAsync();
        await desk.Tab.WaitForURLAsync("**/second-factor*");
        await Look("second-factor", desk);

        await using var editor = await site.Desk("chen", site.Address("park", "display-park"));
        await editor.Field("tagline").WaitForAsync();
        await using var preview = new Desk(await editor.Tab.Context.RunAndWaitForPageAsync(() => editor.Press("SaveAndPreview")));
        await preview.Tab.FrameLocator("iframe").Locator("h1").First.WaitForAsync();
        await Look("preview", preview);
        preview.NothingWrong();
        editor.NothingWrong();
        Tour.Nothing(found);
        desk.NothingWrong();
    }

    [Fact]
    public async Task Our_own_elements_in_the_client_have_no_violation()
    {
        await using var desk = await site.Desk("chen", site.Address("park", "advanced-computing-park"));
        var found = new List<string>();
        async Task Look(string name)
        {
            await desk.Settled();
            var all = await Violations(desk);
            foreach (var rule in all.GroupBy(v => v.Split(':')[0]))
                output.WriteLine($"{name}: {rule.Key} × {rule.Count()}, e.g. {rule.First()}");
            found.AddRange(all.Where(v => v.Contains("parkbrand-", StringComparison.Ordinal) || !Theirs.Contains(v.Split(':')[0])).Select(v => $"{name}: {v}"));
        }

        await desk.Field("tagline").WaitForAsync();
        await desk.Tab.Locator("[data-mark^=\"content-tab:\"]").Nth(3).ClickAsync();
        await desk.Tab.Locator("parkbrand-geo-position").WaitForAsync();
        await Look("position");
        await desk.Tab.GotoAsync("/umbraco/section/content");
        await desk.Tab.Locator("parkbrand-welcome").WaitForAsync();
        await Look("welcome");
        await desk.Tab.GotoAsync("/umbraco/section/users");
        await desk.Tab.Locator("parkbrand-users uui-table-row").First.WaitForAsync();
        await Look("users");
        await desk.Tab.Locator("parkbrand-users uui-table-row button").First.ClickAsync();
        await desk.Tab.Locator("parkbrand-user-modal uui-checkbox").First.WaitForAsync();
        await Look("user");
        await site.City.Get<KeepQuestions>().Execute([new(QuestionKind.Unhelpful, "zh-CN", "\u5f20\u6d66\u7684\u79df\u91d1", "answered", "other", "\u770b\u4e0d\u61c2")], TestContext.Current.CancellationToken);
        await desk.Tab.GotoAsync("/umbraco/section/questions");
        await desk.Tab.Locator("parkbrand-questions uui-table-row").First.WaitForAsync();
        await Look("questions");
        Tour.Nothing(found);
        desk.NothingWrong();
    }

    private Task<string[]> Violations(Desk desk) => live.Axe.All(desk.Tab).WaitAsync(TimeSpan.FromSeconds(60));
}
