using System.Globalization;
using System.Text.Json.Nodes;
using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.Schema;

/// <summary>Each row breaks a good schema in one place and says where and why the reader must complain.</summary>
public class SchemaMistakeTests
{
    private const string Good = """
        {
          "languages": [ { "isoCode": "zh-CN", "name": "中文", "default": true, "urlPrefix": "" }, { "isoCode": "en-US", "name": "English", "urlPrefix": "/en", "fallback": "zh-CN" } ],
          "dataTypes": [
            { "alias": "text", "name": "文字", "editor": "E", "value": "text" },
            { "alias": "number", "name": "数", "editor": "E", "value": "integer" },
            { "alias": "date", "name": "日", "editor": "E", "value": "date" },
            { "alias": "kind", "name": "类", "editor": "E", "value": "choice", "items": [ { "value": "a", "name": { "zh-CN": "甲", "en-US": "A" } } ] },
            { "alias": "picker", "name": "选", "editor": "E", "value": "document", "accept": ["park"] },
            { "alias": "blocks", "name": "块", "editor": "E", "value": "blocks", "accept": ["text"] },
            { "alias": "image", "name": "图", "editor": "E", "value": "media", "accept": ["image"] }
          ],
          "elementTypes": [ { "alias": "text", "name": "文字", "properties": [ { "alias": "text", "name": { "zh-CN": "文", "en-US": "Text" }, "dataType": "text" } ] } ],
          "compositions": [ { "alias": "dated", "name": "日期", "groups": [ { "name": "登记", "properties": [ { "alias": "on", "name": { "zh-CN": "日", "en-US": "On" }, "dataType": "date" } ] } ] } ],
          "documentTypes": [
            { "alias": "park", "name": "园区", "allowedAtRoot": true, "route": "/parks/{slug}", "allowedChildren": ["space"], "workflow": "direct", "compositions": ["dated"], "expires": "on", "orderBy": "on", "body": "body", "groups": [
              { "name": "园区", "properties": [
                { "alias": "area", "name": { "zh-CN": "面积", "en-US": "Area" }, "dataType": "number", "min": 1, "max": 9 },
                { "alias": "body", "name": { "zh-CN": "正文", "en-US": "Body" }, "dataType": "blocks", "variant": true } ] } ] },
            { "alias": "space", "name": "空间", "route": "/parks/{parent}/spaces/{slug}", "allowedChildren": [], "workflow": "direct", "groups": [] }
          ],
          "mediaTypes": [ { "alias": "image", "name": "图片", "extensions": ["svg"], "maxBytes": 100 } ],
          "userGroups": [ { "alias": "editor", "name": "编辑", "permissions": ["read", "edit"], "types": ["park"] } ],
          "workflows": [ { "alias": "direct", "name": "直接", "reviews": 0, "proofreads": 0 } ]
        }
        """;

    [Fact]
    public void The_unbroken_schema_reads() => Assert.Equal(2, SchemaReader.Read(Good).DocumentTypes.Count);

