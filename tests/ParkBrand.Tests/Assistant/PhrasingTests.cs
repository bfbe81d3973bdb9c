using System.Globalization;
using System.Text;
using System.Text.Json;
using ParkBrand.Assistant.Answering;
using ParkBrand.Content.Snapshots;
using ParkBrand.Tests.PublicSite;
using ParkBrand.Tests.Search;
using YamlDotNet.RepresentationModel;

namespace ParkBrand.Tests.Assistant;

/// <summary>A rule holds for a class of questions, not only for one sentence: each class of <c>phrasings.yaml</c> and <c>records.yaml</c> is answered as far as its floor.</summary>
[Collection(nameof(RunningSite))]
public sealed class PhrasingTests(RunningSite site)
{
    private static readonly List<YamlMappingNode> Classes = [.. Read("phrasings.yaml"), .. Read("records.yaml")];

    [Theory]
    [InlineData("off-topic", 0.98)]
    [InlineData("elsewhere", 1)]
    [InlineData("promise", 1)]
    [InlineData("unpublished", 1)]
    [InlineData("private", 1)]
    [InlineData("harm", 1)]
    [InlineData("small talk", 1)]
    [InlineData("rude or empty", 1)]
    [InlineData("half question", 0.95)]
    [InlineData("impossible need", 0.88)]
    [InlineData("park fact", 1)]
    [InlineData("space fact", 0.93)]
    [InlineData("job fact", 1)]
    [InlineData("resource fact", 0.93)]
    [InlineData("policy or finance fact", 1)]
    [InlineData("contact or story fact", 0.81)]
    [InlineData("count", 0.8)]
    [InlineData("superlative", 0.95)]
    [InlineData("comparison", 1)]
    [InlineData("list", 1)]
    [InlineData("total that nobody publishes", 0.83)]
    [InlineData("condition that is not understood", 1)]
    [InlineData("condition that is understood", 1)]
    [InlineData("support by what it gives", 0.85)]
    [InlineData("whom to ask", 0.9)]
    [InlineData("everyday work", 0.86)]
    [InlineData("resource by what it is", 0.8)]
    [InlineData("what one record says", 0.87)]
    [InlineData("action plan and awards", 0.96)]
    [InlineData("post or resource by what it is", 0.96)]
    [InlineData("work in own words", 0.9)]
    [InlineData("record by a day", 0.89)]
    [InlineData("record by an order", 0.93)]
    [InlineData("record by what it states", 0.9)]
    [InlineData("resource in use", 0.78)]
    [InlineData("support for who somebody is", 0.95)]
    [InlineData("service point or story", 0.94)]
    [InlineData("admission of a kind of work", 1)]
    [InlineData("parks by what they have", 1)]
    [InlineData("space by its building", 1)]
    public async Task A_class_is_answered(string name, double floor)
    {
        await site.Indexed();
        var one = Classes.Single(c => $"{c["class"]}" == name);
        var statuses = ((YamlSequenceNode)one["status"]).Select(s => $"{s}").ToList();
        var lines = (YamlSequenceNode)one["lines"];
        var wrong = lines.Select(l => Wrong(l as YamlMappingNode ?? new YamlMappingNode("ask", $"{l}"), statuses)).OfType<string>().ToList();
        var rate = 1 - (wrong.Count / (double)lines.Children.Count);
        Assert.True(rate >= floor, $"{name}: {rate:0.000} of {lines.Children.Count}\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void Every_class_has_a_floor() => Assert.Equal(40, Classes.Count);

    /// <summary>What is not as it should be; null when all is.</summary>
    private string? Wrong(YamlMappingNode line, List<string> statuses)
    {
        var ask = $"{line["ask"]}";
        var culture = ask.Any(c => c is >= '\u4e00' and <= '\u9fff') || !ask.Any(char.IsAsciiLetter) ? 0 : 1;
        var answer = site.Get<Composer>().Answer(ask, culture, null);
        var status = JsonNamingPolicy.KebabCaseLower.ConvertName($"{answer.Status}");
        var missing = Missing(line, answer, culture).ToList();
        return statuses.Contains(status) && missing.Count == 0 ? null : $"{ask} → {status} {string.Join(' ', missing)} | {answer.Text} | {string.Join(' ', answer.Cards.Take(3).Select(c => c.Url))}";
    }

    private IEnumerable<string> Missing(YamlMappingNode line, ParkBrand.Assistant.Answering.Answer answer, int culture)
    {
        string? Of(string key) => line.Children.TryGetValue(key, out var value) ? $"{value}" : null;
        var (schema, snapshot) = (site.Now.Schema, site.Now);
        if (Of("of") is { } of)
        {
            var document = snapshot.Resolve("/" + of).Document!;
            foreach (var field in Of("field")!.Split(' '))
            {
                var label = document.Type.Find(field)!.Name.In(culture);
                if (!answer.Citations.Any(c => c.Url.EndsWith("/" + of, StringComparison.Ordinal) && c.Field == label && answer.Text.Contains($"[{c.N}]", StringComparison.Ordinal)))
                    yield return $"{of} {field}";
            }
        }

        if (Of("first")?.Split(' ') is [.. var typed, var by, var order])
        {
            var values = snapshot.OfType(typed is [var type0] ? type0 : "park").Select(p => (Path: p.Path!, Value: p.In(0, schema)!.Values.Find(by) is DateOnly day ? day.DayNumber : p.In(0, schema)!.Values.Find(by) as decimal?)).Where(p => p.Value is not null).ToList();
            var best = order == "low" ? values.Min(v => v.Value) : values.Max(v => v.Value);
            if (answer.Cards.Count == 0 || !values.Any(v => v.Value == best && answer.Cards[0].Url.EndsWith(v.Path, StringComparison.Ordinal)))
                yield return $"first by {by}: {string.Join(' ', values.Where(v => v.Value == best).Select(v => v.Path))}";
        }

        if (Of("within")?.Split(' ') is [var stated, var from, var to])
            foreach (var card in answer.Cards)
                if (snapshot.Resolve(card.Url.StartsWith("/en/", StringComparison.Ordinal) ? card.Url[3..] : card.Url).Document is not { } document || document.Type.Find(stated) is null
                    || document.In(0, schema)!.Values.Date(stated) is not { } day || day < DateOnly.Parse(from, CultureInfo.InvariantCulture) || day > DateOnly.Parse(to, CultureInfo.InvariantCulture))
                    yield return $"{stated} of {card.Url}";

        foreach (var said in new[] { Of("says"), Of("count") is { } type ? snapshot.OfType(type, culture).Count.ToString(CultureInfo.InvariantCulture) : null })
            if (said is not null && !answer.Text.Contains(said, StringComparison.Ordinal))
                yield return said;
        if (line.Children.TryGetValue("shows", out var shows) && shows is YamlSequenceNode some && !answer.Cards.Take(3).Any(c => some.Any(p => c.Url.EndsWith($"/{p}", StringComparison.Ordinal))))
            yield return $"{some}";
        if (line.Children.TryGetValue("parks", out var parks) && parks is YamlSequenceNode { Children.Count: > 0 } any
            && !answer.Cards.Take(3).Any(c => any.Any(p => (c.Url + "/").Contains($"/parks/{p}/", StringComparison.Ordinal))))
            yield return $"{any}";
    }

    private static List<YamlMappingNode> Read(string file)
    {
        using var text = new StreamReader(RepositoryRoot.File("tests/ParkBrand.Tests/Assistant/" + file), Encoding.UTF8);
        var yaml = new YamlStream();
        yaml.Load(text);
        return [.. ((YamlSequenceNode)yaml.Documents[0].RootNode).Cast<YamlMappingNode>()];
    }
}
