using System.Text.Json.Nodes;
using ParkBrand.Backoffice.Management.Media;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Access;
using ParkBrand.Content.MediaLibrary;
using ParkBrand.Tests.Media;
using ParkBrand.Tests.PublicSite;

namespace ParkBrand.Tests.Backoffice;

/// <summary>What one park has in the library: a picture, a folder beside it, one of each in the bin, and a file that is uploaded and not yet saved.</summary>
/// <param name="Operator">Who uploaded it all.</param>
/// <param name="Top">The park's own folder, where the tree of its operator begins.</param>
/// <param name="Word">Stands in every name.</param>
internal sealed record Shelf(string Operator, Guid Top, Guid Picture, Guid Folder, Guid Binned, Guid BinnedFolder, Guid Temporary, string Word)
{
    private static readonly Guid Image = EditorSchema.OfMedia("image");
    private static int count;

    public IEnumerable<Guid> All => [Top, Picture, Folder, Binned, BinnedFolder, Temporary];

    /// <summary>Nothing of it is there.</summary>
    public Shelf Nowhere => new(Operator, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Word);

    public static async Task<Shelf> Make(EditorsHouse house, string park)
    {
        var (number, who) = (Interlocked.Increment(ref count), $"parkOperator:{house.Document(park, "park")}");
        var word = $"Shelf{number:D3}";
        var picture = await Upload(house, who, word + " picture", number);
        var top = house.Get<ReadMedia>().Read(Actor.Site("test"), picture).Value!.Parent!.Value;
        var folder = (await house.Post(who, "media", NewFolder(word + " folder", top))).Is(201).Made!.Value;
        var binned = await Upload(house, who, word + " old picture", number + 500);
        var binnedFolder = (await house.Post(who, "media", NewFolder(word + " old folder", top))).Is(201).Made!.Value;
        await RunningSite.Do(c => house.Get<TrashMedia>().Execute(Actor.Site("test"), binned, c));
        await RunningSite.Do(c => house.Get<TrashMedia>().Execute(Actor.Site("test"), binnedFolder, c));
        return new Shelf(who, top, picture, folder, binned, binnedFolder, await Send(house, who, Guid.NewGuid(), number + 1000), word);
    }

    private static async Task<Guid> Upload(EditorsHouse house, string who, string name, int seed) =>
        (await house.Post(who, "media", NewPicture(name, null, await Send(house, who, Guid.NewGuid(), seed)))).Is(201).Made!.Value;

    private static async Task<Guid> Send(EditorsHouse house, string who, Guid id, int seed)
    {
        (await SendFile(house, who, id, seed)).Is(201);
        return id;
    }

    public static async Task<Reply> SendFile(EditorsHouse house, string who, Guid id, int seed)
    {
        using var file = new ByteArrayContent(Png.Of(30, 20, seed));
        using var form = new MultipartFormDataContent { { new StringContent(id.ToString()), "Id" }, { file, "File", "photo.png" } };
        return await house.SendForm(who, "temporary-file", form);
    }

    public static JsonObject NewFolder(string name, Guid? parent) => Model(MediaSchema.Folder, name, parent, []);

    public static JsonObject NewPicture(string name, Guid? parent, Guid temporary) => Model(Image, name, parent, Values(new JsonObject { ["temporaryFileId"] = temporary.ToString() }));

    /// <summary>What the client would send to save the picture; where there is none, what it would send for another.</summary>
    public static async Task<JsonObject> Changed(EditorsHouse house, Guid picture, Guid other)
    {
        var opened = await house.Get("administrator", $"media/{picture}") is { Code: 200 } found ? found : (await house.Get("administrator", $"media/{other}")).Is(200);
        return new() { ["values"] = opened.Json["values"]!.DeepClone(), ["variants"] = opened.Json["variants"]!.DeepClone() };
    }

    private static JsonObject Model(Guid type, string name, Guid? parent, JsonArray values) => new()
    {
        ["id"] = Guid.NewGuid().ToString(), ["parent"] = parent is null ? null : new JsonObject { ["id"] = parent.ToString() },
        ["mediaType"] = new JsonObject { ["id"] = type.ToString() }, ["values"] = values, ["variants"] = Variants(name),
    };

    private static JsonArray Variants(string name) => [new JsonObject { ["culture"] = null, ["segment"] = null, ["name"] = name }];

    private static JsonArray Values(JsonNode? file) => [Value("umbracoFile", file), Value("alt_zh_CN", "图"), Value("alt_en_US", "Picture")];

    private static JsonObject Value(string alias, JsonNode? value) => new() { ["alias"] = alias, ["culture"] = null, ["segment"] = null, ["editorAlias"] = "", ["value"] = value };
}