    [Theory]
    [InlineData("surprise", "1", "$.surprise", "is not known here")]
    [InlineData("languages", "5", "$.languages", "must be a list")]
    [InlineData("workflows", null, "$.workflows", "is missing")]
    [InlineData("mediaTypes", null, "$.mediaTypes", "is missing")]
    [InlineData("userGroups", null, "$.userGroups", "is missing")]
    [InlineData("languages/0/default", "false", "$.languages", "exactly one default language, has 0")]
    [InlineData("languages/1/default", "true", "$.languages", "exactly one default language, has 2")]
    [InlineData("languages/1/default", "\"yes\"", "$.languages[1].default", "must be true or false")]
    [InlineData("languages/0/isoCode", "\"zz-Nowhere\"", "$.languages[0].isoCode", "is not a culture")]
    [InlineData("languages/1/isoCode", "\"zh-CN\"", "$.languages[1].isoCode", "stands twice")]
    [InlineData("languages/1/urlPrefix", "\"en\"", "$.languages[1].urlPrefix", "must be empty or look like /en")]
    [InlineData("languages/1/urlPrefix", "\"/en\\n\"", "$.languages[1].urlPrefix", "must be empty or look like /en")]
    [InlineData("languages/1/urlPrefix", "7", "$.languages[1].urlPrefix", "must be a text")]
    [InlineData("languages/1/urlPrefix", "\"\"", "$.languages[1].urlPrefix", "is used by another language")]
    [InlineData("languages/0/urlPrefix", "\"/zh\"", "$.languages[0].urlPrefix", "the default language has no prefix")]
    [InlineData("languages/1/fallback", "\"fr-FR\"", "$.languages[1].fallback", "'fr-FR', which is not a language of the site")]
    [InlineData("languages/1/fallback", "\"en-US\"", "$.languages[1].fallback", "falls back to itself")]
    [InlineData("dataTypes/0", "\"text\"", "$.dataTypes[0]", "must be an object, is the text \"text\"")]
    [InlineData("dataTypes/0/value", "\"words\"", "$.dataTypes[0].value", "'words' is not one of text, markdown")]
    [InlineData("dataTypes/0/value", "\"text, markdown\"", "$.dataTypes[0].value", "is not one of")]
    [InlineData("dataTypes/1/alias", "\"text\"", "$.dataTypes[1].alias", "'text' is used by another data type")]
    [InlineData("dataTypes/2/alias", "3", "$.dataTypes[2].alias", "must be a text that is not empty, is the number 3")]
    [InlineData("dataTypes/2/alias", "\"a date\"", "$.dataTypes[2].alias", "letters and digits")]
    [InlineData("dataTypes/0/editor", "\"\"", "$.dataTypes[0].editor", "must be a text that is not empty")]
    [InlineData("dataTypes/0/name", null, "$.dataTypes[0].name", "is missing")]
    [InlineData("dataTypes/0/maxLength", "0", "$.dataTypes[0].maxLength", "must be a whole number from 1")]
    [InlineData("dataTypes/0/maxLength", "\"long\"", "$.dataTypes[0].maxLength", "must be a number")]
    [InlineData("dataTypes/5/maxItems", "1.5", "$.dataTypes[5].maxItems", "must be a whole number")]
    [InlineData("dataTypes/0/pattern", "\"(\"", "$.dataTypes[0].pattern", "is not a usable regular expression")]
    [InlineData("dataTypes/0/pattern", "\"(a)\\\\1\"", "$.dataTypes[0].pattern", "is not a usable regular expression")]
    [InlineData("dataTypes/1/pattern", "\"a\"", "$.dataTypes[1].pattern", "has no meaning")]
    [InlineData("dataTypes/0/accept", "[\"park\"]", "$.dataTypes[0].accept", "has no meaning for the value kind text")]
    [InlineData("dataTypes/4/accept", null, "$.dataTypes[4].accept", "is missing: say what may be referred to")]
    [InlineData("dataTypes/4/accept", "[\"ghost\"]", "$.dataTypes[4].accept", "'ghost' is not a type")]
    [InlineData("dataTypes/4/accept", "[5, \"park\"]", "$.dataTypes[4].accept[0]", "must be a text")]
    [InlineData("dataTypes/5/accept", "[\"text\", \"park\"]", "$.dataTypes[5].accept", "'park' is not a type that the value kind blocks can hold")]
    [InlineData("dataTypes/6/accept", "[\"ghost\"]", "$.dataTypes[6].accept", "'ghost' is not a type that the value kind media can hold")]
    [InlineData("dataTypes/3/items", null, "$.dataTypes[3].items", "is missing: a choice needs its items")]
    [InlineData("dataTypes/3/items/0/name/en-US", null, "$.dataTypes[3].items[0].name.en-US", "is missing")]
    [InlineData("dataTypes/3/items/0/name/fr-FR", "\"A\"", "$.dataTypes[3].items[0].name.fr-FR", "is not known here")]
    [InlineData("dataTypes/0/items", "[{ \"value\": \"a\", \"name\": { \"zh-CN\": \"甲\", \"en-US\": \"A\" } }]", "$.dataTypes[0].items", "has no meaning for the value kind text")]
    [InlineData("elementTypes/0/properties/0/variant", "true", "$.elementTypes[0].properties", "a block varies as a whole")]
    [InlineData("elementTypes/0/properties/0/alias", "\"block\"", "$.elementTypes[0].properties[0].alias", "'block' is a word")]
    [InlineData("elementTypes/0/properties/0/dataType", "\"blocks\"", "$.elementTypes[0]", "can hold itself")]
    [InlineData("compositions/0/alias", "\"other\"", "$.documentTypes[0].compositions", "'dated' is not a composition")]
    [InlineData("documentTypes/0/groups/0/properties/0/dataType", "\"ghost\"", "$.documentTypes[0].groups[0].properties[0].dataType", "'ghost' is not a data type")]
    [InlineData("documentTypes/0/groups/0/properties/0/alias", "\"on\"", "$.compositions[0].groups[0].properties[0].alias", "'on' stands twice")]
    [InlineData("documentTypes/0/groups/0/properties/0/alias", "\"slug\"", "$.documentTypes[0].groups[0].properties[0].alias", "is a word of the content files")]
    [InlineData("documentTypes/0/groups/0/properties/0/alias", "\"sq m\"", "$.documentTypes[0].groups[0].properties[0].alias", "letters and digits")]
    [InlineData("documentTypes/0/groups/0/properties/0/min", "10", "$.documentTypes[0].groups[0].properties[0].min", "10 is above max 9")]
    [InlineData("documentTypes/0/groups/0/properties/1/max", "5", "$.documentTypes[0].groups[0].properties[1].max", "a range has no meaning")]
    [InlineData("documentTypes/0/groups/0/properties/0/pattern", "\"a\"", "$.documentTypes[0].groups[0].properties[0].pattern", "has no meaning")]
    [InlineData("documentTypes/0/groups/0/properties/0/name", "\"面积\"", "$.documentTypes[0].groups[0].properties[0].name", "must be an object")]
    [InlineData("documentTypes/0/groups/0/name", null, "$.documentTypes[0].groups[0].name", "is missing")]
    [InlineData("documentTypes/1/groups", null, "$.documentTypes[1].groups", "is missing")]
    [InlineData("documentTypes/0/route", "\"parks/{slug}\"", "$.documentTypes[0].route", "must be / or a path")]
    [InlineData("documentTypes/0/route", "\"/parks/{slug}\\n\"", "$.documentTypes[0].route", "must be / or a path")]
    [InlineData("documentTypes/0/workflow", "\"none\"", "$.documentTypes[0].workflow", "'none' is not a workflow")]
    [InlineData("documentTypes/0/expires", "\"area\"", "$.documentTypes[0].expires", "must be an invariant date")]
    [InlineData("documentTypes/0/orderBy", "\"ghost\"", "$.documentTypes[0].orderBy", "must be an invariant date")]
    [InlineData("documentTypes/0/body", "\"area\"", "$.documentTypes[0].body", "must be a variant text")]
    [InlineData("documentTypes/0/allowedChildren", "[\"space\", \"ghost\"]", "$.documentTypes[0].allowedChildren", "'ghost' is not a document type")]
    [InlineData("documentTypes/0/allowedChildren", "[]", "$.documentTypes[1].allowedAtRoot", "could never be created")]
    [InlineData("documentTypes/1/allowedAtRoot", "true", "$.documentTypes[1].allowedAtRoot", "its route needs a parent")]
    [InlineData("documentTypes/0/route", "\"/\"", "$.documentTypes[1].route", "a park has no slug in its address")]
    [InlineData("documentTypes/0/variesByCulture", "3", "$.documentTypes[0].variesByCulture", "must be true or false")]
    [InlineData("mediaTypes/0/maxBytes", "0", "$.mediaTypes[0].maxBytes", "must be a whole number from 1")]
    [InlineData("mediaTypes/0/maxBytes", "1e28", "$.mediaTypes[0].maxBytes", "must be a whole number from 1")]
    [InlineData("mediaTypes/0/extensions", null, "$.mediaTypes[0].extensions", "is missing")]
    [InlineData("mediaTypes/1", "{ \"alias\": \"image\", \"name\": \"x\", \"extensions\": [\"png\"], \"maxBytes\": 1 }", "$.mediaTypes[1].alias", "is used by another media type")]
    [InlineData("mediaTypes/1", "{ \"alias\": \"other\", \"name\": \"x\", \"extensions\": [\"svg\"], \"maxBytes\": 1 }", "$.mediaTypes[1].extensions", "'svg' belongs to another media type")]
    [InlineData("userGroups/0/permissions", "[\"read\", \"rule\"]", "$.userGroups[0].permissions", "'rule' is not one of")]
    [InlineData("userGroups/0/types", "[\"ghost\"]", "$.userGroups[0].types", "'ghost' is not a document type")]
    [InlineData("userGroups/1", "{ \"alias\": \"editor\", \"name\": \"x\", \"permissions\": [] }", "$.userGroups[1].alias", "is used by another user group")]
    [InlineData("workflows/0/reviews", "6", "$.workflows[0].reviews", "from 0 to 5")]
    [InlineData("workflows/1", "{ \"alias\": \"direct\", \"name\": \"x\" }", "$.workflows[1].alias", "is used by another workflow")]
    public void A_mistake_is_reported_with_its_path_and_reason_and_nothing_else_is(string place, string? json, string path, string reason)
    {
        var problems = ProblemsOf(Broken((place, json)));
        Assert.True(problems.Any(p => p.Path == path && p.Reason.Contains(reason, StringComparison.Ordinal)), string.Join('\n', problems));
        Assert.Equal(problems.Count, problems.Distinct().Count());
    }

