using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ParkBrand.Backoffice.Management.Schema;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Every route of the media library, called by the operator of one park against what is another's: it is as if it were not there, and it stays as it was.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class ForeignMediaTests(EditorsHouse house)
{
    private enum Answers
    {
        /// <summary>404, as for an id that nobody has.</summary>
        Gone,

        /// <summary>A list without it; for an id that is asked for, the same list as for one that nobody has.</summary>
        List,

        /// <summary>The same for everybody who is signed in; holds nothing of the library.</summary>
        Same,
    }

    /// <param name="Request">Path and body: what the first shelf's operator asks of the second shelf.</param>
    private sealed record Row(string Route, Answers Answers, Func<EditorsHouse, Shelf, Shelf, Task<(string Path, object? Body)>> Request)
    {
        /// <summary>Of what an operator may do with nothing at all.</summary>
        public int Refusal { get; init; } = 404;

        /// <summary>Whether it can be done by somebody who sees both.</summary>
        public bool IsPossible { get; init; } = true;

        public HttpMethod Method => new(Route.Split(' ')[0]);
    }

    private static readonly Guid Type = EditorSchema.OfMedia("image");

    private static Row Ask(string route, Answers answers, Func<Shelf, string> path) => new("GET " + route, answers, (_, _, s) => Task.FromResult<(string, object?)>((path(s), null)));

    private static Row Do(string route, Func<Shelf, Shelf, string> path, Func<Shelf, Shelf, object?>? body = null) =>
        new(route, Answers.Gone, (_, own, s) => Task.FromResult((path(own, s), body?.Invoke(own, s))));

    private static object To(Guid? folder) => new { target = folder is null ? null : new { id = folder } };
    private static object Order(Guid parent, Guid item) => new { parent = new { id = parent }, sorting = new[] { new { id = item, sortOrder = 0 } } };

    private static readonly Row[] Rows =
    [
        Ask("media/{id:guid}", Answers.Gone, s => $"media/{s.Picture}"),
        Ask("media/{id:guid}/referenced-by", Answers.Gone, s => $"media/{s.Picture}/referenced-by"),
        Ask("media/{id:guid}/referenced-descendants", Answers.Gone, s => $"media/{s.Top}/referenced-descendants"),
        Ask("media/{id:guid}/audit-log", Answers.Gone, s => $"media/{s.Picture}/audit-log"),
        Ask("tree/media/children", Answers.Gone, s => $"tree/media/children?parentId={s.Top}"),
        Ask("tree/media/ancestors", Answers.Gone, s => $"tree/media/ancestors?descendantId={s.Picture}"),
        Ask("tree/media/siblings", Answers.Gone, s => $"tree/media/siblings?target={s.Picture}&before=50&after=50"),
        Ask("collection/media", Answers.Gone, s => $"collection/media?id={s.Top}"),
        Ask("recycle-bin/media/children", Answers.Gone, s => $"recycle-bin/media/children?parentId={s.BinnedFolder}"),
        Ask("recycle-bin/media/{id:guid}/original-parent", Answers.Gone, s => $"recycle-bin/media/{s.Binned}/original-parent"),
        Ask("temporary-file/{id:guid}", Answers.Gone, s => $"temporary-file/{s.Temporary}"),

        Do("POST media", (_, _) => "media", (_, s) => Shelf.NewFolder("pushed in", s.Folder)),
        Do("POST media/validate", (_, _) => "media/validate", (_, s) => Shelf.NewFolder("pushed in", s.Folder)),
        new("PUT media/{id:guid}", Answers.Gone, async (house, own, s) => ($"media/{s.Picture}", await Shelf.Changed(house, s.Picture, own.Picture))),
        new("PUT media/{id:guid}/validate", Answers.Gone, async (house, own, s) => ($"media/{s.Picture}/validate", await Shelf.Changed(house, s.Picture, own.Picture))),
        Do("PUT media/{id:guid}/move", (_, s) => $"media/{s.Picture}/move", (own, _) => To(own.Top)),
        Do("PUT media/{id:guid}/move", (own, _) => $"media/{own.Picture}/move", (_, s) => To(s.Folder)) with { Refusal = 403 },
        Do("PUT media/sort", (_, _) => "media/sort", (_, s) => Order(s.Top, s.Picture)),
        Do("PUT media/sort", (_, _) => "media/sort", (own, s) => Order(own.Top, s.Picture)) with { IsPossible = false },
        Do("PUT media/{id:guid}/move-to-recycle-bin", (_, s) => $"media/{s.Picture}/move-to-recycle-bin", (_, _) => new { }),
        Do("DELETE media/{id:guid}", (_, s) => $"media/{s.Binned}"),
        Do("PUT recycle-bin/media/{id:guid}/restore", (_, s) => $"recycle-bin/media/{s.Binned}/restore", (own, _) => To(own.Top)),
        Do("DELETE recycle-bin/media/{id:guid}", (_, s) => $"recycle-bin/media/{s.Binned}"),
        Do("DELETE temporary-file/{id:guid}", (_, s) => $"temporary-file/{s.Temporary}"),

        Ask("tree/media/root", Answers.List, _ => "tree/media/root"),
        Ask("recycle-bin/media/root", Answers.List, _ => "recycle-bin/media/root"),
        Ask("item/media", Answers.List, s => $"item/media?id={s.Picture}&id={s.Binned}&id={s.Folder}"),
        Ask("item/media/ancestors", Answers.List, s => $"item/media/ancestors?id={s.Picture}"),
        Ask("item/media/search", Answers.List, s => $"item/media/search?query={s.Word}"),
        Ask("item/media/search", Answers.List, s => $"item/media/search?query=Shelf&parentId={s.Top}"),
        Ask("media/are-referenced", Answers.List, s => $"media/are-referenced?id={s.Picture}"),
        Ask("media/urls", Answers.List, s => $"media/urls?id={s.Picture}"),
        Ask("imaging/resize/urls", Answers.List, s => $"imaging/resize/urls?id={s.Picture}&width=300"),
        Ask("recycle-bin/media/referenced-by", Answers.List, s => $"recycle-bin/media/referenced-by?id={s.Binned}"),

        Ask("media/configuration", Answers.Same, _ => "media/configuration"),
        Ask("media-type/{id:guid}", Answers.Same, _ => $"media-type/{Type}"),
        Ask("media-type/batch", Answers.Same, _ => $"media-type/batch?id={Type}"),
        Ask("media-type/configuration", Answers.Same, _ => "media-type/configuration"),
        Ask("media-type/allowed-at-root", Answers.List, _ => "media-type/allowed-at-root"), // by what the person may create
        Ask("media-type/{id:guid}/allowed-children", Answers.List, s => $"media-type/{Type}/allowed-children?parentContentKey={s.Folder}"),
        Ask("media-type/{id:guid}/allowed-parents", Answers.Same, _ => $"media-type/{Type}/allowed-parents"),
        Ask("item/media-type", Answers.Same, _ => $"item/media-type?id={Type}"),
        Ask("item/media-type/allowed", Answers.Same, _ => "item/media-type/allowed?fileExtension=png"),
        Ask("item/media-type/folders", Answers.Same, _ => "item/media-type/folders"),
        Ask("item/media-type/ancestors", Answers.Same, _ => $"item/media-type/ancestors?id={Type}"),
        Ask("item/media-type/search", Answers.Same, _ => "item/media-type/search?query=a"),
        Ask("tree/media-type/root", Answers.Same, _ => "tree/media-type/root"),
        Ask("tree/media-type/ancestors", Answers.Same, _ => $"tree/media-type/ancestors?descendantId={Type}"),
    ];

    // Have tests of their own below: what they take is no id of an item.
    private static readonly string[] Besides = ["DELETE recycle-bin/media", "POST temporary-file"];

    internal static IEnumerable<string> Routes => Rows.Select(r => r.Route).Concat(Besides).Distinct();

    public static TheoryData<int, string> Tested
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (row, i) in Rows.Select((r, i) => (r, i)))
                data.Add(i, row.Route);
            return data;
        }
    }

    [Theory, MemberData(nameof(Tested))]
    public async Task What_another_park_has_is_not_there_and_stays_as_it_was(int index, string route)
    {
        var row = Rows[index];
        var (own, foreign) = await Shelves();
        var (nowhere, before) = (foreign.Nowhere, house.Everything());
        using var store = new SqliteConnection($"Data Source={Path.Combine(house.Get<Database>().Folder, "parkbrand.db")}");
        store.Open();
        var stamp = Stamp(store);
        var (path, body) = await row.Request(house, own, foreign);
        (await house.Send(null, row.Method, path, body)).Is(401);
        var reply = (await house.Send(own.Operator, row.Method, path, body)).Is(row.Answers == Answers.Gone ? row.Refusal : 200);
        Assert.Equal((stamp, before), (Stamp(store), house.Everything()));
        Assert.NotNull(Find(foreign.Temporary, foreign.Operator));

        // The answer is to the letter that to an id which nobody has; names and other ids of the foreign shelf stand nowhere in it.
        var (unknownPath, unknownBody) = await row.Request(house, own, nowhere);
        var unknown = (await house.Send(own.Operator, row.Method, unknownPath, unknownBody)).Is(reply.Code);
        Assert.Equal(Masked(unknown, nowhere), Masked(reply, foreign));
        Assert.DoesNotContain(foreign.Word, reply.Text, StringComparison.Ordinal);

        var allowed = await house.Send("administrator", row.Method, path, body);
        if (row.Answers == Answers.Same)
            Assert.Equal(reply.Text, allowed.Text);
        else if (row.IsPossible && !path.Contains(foreign.Temporary.ToString(), StringComparison.Ordinal)) // whoever uploaded it has it, and nobody else
            Assert.True(allowed.Code is 200 or 201, $"the request itself is wrong: {allowed.Code} {allowed.Text}");
        Assert.Equal(row.Route, route);
    }

    [Fact]
    public async Task Emptying_the_bin_leaves_what_is_another_parks_in_it()
    {
        var (own, foreign) = await Shelves();
        await house.Delete(own.Operator, "recycle-bin/media");
        foreach (var binned in new[] { foreign.Binned, foreign.BinnedFolder })
            Assert.Contains(binned.ToString(), (await house.Get("administrator", "recycle-bin/media/root?take=500")).Is(200).Text, StringComparison.Ordinal);
        (await house.Send(null, HttpMethod.Delete, "recycle-bin/media")).Is(401);
    }

    [Fact]
    public async Task A_file_that_somebody_else_uploaded_is_neither_taken_over_nor_saved()
    {
        var (own, foreign) = await Shelves();
        (await Shelf.SendFile(house, own.Operator, foreign.Temporary, 77)).Is(400);
        Assert.NotNull(Find(foreign.Temporary, foreign.Operator));
        var before = house.Everything();
        (await house.Post(own.Operator, "media", Shelf.NewPicture("taken", own.Top, foreign.Temporary))).Is(400);
        var change = await Shelf.Changed(house, own.Picture, own.Picture);
        change["values"]![0]!["value"]!["temporaryFileId"] = foreign.Temporary.ToString();
        (await house.Put(own.Operator, $"media/{own.Picture}", change)).Is(400);
        Assert.Equal(before, house.Everything());
        (await house.Post(foreign.Operator, "media", Shelf.NewPicture("kept", foreign.Top, foreign.Temporary))).Is(201);
    }

    [Fact]
    public async Task The_lists_of_the_one_who_has_it_hold_it()
    {
        var (_, shelf) = await Shelves();
        async Task<string> List(string path) => (await house.Get(shelf.Operator, path)).Is(200).Text;
        Assert.Contains(shelf.Top.ToString(), await List("tree/media/root"), StringComparison.Ordinal);
        Assert.Contains(shelf.Picture.ToString(), await List($"tree/media/children?parentId={shelf.Top}&take=500"), StringComparison.Ordinal);
        Assert.Contains(shelf.Binned.ToString(), await List("recycle-bin/media/root?take=500"), StringComparison.Ordinal);
        Assert.Contains(shelf.Picture.ToString(), await List($"item/media?id={shelf.Picture}"), StringComparison.Ordinal);
        Assert.Contains(shelf.Top.ToString(), await List($"item/media/ancestors?id={shelf.Picture}"), StringComparison.Ordinal);
        Assert.Contains(shelf.Picture.ToString(), await List($"item/media/search?query={shelf.Word}"), StringComparison.Ordinal);
        Assert.Contains("photo", await List($"media/urls?id={shelf.Picture}"), StringComparison.Ordinal);
        Assert.Contains("/media/thumb-", await List($"imaging/resize/urls?id={shelf.Picture}&width=300"), StringComparison.Ordinal);
    }

    private static (Shelf Own, Shelf Foreign)? made;

    /// <summary>Own and foreign; made anew when a test has used up the foreign one.</summary>
    private async Task<(Shelf Own, Shelf Foreign)> Shelves()
    {
        if (made is var (own, foreign) && Find(foreign.Temporary, foreign.Operator) is not null && (await house.Get("administrator", $"media/{foreign.Picture}")).Json["isTrashed"]!.GetValue<bool>() is false
            && (await house.Get("administrator", $"tree/media/ancestors?descendantId={foreign.Picture}")).Text.Contains(foreign.Top.ToString(), StringComparison.Ordinal)
            && (await house.Get("administrator", $"recycle-bin/media/{foreign.Binned}/original-parent")).Code == 200)
            return (own, foreign);
        made = (await Shelf.Make(house, "nev-park"), await Shelf.Make(house, "wearables-park"));
        return made.Value;
    }

    private Reply? Find(Guid temporary, string person) => house.Get(person, $"temporary-file/{temporary}").Result is { Code: 200 } found ? found : null;

    private static string Masked(Reply reply, Shelf shelf)
    {
        var text = shelf.All.Aggregate(reply.Text, (t, id) => t.Replace(id.ToString(), "?", StringComparison.Ordinal));
        var json = text.Length == 0 ? null : JsonNode.Parse(text);
        (json as JsonObject)?.Remove("traceId");
        return json?.ToJsonString() ?? "";
    }

    private static long Stamp(SqliteConnection store)
    {
        using var command = store.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
