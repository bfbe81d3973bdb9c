using System.Text;
using ParkBrand.Content.Import;
using ParkBrand.Content.Publishing;
using ParkBrand.Content.Schema;

namespace ParkBrand.Tests.Import;

/// <summary>Every mistake an editor of files can make is told with its file, its line and a reason, and imports nothing.</summary>
public sealed class ImportProblemTests : IDisposable
{
    private const string Front = "---\ntype: feature\nzh-CN:\n  name: 故事\n---\n";
    private readonly TestSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task What_stands_below_a_list_of_other_things_is_told()
    {
        using var strict = new TestSite(SchemaReader.Read(TestSchema.Json.Replace("\"allowedChildren\": [\"park\", \"feature\"], \"workflow\"", "\"allowedChildren\": [\"park\", \"feature\"], \"childrenByAddress\": true, \"workflow\"", StringComparison.Ordinal)));
        using var city = new TestFolder();
        city.Write("parks.yaml", "type: list\nzh-CN:\n  name: 园区\n");
        city.Write("parks/a.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n  summary: 要\n");
        city.Write("parks/features/b.yaml", "type: feature\nzh-CN:\n  name: 名\n");
        var problem = Assert.Single((await strict.Import(city.Path)).Value!.Problems);
        Assert.Equal(("parks/features/b.yaml", "a feature cannot stand below /parks, its place is below /features"), (problem.File, problem.Message));
        Assert.Equal(0, strict.Scalar<int>("SELECT count(*) FROM document"));
    }

