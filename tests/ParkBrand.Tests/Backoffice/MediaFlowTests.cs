using System.Text;
using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Media;
using ParkBrand.Backoffice.Management.Protocol;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Media.Upload;
using ParkBrand.Tests.Media;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Media as the client handles them: a temporary file, then the item that takes it.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class MediaFlowTests(EditorsHouse house)
{
    private const string Admin = "administrator";
    private static readonly Guid Image = EditorSchema.OfMedia("image"), Folder = MediaSchema.Folder;

    private async Task<Guid> Temporary(string person, byte[] bytes, string name = "photo.png", int status = 201)
    {
        var id = Guid.NewGuid();
        using var file = new ByteArrayContent(bytes);
        using var form = new MultipartFormDataContent { { new StringContent(id.ToString()), "Id" }, { file, "File", name } };
        (await house.SendForm(person, "temporary-file", form)).Is(status);
        return id;
    }

    private static JsonObject Model(Guid type, string name, Guid? temporary, Guid? parent = null, string zh = "图", string en = "Picture", Guid? id = null) => new()
    {
        ["id"] = (id ?? Guid.NewGuid()).ToString(),
        ["parent"] = parent is null ? null : new JsonObject { ["id"] = parent.ToString() },
        ["mediaType"] = new JsonObject { ["id"] = type.ToString() },
        ["values"] = temporary is null ? [] : new JsonArray(
            Value("umbracoFile", new JsonObject { ["temporaryFileId"] = temporary.ToString() }), Value("alt_zh_CN", zh), Value("alt_en_US", en)),
        ["variants"] = new JsonArray(new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = name }),
    };

    private static JsonObject Value(string alias, JsonNode? value) => new() { ["alias"] = alias, ["culture"] = null, ["segment"] = null, ["editorAlias"] = "", ["value"] = value };

    private static JsonObject Update(JsonNode opened) => new() { ["values"] = opened["values"]!.DeepClone(), ["variants"] = opened["variants"]!.DeepClone() };

    private async Task<Guid> Upload(string person, byte[] bytes, Guid? parent = null, string name = "照片") =>
        (await house.Post(person, "media", Model(Image, name, await Temporary(person, bytes), parent))).Is(201).Made!.Value;

    [Fact]
    public async Task A_picture_is_uploaded_found_changed_replaced_moved_thrown_away_brought_back_and_deleted()
    {
        var folder = (await house.Post(Admin, "media", Model(Folder, "测试夹", null))).Is(201).Made!.Value;
        var temporary = await Temporary(Admin, Png.Of(640, 480, 31));
        var id = Guid.NewGuid();
        (await house.Post(Admin, "media/validate", Model(Image, "照片", temporary, folder))).Is(200);
        (await house.Post(Admin, "media", Model(Image, "航拍一号", temporary, folder, id: id))).Is(201);
        (await house.Get(Admin, $"temporary-file/{temporary}")).Is(404);
        Assert.Contains(id.ToString(), (await house.Get(Admin, $"tree/media/children?parentId={folder}&skip=0&take=50")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains(id.ToString(), (await house.Get(Admin, "item/media/search?query=航拍")).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(2, (await house.Get(Admin, $"tree/media/ancestors?descendantId={id}")).Is(200).Json.AsArray().Count);
        Assert.Equal(1, (int)(await house.Get(Admin, $"collection/media?id={folder}&orderBy=updateDate&orderDirection=Descending&filter=")).Is(200).Json["total"]!);

        var opened = (await house.Get(Admin, $"media/{id}")).Is(200).Json;
        var update = Update(opened);
        update["values"]![0]!["value"]!["focalPoint"] = new JsonObject { ["left"] = 0.25, ["top"] = 0.8 };
        update["values"]![1]!["value"] = "一座厂房";
        (await house.Put(Admin, $"media/{id}", update)).Is(200);
        var refused = (await house.Put(Admin, $"media/{id}", update)).Is(409);
        Assert.Contains("航拍一号", (string)refused.Json["detail"]!, StringComparison.Ordinal);
        var thumb = (string)(await house.Get(Admin, $"imaging/resize/urls?id={id}&width=300&height=300&mode=Min")).Is(200).Json[0]!["urlInfos"]![0]!["url"]!;
        Assert.Contains("/thumb-400-25-80/", thumb, StringComparison.Ordinal);
        Assert.Equal(200, (await house.Site.Read(thumb)).Status);

        var again = Update((await house.Get(Admin, $"media/{id}")).Json);
        again["values"]![0]!["value"]!["temporaryFileId"] = (await Temporary(Admin, Png.Of(300, 200, 32), "new.png")).ToString();
        (await house.Put(Admin, $"media/{id}", again)).Is(200);
        Assert.Equal(404, (await house.Site.Read(thumb)).Status);

        (await house.Put(Admin, $"media/{id}/move", new { target = (object?)null })).Is(200);
        (await house.Put(Admin, $"media/{id}/move-to-recycle-bin")).Is(200);
        Assert.Contains(id.ToString(), (await house.Get(Admin, "recycle-bin/media/root")).Is(200).Text, StringComparison.Ordinal);
        (await house.Put(Admin, $"recycle-bin/media/{id}/restore", new { target = new { id = folder } })).Is(200);
        Assert.Contains("New", (await house.Get(Admin, $"media/{id}/audit-log")).Is(200).Text, StringComparison.Ordinal);
        (await house.Put(Admin, $"media/{id}/move-to-recycle-bin")).Is(200);
        (await house.Delete(Admin, $"recycle-bin/media/{id}")).Is(200);
        (await house.Get(Admin, $"media/{id}")).Is(404);
    }

    [Fact]
    public async Task A_refusal_stands_beside_its_field_in_the_editors_language()
    {
        var broken = (await house.Post(Admin, "media", Model(Image, "坏", await Temporary(Admin, Encoding.ASCII.GetBytes("GIF89a"))))).Is(400).Json["errors"]!;
        Assert.Contains("内容却不是这种格式", (string)broken["$.values[?(@.alias == 'umbracoFile' && @.culture == null && @.segment == null)].value"]![0]!, StringComparison.Ordinal);
        var id = await Upload(Admin, Png.Of(30, 20));
        var update = Update((await house.Get(Admin, $"media/{id}")).Json);
        update["values"]![2]!["value"] = "";
        var unsaid = (await house.Put(Admin, $"media/{id}", update)).Is(400).Json["errors"]!;
        Assert.StartsWith("必填", (string)unsaid["$.values[?(@.alias == 'alt_en_US' && @.culture == null && @.segment == null)].value"]![0]!, StringComparison.Ordinal);
        (await house.Post(Admin, "media", Model(Image, "无", Guid.NewGuid()))).Is(400);
        await Temporary(Admin, [1], "a.exe", 400);
    }

    [Fact]
    public async Task A_picture_without_a_description_is_marked_and_refused_at_its_field_when_a_page_shows_it()
    {
        var id = (await house.Post(Admin, "media", Model(Image, "无字图", await Temporary(Admin, Png.Of(30, 20, 77)), zh: "图", en: ""))).Is(201).Made!.Value;
        Assert.Contains("ParkBrand.Undescribed", (await house.Get(Admin, $"media/{id}")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("ParkBrand.Undescribed", (await house.Get(Admin, "collection/media?filter=无字图")).Is(200).Text, StringComparison.Ordinal);
        var topic = (await house.Get(Admin, $"document/{house.Document("chain-stories", "topic")}")).Is(200).Json;
        var request = FlowTests.Request(topic);
        request["values"]!.AsArray().First(v => (string?)v!["alias"] == "cover")!["value"] = new JsonArray(new JsonObject { ["key"] = Guid.NewGuid(), ["mediaKey"] = id, ["mediaTypeAlias"] = "", ["crops"] = new JsonArray(), ["focalPoint"] = null });
        request["cultures"] = new JsonArray("en-US");
        var path = $"/umbraco/management/api/v1.1/document/{topic["id"]}/validate";
        var errors = (await house.Put(Admin, path, request)).Is(400).Json["errors"]!;
        Assert.Equal("图片“无字图”还没有英文替代文字。请在“媒体”栏目中打开这张图片，填写替代文字并保存，然后再发布。",
            (string?)errors["$.values[?(@.alias == 'cover' && @.culture == null && @.segment == null)].value"]![0]);
        request["culturesToPublish"] = new JsonArray("en-US");
        request.Remove("cultures");
        (await house.Put(Admin, $"document/{topic["id"]}/update-and-publish", request)).Is(400);

        var described = Update((await house.Get(Admin, $"media/{id}")).Json);
        described["values"]![2]!["value"] = "A gate";
        (await house.Put(Admin, $"media/{id}", described)).Is(200);
        Assert.DoesNotContain("ParkBrand.Undescribed", (await house.Get(Admin, $"media/{id}")).Is(200).Text, StringComparison.Ordinal);
        request["cultures"] = new JsonArray("en-US");
        request.Remove("culturesToPublish");
        (await house.Put(Admin, path, request)).Is(200);
    }

    [Fact]
    public async Task What_the_interface_does_not_know_is_refused()
    {
        var temporary = await Temporary(Admin, Png.Of(30, 20));
        foreach (var spoil in new Action<JsonObject>[]
        {
            m => m["extra"] = 1, m => m["values"]![0]!["value"]!["path"] = "/etc/passwd", m => m["values"]!.AsArray().Add(Value("hash", "x")),
            m => m["variants"]![0]!["culture"] = "zh-CN", m => m["variants"]!.AsArray().Clear(), m => m["mediaType"]!["id"] = Guid.NewGuid().ToString(),
            m => m["values"]![1]!["value"] = 5, m => m.Remove("values"),
        })
        {
            var model = Model(Image, "图", temporary);
            spoil(model);
            (await house.Post(Admin, "media", model)).Is(400);
        }
    }

    [Fact]
    public async Task An_operator_sees_and_uses_only_the_own_folder_and_the_own_temporary_files()
    {
        var (mine, other) = (house.Document("nev-park", "park"), house.Document("wearables-park", "park"));
        var (me, them) = ($"parkOperator:{mine}", $"parkOperator:{other}");
        var theirs = await Upload(them, Png.Of(30, 20, 7));
        var own = await Upload(me, Png.Of(30, 20, 8));
        Assert.Single((await house.Get(me, "tree/media/root")).Is(200).Json["items"]!.AsArray());
        var before = house.Everything();
        foreach (var path in new[]
        {
            $"media/{theirs}", $"media/{theirs}/referenced-by", $"media/{theirs}/referenced-descendants", $"media/{theirs}/audit-log",
            $"tree/media/ancestors?descendantId={theirs}", $"tree/media/siblings?target={theirs}&before=5&after=5",
        })
            (await house.Get(me, path)).Is(404);
        foreach (var path in new[] { $"item/media?id={theirs}", $"media/urls?id={theirs}", $"imaging/resize/urls?id={theirs}" })
            Assert.Empty((await house.Get(me, path)).Is(200).Json.AsArray());
        Assert.Equal(0, (int)(await house.Get(me, $"media/are-referenced?id={theirs}")).Is(200).Json["total"]!);
        var update = Update((await house.Get(them, $"media/{theirs}")).Is(200).Json);
        (await house.Put(me, $"media/{theirs}", update)).Is(404);
        (await house.Put(me, $"media/{theirs}/validate", update)).Is(404);
        (await house.Put(me, $"media/{theirs}/move", new { target = (object?)null })).Is(404);
        (await house.Put(me, $"media/{theirs}/move-to-recycle-bin")).Is(404);
        (await house.Delete(me, $"media/{theirs}")).Is(404);
        (await house.Delete(me, $"recycle-bin/media/{theirs}")).Is(404);
        var foreignFile = await Temporary(them, Png.Of(30, 20));
        (await house.Get(me, $"temporary-file/{foreignFile}")).Is(404);
        (await house.Get(Admin, $"temporary-file/{foreignFile}")).Is(404);
        (await house.Delete(Admin, $"temporary-file/{foreignFile}")).Is(404);
        (await house.Post(Admin, "media", Model(Image, "偷", foreignFile))).Is(400);
        Assert.Equal(before, house.Everything());
        Assert.NotEqual(Guid.Empty, own);
    }

    [Theory]
    [InlineData("bureauReader", 403)]
    [InlineData("nobody", 404)]
    public async Task Somebody_without_the_right_uploads_nothing(string person, int status)
    {
        (await house.Post(person, "media", Model(Image, "图", await Temporary(person, Png.Of(30, 20))))).Is(status);
        (await house.Post(person, "media", Model(Folder, "夹", null))).Is(status);
        Assert.Equal(0, (int)(await house.Get(person, "media-type/allowed-at-root")).Is(200).Json["total"]!);
    }

    [Fact]
    public async Task The_client_finds_its_types_and_editors()
    {
        var folder = (await house.Get(Admin, $"media-type/{Folder}")).Is(200).Json;
        Assert.Equal(MediaSchema.ListView.ToString(), (string?)folder["collection"]!["id"]);
        var image = (await house.Get(Admin, $"media-type/batch?id={Image}")).Is(200).Json["items"]![0]!;
        Assert.Equal(["umbracoFile", "alt_zh_CN", "alt_en_US"], image["properties"]!.AsArray().Select(p => (string)p!["alias"]!));
        foreach (var property in image["properties"]!.AsArray())
            (await house.Get(Admin, $"data-type/{property!["dataType"]!["id"]}")).Is(200);
        (await house.Get(Admin, $"data-type/{MediaSchema.ListView}")).Is(200);
        Assert.Equal(Image.ToString(), (string?)(await house.Get(Admin, "item/media-type/allowed?fileExtension=png")).Is(200).Json["items"]![0]!["id"]);
        Assert.Equal(3, (int)(await house.Get(Admin, $"media-type/{Folder}/allowed-children")).Is(200).Json["total"]!);
    }

    [Fact]
    public void Every_reason_of_a_refused_file_can_be_said_in_Chinese()
    {
        var known = Wording.Known("zh-CN").ToHashSet();
        var folder = Path.Combine(RepositoryRoot.Path, "src/ParkBrand.Media/Upload");
        var said = Directory.EnumerateFiles(folder, "*.cs").SelectMany(f => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(f), "Refused\\(\"[A-Za-z]+\",\\s*\"([^\"]+)\"").Select(m => m.Groups[1].Value)).ToList();
        Assert.True(said.Count > 18, $"{said.Count}");
        Assert.Empty(said.Except(known));
        Assert.NotNull(typeof(UploadProblem));
    }
}
