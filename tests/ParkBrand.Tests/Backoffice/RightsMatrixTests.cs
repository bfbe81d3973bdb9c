using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using ParkBrand.Backoffice.Management;
using ParkBrand.Content.Storage;

namespace ParkBrand.Tests.Backoffice;

/// <summary>Role × ownership, for every route of the Management API. Who is refused has changed nothing in the whole store.</summary>
[Collection(nameof(EditorsHouse))]
public sealed class RightsMatrixTests(EditorsHouse house)
{
    public static TheoryData<string> Routes => new(RightsMatrix.Rows.Select(r => r.Name));

    [Fact]
    public void Every_route_has_a_row()
    {
        var mapped = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Pattern: "/" + e.RoutePattern.RawText!.TrimStart('/'), Methods: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]))
            .Where(e => e.Pattern.StartsWith(ManagementApi.Root, StringComparison.Ordinal))
            .SelectMany(e => e.Methods.Select(m => $"{m} {e.Pattern[ManagementApi.Root.Length..].TrimStart('.', '1').Trim('/')}")).ToList();
        Assert.True(mapped.Count > 60, $"only {mapped.Count}");
        Assert.Equal("", string.Join("\n", mapped.Except(RightsMatrix.Rows.Select(r => r.Route)).Except(RightsMatrix.Elsewhere.Keys).Except(MediaRightsTests.Routes).Select(r => $"{r} has no row in the rights matrix")));
        Assert.Empty(RightsMatrix.Rows.Select(r => r.Route).Concat(RightsMatrix.Elsewhere.Keys).Concat(MediaRightsTests.Routes).Except(mapped).Select(r => $"{r} has a row and is not mapped"));
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task Each_role_gets_what_it_may(string name)
    {
        var row = RightsMatrix.Rows.Single(r => r.Name == name);
        var route = row.Route;
        var method = new HttpMethod(route.Split(' ')[0]);
        var scene = await Scene.Make(house);
        var success = row.Need == Need.Create && !route.EndsWith("/validate", StringComparison.Ordinal) ? 201 : 200;
        (string Path, object? Body) foreign = await row.Request(scene, scene.Foreign), own = await row.Request(scene, scene.Own);
        using var store = new SqliteConnection($"Data Source={Path.Combine(house.Get<Database>().Folder, "parkbrand.db")}");
        store.Open();
        var before = Stamp(store);
        (await house.Send(null, method, foreign.Path, foreign.Body)).Is(401);
        Assert.Equal(before, Stamp(store));
        foreach (var role in RightsMatrix.Refusable)
        {
            var stamp = Stamp(store);
            var reply = (await house.Send(role == "foreign" ? scene.Operator : role, method, foreign.Path, foreign.Body)).Is(RightsMatrix.Status(role, row.Need, success));
            if (reply.Code >= 400)
                Assert.Equal(stamp, Stamp(store));
            if (role is "foreign" or "nobody")
                Assert.All(scene.Foreign.All.Where(id => row.Need != Need.SignedIn), id => Assert.DoesNotContain(id.ToString(), reply.Text, StringComparison.Ordinal));
        }

        var working = (await house.Send(scene.Operator, method, own.Path, own.Body)).Is(RightsMatrix.Status("own", row.Need, success));
        if (row.Need == Need.Listing && !route.Contains("referenced", StringComparison.Ordinal))
            Assert.True(scene.Own.All.Any(id => working.Text.Contains(id.ToString(), StringComparison.Ordinal)), working.Text);
        (await house.Send("administrator", method, foreign.Path, foreign.Body)).Is(RightsMatrix.Status("administrator", row.Need, success));
    }

    /// <summary>Another number as soon as any other connection has changed anything in the file.</summary>
    private static long Stamp(SqliteConnection store)
    {
        using var command = store.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }
}
