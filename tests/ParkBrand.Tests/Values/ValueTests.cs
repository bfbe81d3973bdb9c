using ParkBrand.Content.Publishing;

namespace ParkBrand.Tests.Values;

/// <summary>What a draft accepts for every kind of value, and the one form in which it is stored.</summary>
public sealed class ValueTests : IDisposable
{
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("text", "\"  a\\r\\nb  \"", "\"a\\nb\"")]
    [InlineData("text", "\"😀 昆山\"", "\"\\uD83D\\uDE00 昆山\"")]
    [InlineData("code", "\"AB-12\"", "\"AB-12\"")]
    [InlineData("integer", "100", "100")]
    [InlineData("integer", "-100.00", "-100")]
    [InlineData("integer", "1e1", "10")]
    [InlineData("decimal", "0.10", "0.1")]
    [InlineData("decimal", "-0.0", "0")]
    [InlineData("decimal", "1234567890123.4567", "1234567890123.4567")]
    [InlineData("date", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("date", "\"9999-12-31\"", "\"9999-12-31\"")]
    [InlineData("toggle", "false", "false")]
    [InlineData("choice", "\"lab\"", "\"lab\"")]
    [InlineData("choices", "[\"gym\", \"canteen\"]", "[\"gym\",\"canteen\"]")]
    [InlineData("tags", "[\" a \", \"b\"]", "[\"a\",\"b\"]")]
    [InlineData("position", "{ \"longitude\": 120.9500, \"latitude\": 31.38 }", "{\"latitude\":31.38,\"longitude\":120.95}")]
    [InlineData("sector", "\"6B1F6A52-8A4B-5C1E-9D0F-2F7C3C1F0A54\"", "\"6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54\"")]
    [InlineData("places", "[\"6b1f6a528a4b5c1e9d0f2f7c3c1f0a54\"]", "[\"6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54\"]")]
    [InlineData("image", "\"6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54\"", "\"6b1f6a52-8a4b-5c1e-9d0f-2f7c3c1f0a54\"")]
    [InlineData("blocks", "[{ \"text\": \"a\" }]", "[{\"block\":\"text\",\"text\":\"a\"}]")]
    [InlineData("blocks", "[{ \"who\": \"W\", \"text\": \"T\", \"block\": \"quote\", \"year\": 2000.0 }]", "[{\"block\":\"quote\",\"text\":\"T\",\"who\":\"W\",\"year\":2000}]")]
    public async Task A_value_is_stored_in_its_canonical_form(string property, string given, string stored)
    {
        var id = await site.Create("everything", null, Some.Everything($$"""{ "{{property}}": {{given}} }"""));
        Assert.Equal($$"""{"{{property}}":{{stored}}}""", site.Stored(id));
    }

    [Theory]
    [InlineData("text", "null")]
    [InlineData("text", "\" \\n\"")]
    [InlineData("tags", "[]")]
    [InlineData("blocks", "[]")]
    [InlineData("integer", "null")]
    [InlineData("sector", "\"\"")]
    public async Task An_empty_value_is_not_stored(string property, string given)
    {
        var id = await site.Create("everything", null, Some.Everything($$"""{ "{{property}}": {{given}} }"""));
        Assert.Equal("{}", site.Stored(id));
    }

    [Theory]
    [InlineData("text", "5", "text", "must be a text")]
    [InlineData("text", "[\"a\"]", "text", "must be a text")]
    [InlineData("text", "\"a\\u0000b\"", "text", "holds control characters")]
    [InlineData("text", "\"\\ud800\"", "text", "must be a text")]
    [InlineData("code", "\"ab-12\"", "code", "does not have the form")]
    [InlineData("code", "\"A-123456789012345678901\"", "code", "is 23 characters long, at most 20 are allowed")]
    [InlineData("integer", "1.5", "integer", "must be a whole number, is 1.5")]
    [InlineData("integer", "101", "integer", "101 is outside -100–100")]
    [InlineData("integer", "\"5\"", "integer", "must be a number")]
    [InlineData("integer", "true", "integer", "must be a number")]
    [InlineData("decimal", "1e400", "decimal", "must be a number")]
    [InlineData("decimal", "{}", "decimal", "must be a number")]
    [InlineData("date", "\"2026-02-29\"", "date", "must be a date like")]
    [InlineData("date", "\"2026-2-9\"", "date", "must be a date like")]
    [InlineData("date", "\"2026-02-09T00:00:00\"", "date", "must be a date like")]
    [InlineData("date", "20260209", "date", "must be a date like")]
    [InlineData("toggle", "\"true\"", "toggle", "must be true or false")]
    [InlineData("toggle", "1", "toggle", "must be true or false")]
    [InlineData("choice", "\"shop\"", "choice", "'shop' is not one of factory, lab")]
    [InlineData("choice", "[\"lab\"]", "choice", "must be one of factory, lab")]
    [InlineData("choices", "\"gym\"", "choices", "must be a list")]
    [InlineData("choices", "[\"gym\", \"pool\"]", "choices[1]", "'pool' is not one of canteen, gym")]
    [InlineData("choices", "[\"gym\", \"gym\"]", "choices[1]", "stands twice")]
    [InlineData("tags", "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]", "tags", "has 6 entries, at most 5 are allowed")]
    [InlineData("tags", "[\"a\", null]", "tags[1]", "is empty")]
    [InlineData("tags", "[\"a\", \" \"]", "tags[1]", "is empty")]
    [InlineData("tags", "[5]", "tags[0]", "must be a text")]
    [InlineData("position", "{ \"latitude\": 91, \"longitude\": 0 }", "position", "latitude (-90…90)")]
    [InlineData("position", "{ \"latitude\": 31 }", "position", "longitude (-180…180)")]
    [InlineData("position", "{ \"latitude\": 31, \"longitude\": 120, \"height\": 3 }", "position", "WGS-84")]
    [InlineData("position", "\"31,120\"", "position", "must have latitude")]
    [InlineData("sector", "\"sectors/new\"", "sector", "must be the id")]
    [InlineData("places", "[7]", "places[0]", "must be the id")]
    [InlineData("images", "\"x\"", "images", "must be a list")]
    [InlineData("blocks", "[\"text\"]", "blocks[0]", "must be a block")]
    [InlineData("blocks", "[{ \"block\": \"video\" }]", "blocks[0]", "'video' is not one of card, quote, text")]
    [InlineData("blocks", "[{ \"block\": 5 }]", "blocks[0]", "must name its block")]
    [InlineData("blocks", "[{ \"text\": \"a\" }, { \"block\": \"quote\", \"year\": 1 }]", "blocks[1].year", "1 is outside 1900–2100")]
    [InlineData("blocks", "[{ \"text\": \"a\", \"who\": \"b\" }]", "blocks[0].who", "is not a property of this type")]
    [InlineData("blocks", "[{ \"block\": \"card\", \"sector\": \"x\" }]", "blocks[0].sector", "must be the id")]
    [InlineData("nothing", "1", "nothing", "is not a property of this type")]
    [InlineData("block", "\"text\"", "block", "is not a property of this type")]
    [InlineData("markdown", "\"a\"", "markdown", "is not a property of this type")]
    public async Task A_value_that_does_not_fit_is_refused_with_its_path_and_reason(string property, string given, string path, string reason)
    {
        var outcome = await site.TryCreate("everything", null, Some.Everything($$"""{ "{{property}}": {{given}} }"""));
        Assert.Equal(OutcomeStatus.Invalid, outcome.Status);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal(("", path), (problem.Culture, problem.Path));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(0, site.Scalar<int>("SELECT count(*) FROM document"));
    }

    [Fact]
    public async Task All_problems_of_a_document_are_told_at_once_each_with_its_culture()
    {
        var outcome = await site.TryCreate("everything", null, Some.Content(
            """{ "integer": 500, "toggle": 3 }""", " ", """{ "words": [1], "text": "x" }""", new string('n', 201), """{ "body": [{ "block": "quote", "year": "?" }] }"""));
        Assert.Equal(
            [".integer", ".toggle", "en-US.body[0].year", "en-US.name", "zh-CN.name", "zh-CN.text", "zh-CN.words[0]"],
            outcome.Problems.Select(p => $"{p.Culture}.{p.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_language_the_site_does_not_have_is_refused_also_in_other_letter_case()
    {
        foreach (var culture in new[] { "fr-FR", "ZH-cn", "" })
        {
            var content = new DocumentContent([], new Dictionary<string, CultureContent> { [culture] = new("名", []) });
            var outcome = await site.TryCreate("everything", null, content);
            Assert.Equal(OutcomeStatus.Invalid, outcome.Status);
            Assert.Contains("is not a language of this site", outcome.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_is_one_trimmed_line()
    {
        var id = await site.Create("everything", null, Some.Content("{}", "  名字 "));
        Assert.Equal("名字", site.Scalar<string>("SELECT name FROM version_culture WHERE document_id = @id AND culture = 'zh-CN'", new { id }));
        var outcome = await site.TryCreate("everything", null, Some.Content("{}", "两\n行"));
        Assert.Equal("name", Assert.Single(outcome.Problems).Path);
    }
}
