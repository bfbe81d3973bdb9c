using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ParkBrand.Tests.Search;

namespace ParkBrand.Tests.PublicSite;

/// <summary>What somebody typed that identifies a person goes nowhere: not into the page, a link, a copy, a log, or the next request.</summary>
public sealed class SharedQuestionTests : IAsyncLifetime
{
    private const string Card = "320583199001010010", Phone = "13812345678", Bank = "6222 0212 3456 7890 123";
    private static readonly string Typed = $"做电池包，要8000平标准厂房，打 {Phone} 找我，证号 {Card}，卡号 {Bank}";
    private readonly RunningSite site = new();

    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.Indexed();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_without_script_shows_links_and_carries_the_masked_question()
    {
        using var answer = await site.Client.PostAsync(new Uri("/assistant", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("q", Typed)]), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Nothing(html);
        var page = Markup.Of(new Answer((int)answer.StatusCode, new Dictionary<string, string>(), System.Text.Encoding.UTF8.GetBytes(html)));
        var link = page.Document.QuerySelector(".share a")!.GetAttribute("href")!;
        Assert.StartsWith("/assistant?q=", link, StringComparison.Ordinal);
        Nothing(Uri.UnescapeDataString(link));
        Assert.Contains("***********", Uri.UnescapeDataString(link), StringComparison.Ordinal);
        // Whoever follows it asks the same.
        Assert.Equal(Needs(page), Needs(Markup.Of(await site.Read(link))));
        static string Needs(Markup page) => page.Document.QuerySelector(".needs")!.TextContent;
    }

    [Fact]
    public async Task The_reply_holds_the_question_as_it_may_be_kept_and_the_script_keeps_no_other()
    {
        foreach (var accept in new[] { "application/json", "text/event-stream" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/assistant") { Content = JsonContent.Create(new { question = "  " + Typed }) };
            request.Headers.Accept.ParseAdd(accept);
            using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Nothing(text);
            var reply = JsonElement.Parse(accept == "application/json" ? text : text.Split("data: ")[^1].Trim());
            Assert.StartsWith("做电池包，要8000平标准厂房，打 ***********", reply.GetProperty("question").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_with_it_leads_on_to_the_masked_one_and_no_address_is_passed_on_or_logged()
    {
        foreach (var path in new[] { "/assistant", "/en/assistant" })
        {
            var answer = await site.Read($"{path}?q={Uri.EscapeDataString(Typed)}");
            Assert.Equal((302, "no-store", "strict-origin"), (answer.Status, answer["Cache-Control"], answer["Referrer-Policy"]));
            var to = answer["Location"]!;
            Assert.StartsWith(path + "?q=", to, StringComparison.Ordinal);
            Nothing(WebUtility.UrlDecode(to));
            var shown = await site.Read(to);
            // Not even to this site: its own log, or that of a server before it, would hold the question with every picture.
            Assert.Equal((200, "strict-origin", "no-store"), (shown.Status, shown["Referrer-Policy"], shown["Cache-Control"]));
            Nothing(shown.Text);
            Assert.Equal(200, (await site.Read($"{path}?q={Uri.EscapeDataString("5 * 3 个车位")}")).Status);
        }

        Assert.Equal(302, (await site.Read($"/assistant?q={Uri.EscapeDataString(new string('x', 1500) + Phone)}")).Status);
        // A question may be longer than what pages read of a query, and a link gives all of it.
        var whole = string.Concat(Enumerable.Repeat("做电池包的标准厂房，要大一些，", 20)) + "最后一句";
        Assert.Contains("最后一句", Markup.Of(await site.Read("/assistant?q=" + Uri.EscapeDataString(whole))).Document.QuerySelector(".turn.you .say")!.TextContent, StringComparison.Ordinal);

        site.Get<ILogger<SharedQuestionTests>>().LogWarning("There is a log");
        var logs = string.Concat(site.Logs());
        Assert.Contains("There is a log", logs, StringComparison.Ordinal);
        Nothing(logs);
        foreach (var part in new[] { "做电池包", Uri.EscapeDataString("做电池包"), "?q=" })
            Assert.DoesNotContain(part, logs, StringComparison.OrdinalIgnoreCase);
    }

    private static void Nothing(string text)
    {
        foreach (var secret in new[] { Card, Phone, "6222", "7890" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
