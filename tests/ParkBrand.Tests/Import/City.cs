namespace ParkBrand.Tests.Import;

/// <summary>A folder of content files without a mistake, to be imported as it is or with one thing changed.</summary>
internal static class City
{
    public const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="4" height="3"/></svg>""";

    public const string Park = """
        type: park
        area: 5
        sector: sectors/it
        cover:
          file: park.svg
          alt: { zh-CN: 一处园区, en-US: A park }
        facilities: [gym]
        zh-CN:
          name: 园区
          summary: 有车间，也有食堂。
        en-US:
          name: Park
          publish: false
          summary: Workshops and a canteen.
        """;

    public const string Space = """
        type: space
        kind: lab
        validUntil: 2027-03-31
        zh-CN:
          name: 三层实验室
        """;

    public const string Story = """
        ---
        type: feature
        publishedOn: 2026-10-01
        places:
          - park
          - park/spaces/lab
        zh-CN:
          name: 故事
        en-US:
          name: Story
        ---

        第一段。

        ::: quote
        text: 好地方
        who: 厂长
        ::: 

        最后一段。

        === en-US ===

        A paragraph.
        """;

    public static TestFolder Folder(params (string Name, string? Text)[] changes)
    {
        var folder = new TestFolder();
        var files = new Dictionary<string, string?>
        {
            ["sectors/it.yaml"] = "type: sector\nzh-CN:\n  name: 信息技术\n",
            ["park.yaml"] = Park,
            ["park.svg"] = Svg,
            ["park/spaces/lab.yaml"] = Space,
            ["features/story.md"] = Story,
        };
        foreach (var (name, text) in changes)
            files[name] = text;
        foreach (var (name, text) in files)
            if (text is not null)
                folder.Write(name, text);
        return folder;
    }
}