    [Theory]
    [InlineData("dataTypes/0/value", "\"words\"")]
    [InlineData("dataTypes/4/accept", "[\"ghost\"]")]
    [InlineData("documentTypes/0/workflow", "\"none\"")]
    [InlineData("documentTypes/0/groups/0/properties/0/dataType", "\"ghost\"")]
    [InlineData("elementTypes/0/properties/1", """{ "alias": "text", "name": { "zh-CN": "文", "en-US": "Text" }, "dataType": "text" }""")]
    [InlineData("mediaTypes/0/maxBytes", "0")]
    public void One_mistake_makes_one_problem(string place, string json) => Assert.Single(ProblemsOf(Broken((place, json))));

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var problems = ProblemsOf(Broken(
            ("languages/1/urlPrefix", "\"en\""), ("dataTypes/0/editor", null), ("documentTypes/0/groups/0/properties/0/dataType", "\"ghost\""),
            ("documentTypes/0/groups/0/properties/0/alias", null), ("documentTypes/1/route", "\"/x\""), ("mediaTypes/0/maxBytes", "0"), ("userGroups/0/types", "[\"ghost\"]")));
        Assert.Equal(
            ["$.dataTypes[0].editor", "$.documentTypes[0].groups[0].properties[0].alias", "$.documentTypes[0].groups[0].properties[0].dataType",
             "$.documentTypes[1].route", "$.languages[1].urlPrefix", "$.mediaTypes[0].maxBytes", "$.userGroups[0].types"],
            problems.Select(p => p.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_that_stands_twice_is_a_mistake()
    {
        var problems = ProblemsOf(Good.Replace("\"alias\": \"dated\",", "\"alias\": \"dated\", \"alias\": \"dated\",", StringComparison.Ordinal));
        Assert.Equal(new SchemaProblem("$.compositions[0].alias", "stands twice"), Assert.Single(problems));
    }

    [Fact]
    public void Text_that_is_not_json_is_reported_with_line_and_column()
    {
        var problem = Assert.Single(ProblemsOf("{\n  \"languages\": [,]\n}"));
        Assert.StartsWith("line 2, column 17", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_not_an_object_is_reported() => Assert.Equal("$", Assert.Single(ProblemsOf("[]")).Path);

    [Fact]
    public void A_missing_file_is_reported_by_its_name()
    {
        var e = Assert.Throws<SchemaException>(() => SchemaReader.ReadFile("/nowhere/umbraco.json"));
        Assert.Contains("/nowhere/umbraco.json", e.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SchemaProblem> ProblemsOf(string json) => Assert.Throws<SchemaException>(() => SchemaReader.Read(json)).Problems;

    /// <summary>Sets (or, without a value, removes) what stands at <c>a/0/b</c>; one past the end of a list adds.</summary>
    private static string Broken(params (string Place, string? Json)[] edits)
    {
        var root = JsonNode.Parse(Good)!;
        foreach (var (place, json) in edits)
        {
            var steps = place.Split('/');
            var holder = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[Number(step)]! : node[step]!);
            var value = json is null ? null : JsonNode.Parse(json);
            if (holder is JsonArray items && Number(steps[^1]) == items.Count)
                items.Add(value);
            else if (holder is JsonArray at)
                at[Number(steps[^1])] = value;
            else if (value is null)
                holder.AsObject().Remove(steps[^1]);
            else
                holder[steps[^1]] = value;
        }

        return root.ToJsonString();
    }

    private static int Number(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
