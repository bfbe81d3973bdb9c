using FsCheck;
using FsCheck.Fluent;
using ParkBrand.Content.Import;

namespace ParkBrand.Tests.Import;

/// <summary>A file may hold anything; reading it ends in a document or in problems with lines, never in an exception.</summary>
public sealed class BrokenFileTests
{
    private static readonly string[] Pieces =
    [
        "type: park\n", "type: feature\n", "type: everything\n", "zh-CN:\n", "  name: 名\n", "  body:\n", "    - block: quote\n", "      text: a\n", "---\n", "...\n", "::: quote\n", ":::\n",
        "=== en-US ===\n", "area: ", "tags: ", "blocks:\n", "  - ", "position: ", "cover: ", "sector: ", "toggle: ", "{", "}", "[", "]", ",", ": ", "? ", "- ", "&a ", "*a", "!!map ", "|\n", ">\n",
        "\"", "'", "\n", "\t", " ", "  ", "#", "\\", "%YAML 9.9\n", "\u2028", "\uFEFF", "1", "x", "file: x.svg\n", "alt: { zh-CN: 图 }\n", "publish: no\n", "sort: x\n", "id: 1\n", "slug: A\n",
    ];

    [Fact]
    public void No_file_however_broken_stops_the_reader() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40),
        Prop.ForAll(Arb.From(Gen.Elements(Pieces).ArrayOf(), parts => parts.Select((_, i) => parts.Where((_, j) => j != i).ToArray())), parts =>
        {
            var text = string.Concat(parts);
            foreach (var file in new[] { "x.yaml", "x.md" })
            {
                var problems = new List<FileProblem>();
                var read = new ContentFileReader(Schema).Read(file, text, problems);
                Assert.Equal(read is null, problems.Count > 0);
                Assert.All(problems, p => Assert.InRange(p.Line, 0, text.ReplaceLineEndings("\n").Split('\n').Length));
            }
        }));

    private static readonly Content.Schema.ContentSchema Schema = TestSchema.Read();
}