    public static TheoryData<string, string, int, string> Mistakes => new()
    {
        { "park/x.yaml", "area: 1\ntype: ghost\nzh-CN:\n  name: 名\n", 2, "'ghost' is not a document type" },
        { "x.yaml", "area: 1\nzh-CN:\n  name: 名\n", 1, "has no type" },
        { "x.yaml", "type: park\narea: 1\nheight: 3\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "height: is not a property of park" },
        { "x.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n  summary: 要\n  height: 3\n", 6, "zh-CN.height: is not a property of park" },
        { "x.yaml", "type: park\narea: 1\nfr-FR:\n  name: n\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "fr-FR: is not a property" },
        { "x.yaml", "type: park\narea: 1\nsummary: 要\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "summary: differs by language: put it under a culture" },
        { "x.yaml", "type: park\nzh-CN:\n  name: 名\n  summary: 要\n  area: 1\n", 5, "zh-CN.area: is the same in all languages" },
        { "x.yaml", "type: park\nzh-CN:\n  name: 名\n  summary: 要\n\narea: big\n", 6, "area: must be a number" },
        { "x.yaml", "type: park\narea: 1,000\nzh-CN:\n  name: 名\n  summary: 要\n", 2, "area: must be a number" },
        { "x.yaml", "type: park\nzh-CN:\n  name: 名\n  summary: 要\narea: 2000\n", 5, "area: 2000 is outside 0–1000 亩" },
        { "x.yaml", "type: park\narea: 1\nconfirmedOn: 2026-13-01\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "confirmedOn: must be a date like" },
        { "x.yaml", "type: everything\ntoggle: yes\nzh-CN:\n  name: 名\n", 2, "toggle: must be true or false" },
        { "x.yaml", "type: everything\nchoice: shop\nzh-CN:\n  name: 名\n", 2, "choice: 'shop' is not one of" },
        { "x.yaml", "type: everything\nchoices:\n  - gym\n  - pool\nzh-CN:\n  name: 名\n", 4, "choices[1]: 'pool' is not one of" },
        { "x.yaml", "type: everything\ntags: one\nzh-CN:\n  name: 名\n", 2, "tags: must be a list" },
        { "x.yaml", "type: everything\ntext: [a]\nzh-CN:\n  name: 名\n", 2, "text: must be a text" },
        { "x.yaml", "type: everything\nposition: here\nzh-CN:\n  name: 名\n", 2, "position: must have latitude and longitude" },
        { "x.yaml", "type: everything\nposition: { [a]: 1 }\nzh-CN:\n  name: 名\n", 2, "position: must have latitude and longitude" },
        { "x.yaml", "type: everything\nposition: { latitude: 91, longitude: 1 }\nzh-CN:\n  name: 名\n", 2, "position: must have latitude (-90…90)" },
        { "x.yaml", "type: everything\nblocks:\n  - text: a\n  - block: [quote]\n    who: b\nzh-CN:\n  name: 名\n", 4, "blocks[1]: must name its block" },
        { "x.yaml", "type: everything\nblocks:\n  - text: a\n  - block: quote\n    text: t\n    who: w\n    year: 1\nzh-CN:\n  name: 名\n", 7, "blocks[1].year: 1 is outside" },
        { "x.yaml", "type: everything\nblocks:\n  - text: a\n  - block: quote\n    text: t\nzh-CN:\n  name: 名\n", 4, "blocks[1].who: is required" },
        { "x.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n", 3, "zh-CN.summary: is required" },
        { "x.yaml", "type: park\nzh-CN:\n  name: 名\n  summary: 要\n", 0, "area: is required" },
        { "x.yaml", "type: park\narea: 1\nzh-CN:\n  summary: 要\n", 3, "zh-CN.name: is required" },
        { "x.yaml", "type: park\narea: 1\nzh-CN: 名\n", 3, "zh-CN must hold fields" },
        { "x.yaml", "type: park\narea: 1\n", 1, "has no language; add “zh-CN:”" },
        { "x.yaml", "type: park\narea: 1\nzh-CN:\n  name: \"名\n  summary: 要\n", 4, "is not valid YAML" },
        { "x.yaml", "type: park\narea: 1\narea: 2\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "is not valid YAML" },
        { "x.yaml", "type: park\n\tarea: 1\n", 2, "is not valid YAML" },
        { "x.yaml", "type: everything\ntags: [a,\nzh-CN:\n  name: 名\n", 2, "something here is not closed" },
        { "x.yaml", "", 1, "must hold fields" },
        { "x.yaml", "- type: park\n", 1, "must hold fields" },
        { "x.yaml", "type: park\narea: 1\nsector: sectors/ghost\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "sector: there is no document sectors/ghost" },
        { "features/x.yaml", "type: feature\nplaces:\n  - park\n  - ghost\nzh-CN:\n  name: 名\n", 4, "places[1]: there is no document ghost" },
        { "x.yaml", "type: park\narea: 1\nsector: park\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "sector: refers to a park, allowed is sector" },
        { "x.yaml", "type: park\narea: 1\nsector:\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "sector: must be the path of a content file" },
        { "x.yaml", "type: park\narea: 1\ncover:\n  file: none.svg\n  alt: { zh-CN: 图 }\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "cover: there is no file none.svg" },
        { "x.yaml", "type: park\narea: 1\ncover:\n  file: park.svg\n  alt: { en-US: A }\nzh-CN:\n  name: 名\n  summary: 要\n", 4, "cover: has no alt text in zh-CN" },
        { "x.yaml", "type: park\narea: 1\ncover:\n  file: park.svg\n  alt: { zh-CN: 别的 }\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "cover: gives park.svg another alt text than park.yaml" },
        { "x.yaml", "type: park\narea: 1\ncover:\n  file: ../secret.svg\n  alt: { zh-CN: 图 }\nzh-CN:\n  name: 名\n  summary: 要\n", 4, "'../secret.svg' leads out of the content folder" },
        { "x.yaml", "type: park\narea: 1\ncover:\n  file: park.svg\n  alt: { zh-CN: 图 }\n  size: 3\nzh-CN:\n  name: 名\n  summary: 要\n", 6, "cover.size: is not known here" },
        { "x.yaml", "type: park\narea: 1\ncover: park.svg\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "cover: must have a file" },
        { "x.yaml", "type: park\narea: 1\ncover:\n  file: x.yaml\n  alt: { zh-CN: 图 }\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "files ending in .yaml are not accepted" },
        { "x.yaml", "type: park\narea: 1\nslug: Park One\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "slug: 'Park One' must be" },
        { "Ünicode.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n  summary: 要\n", 0, "slug: 'Ünicode' must be" },
        { "x.yaml", "type: park\narea: 1\nid: 17\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "id: '17' is not a UUID" },
        { "x.yaml", "type: park\narea: 1\nsort: first\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "sort: 'first' is not a whole number" },
        { "x.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n  publish: no\n  summary: 要\n", 5, "zh-CN.publish: must be true or false" },
        { "x.yaml", "type: park\narea: 1\npublish: draft\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "publish: must be true or false" },
        { "x.yaml", "type: park\narea: 1\nslug: park\nzh-CN:\n  name: 名\n  summary: 要\n", 3, "slug: the address /parks/park already belongs to “园区”" },
        { "sectors/spaces/x.yaml", City.Space, 0, "has no parent: there is no document for sectors" },
        { "park/x.yaml", City.Space, 0, "belongs into the folder spaces/ of its parent" },
        { "park/extra/spaces/x.yaml", City.Space, 0, "belongs into the folder spaces/ of its parent" },
        { "spaces/x.yaml", City.Space, 0, "a space cannot stand at the root" },
        { "other/x.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n  summary: 要\n", 0, "has no parent: there is no document for other" },
        { "x.yaml", "type: sector\nzh-CN:\n  name: 名\n", 0, "belongs into the folder sectors/" },
        { "x.yaml", City.Space, 0, "a space cannot stand at the root" },
        { "park/y.yaml", "type: park\narea: 1\nzh-CN:\n  name: 名\n  summary: 要\n", 0, "a park cannot stand below a park" },
        { "features/x.md", "no front matter\n", 1, "must begin with front matter" },
        { "features/x.md", "---\ntype: feature\nghost: 1\nzh-CN:\n  name: 故事\n---\n", 3, "ghost: is not a property" },
        { "features/x.md", "---\ntype: feature\nzh-CN: {\n---\n", 3, "is not valid YAML" },
        { "features/x.md", Front + "\n\n第一段。\n\n::: quote\ntext: 好\nwho: 人\n", 10, "the block “::: quote” is not closed" },
        { "features/x.md", Front + "\n第一段。\n:::\n", 8, "closes no block" },
        { "features/x.md", Front + "\n:::quote\ntext: 好\nwho: 人\n:::\n", 7, "must begin with “::: name”" },
        { "features/x.md", Front + "\n\n段。\n\n::: quote\ntext: 好\nwhom: 人\n:::\n", 12, "zh-CN.body[1].whom: is not a property of quote" },
        { "features/x.md", Front + "\n\n段。\n\n::: quote\ntext: 好\n:::\n", 10, "zh-CN.body[1].who: is required" },
        { "features/x.md", Front + "\n\n段。\n\n::: video\nfile: 好\n:::\n", 11, "zh-CN.body[1]: 'video' is not one of" },
        { "features/x.md", Front + "\n::: card\nsector: sectors/ghost\n:::\n", 8, "zh-CN.body[0].sector: there is no document sectors/ghost" },
        { "features/x.md", Front + "\n::: quote\ntext: {\n:::\n", 8, "is not valid YAML" },
        { "features/x.md", Front + "\n段。\n\n=== en-US ===\nText.\n", 10, "has a body in en-US but no “en-US:” section" },
        { "features/x.md", Front + "\n段。\n\n=== zh-Hant ===\n\n段。\n", 11, "has a body in zh-Hant but no “zh-Hant:” section" },
        { "features/x.md", "---\ntype: feature\nzh-CN:\n  name: 故事\n  body:\n    - text: a\n---\n\n\n段。\n", 10, "zh-CN.body stands twice" },
        { "x.md", "---\ntype: park\narea: 1\nzh-CN:\n  name: 名\n  summary: 要\n---\n\n段。\n", 9, "a park has no body" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_told_with_file_line_and_reason(string file, string text, int line, string message)
    {
        using var city = City.Folder((file, text));
        var before = site.Everything();
        var report = await site.Import(city.Path);
        Assert.Equal(OutcomeStatus.Invalid, report.Status);
        var problem = Assert.Single(report.Value!.Problems);
        Assert.Equal((file, line), (problem.File, problem.Line));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, site.Everything());
    }

    [Fact]
    public async Task A_file_that_is_not_utf_8_is_told()
    {
        using var city = City.Folder();
        await File.WriteAllBytesAsync(Path.Combine(city.Path, "x.yaml"), Encoding.Latin1.GetBytes("type: park # größe"), TestContext.Current.CancellationToken);
        Assert.Equal(new FileProblem("x.yaml", 0, "is not UTF-8; save it as UTF-8"), Assert.Single((await site.Import(city.Path)).Value!.Problems));
    }

    [Fact]
    public async Task Two_files_for_one_document_are_told_at_the_second()
    {
        using var city = City.Folder(("park.md", "---\n" + City.Park + "\n---\n"));
        Assert.Equal(new FileProblem("park.yaml", 0, "stands beside park.md; a document has one file"), Assert.Single((await site.Import(city.Path)).Value!.Problems));
    }

    [Fact]
    public async Task Two_files_with_one_id_are_told_at_the_second()
    {
        const string Same = "type: list\nid: 0b6f1f9e-3f2d-4f5b-9c53-0d1f6f0a1b2c\nzh-CN:\n  name: 新\n";
        using var city = City.Folder(("a.yaml", Same), ("b.yaml", Same));
        Assert.Equal(new FileProblem("b.yaml", 2, "has the same id as a.yaml"), Assert.Single((await site.Import(city.Path)).Value!.Problems));
    }

    [Theory]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><script>1</script></svg>""", "<script>")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" onload="x()"/>""", "onload")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><a href="javascript:x()"/></svg>""", "href")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><style>a{background:url(//e)}</style></svg>""", "loads something")]
    [InlineData("""<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 4 3">&a;</svg>""", "is not valid XML")]
    [InlineData("""<?xml-stylesheet href="https://e/x.css"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>""", "xml-stylesheet")]
    [InlineData("""<html xmlns="http://www.w3.org/1999/xhtml" viewBox="0 0 4 3"/>""", "is not an SVG")]
    [InlineData("""<svg xmlns="http://www.w3.org/2000/svg"/>""", "has no viewBox")]
    [InlineData("<svg", "is not valid XML")]
    public async Task A_drawing_that_could_run_or_reach_out_is_refused(string svg, string reason)
    {
        using var city = City.Folder(("park.svg", svg));
        var problem = Assert.Single((await site.Import(city.Path)).Value!.Problems);
        Assert.Equal(("park.yaml", 4), (problem.File, problem.Line));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_media_file_that_is_too_large_or_of_a_type_not_accepted_there_is_refused()
    {
        var paper = "type: everything\nimages:\n  - file: a.pdf\n    alt: { zh-CN: 文件 }\nzh-CN:\n  name: 名\n";
        using var large = City.Folder(("x.yaml", paper), ("a.pdf", new string('x', 101)));
        Assert.Contains("101 bytes large, at most 100", Assert.Single((await site.Import(large.Path)).Value!.Problems).Message, StringComparison.Ordinal);
        using var wrong = City.Folder(("x.yaml", paper.Replace("images:\n  - file: a.pdf\n    alt", "image:\n  file: a.pdf\n  alt", StringComparison.Ordinal)), ("a.pdf", "x"));
        var problem = Assert.Single((await site.Import(wrong.Path)).Value!.Problems);
        Assert.Equal(("x.yaml", 2), (problem.File, problem.Line));
        Assert.Contains("refers to a file, allowed is image", problem.Message, StringComparison.Ordinal);
    }
}
