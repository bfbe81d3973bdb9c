using System.Globalization;
using System.Text;

namespace ParkBrand.FaultTests.Support;

/// <summary>A city of some 150 documents in two languages whose every file says which generation it belongs to.</summary>
internal static class SmallCity
{
    public const int Trades = 140, Stories = 10;
    public const int Documents = Trades + Stories + 4; // and the settings, the home page and two lists

    /// <summary>Every document and every picture differs from one generation to the next, so that a mixture would show.</summary>
    public static string Write(string folder, int generation)
    {
        var g = generation.ToString(CultureInfo.InvariantCulture);
        File(folder, "settings.yaml", $"type: settings\nzh-CN:\n  name: 昆山 {g}\n  office: 办公室\n  hours: 工作日\nen-US:\n  name: Kunshan {g}\n  office: Office\n  hours: Working days\n");
        File(folder, "home.yaml", $"type: home\nzh-CN:\n  name: 首页 {g}\n  summary: 入口\n  question: 想找什么？\nen-US:\n  name: Home {g}\n  summary: Entrance\n  question: What are you looking for?\n");
        File(folder, "industries.yaml", $"type: list\nzh-CN:\n  name: 产业 {g}\n  summary: 产业\nen-US:\n  name: Industries {g}\n  summary: Industries\n");
        File(folder, "features.yaml", $"type: list\nzh-CN:\n  name: 故事 {g}\n  summary: 故事\nen-US:\n  name: Stories {g}\n  summary: Stories\n");
        var body = string.Join("\n\n", Enumerable.Range(0, 12).Select(i => $"第 {i} 段，第 {g} 代。" + new string('文', 80)));
        for (var i = 0; i < Trades; i++)
            File(folder, $"industries/trade-{i}.md", $"---\ntype: industry\nsort: {i}\nlevel: pioneer\nzh-CN:\n  name: 产业{i} {g}\n  summary: 简介\n  synonyms: [同义]\nen-US:\n  name: Trade {i} {g}\n  summary: Summary\n  synonyms: [word]\n---\n{body}\n");
        for (var i = 0; i < Stories; i++)
        {
            File(folder, $"features/story-{i}.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><title>{i} {g}</title><desc>{new string('x', 20_000)}</desc></svg>");
            File(folder, $"features/story-{i}.md", $$"""
                ---
                type: feature
                kind: story
                cover: { file: story-{{i}}.svg, alt: { zh-CN: 图, en-US: Picture } }
                publishedOn: 2025-01-0{{1 + (i % 9)}}
                zh-CN:
                  name: 故事{{i}} {{g}}
                  standfirst: 导语
                  author: 记者
                  outlet: 报
                en-US:
                  name: Story {{i}} {{g}}
                  standfirst: Standfirst
                  author: Reporter
                  outlet: Paper
                ---
                正文 {{g}}

                === en-US ===

                Text {{g}}
                """);
        }

        return folder;
    }

    private static void File(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text, new UTF8Encoding(false));
    }
}
